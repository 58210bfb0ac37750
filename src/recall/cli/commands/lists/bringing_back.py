"""What `recall import` does with a whole library that was exported."""

from pathlib import Path

from recall.cli.environment import Environment
from recall.cli.output.prose import paragraph
from recall.domain.library.export import LibraryRows
from recall.domain.text.wording import counted
from recall.views.restored import RestoredView


def bring_back(
    environment: Environment,
    file: Path,
    library: LibraryRows,
    *,
    dry_run: bool,
    force: bool,
    json: bool,
) -> None:
    """Bring the library back, and say how much came."""
    from recall.usecases.upkeep.restoring import restore

    came = restore(environment.database_url, library, file, dry_run=dry_run, force=force)
    if json:
        environment.print_view(RestoredView(came))
        return
    parts = (
        counted(came.counts.resources, "resource"),
        counted(came.counts.reviews, "review"),
        counted(came.counts.actions, "action"),
    )
    did = "would bring back" if dry_run else "brought back"
    paragraph(environment.screen, f"{did} {', '.join(parts)} of {library.at}: {came.place}")
