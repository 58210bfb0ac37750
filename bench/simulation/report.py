"""Prints the scores as JSON or as tables, with the targets for recall."""

from collections.abc import Iterator
from typing import NamedTuple

from bench.simulation.contest import UNDER_TEST, Score, Scores

_COLUMNS = (
    *(("kept", 8), ("±", 6), ("/hour", 7), ("hours", 7), ("recall", 8), ("failed", 8)),
    *(("p95 day", 9), ("over", 7), ("recover", 9), ("read", 6), ("recall's lead", 22)),
)


class Target(NamedTuple):
    """A target for recall, and the value it reached."""

    name: str
    reached: float
    wanted: float

    @property
    def met(self) -> bool:
        """Whether the value is at least the target."""
        return self.reached >= self.wanted


def as_json(scores: Scores) -> dict[str, object]:
    """Return the scores as one object; fields are only ever added."""
    tasks = {
        task: {
            truth: {policy: _fields(score) for policy, score in policies.items()}
            for truth, policies in truths.items()
        }
        for task, truths in scores.items()
    }
    return {"schema": 1, "tasks": tasks}


def print_tables(scores: Scores) -> None:
    """Print a table for each task and truth, and below them the targets."""
    for task, truths in scores.items():
        for truth, policies in truths.items():
            print(f"\n{task}, {truth}")
            print(f"{'':10}" + "".join(f"{name:>{width}}" for name, width in _COLUMNS))
            for policy, score in policies.items():
                print(f"{policy:10}{_line(score)}")
    print()
    for target in targets(scores):
        verdict = "met" if target.met else "MISSED"
        print(f"{target.name:68}{target.reached:8.2f} of {target.wanted:6.2f}  {verdict}")


def targets(scores: Scores) -> Iterator[Target]:
    """Compare recall with the others, truth by truth."""
    for truth, policies in scores["keep-scarce"].items():
        yield from _scarce(f"keep-scarce, {truth}: ", policies)
    for truth, policies in scores["keep-plenty"].items():
        yield from _plenty(f"keep-plenty, {truth}: ", policies)
    for truth, policies in scores["mix"].items():
        yield _first(f"mix, {truth}: ", policies)
    every = [policies[UNDER_TEST] for truths in scores.values() for policies in truths.values()]
    past = sum(score.measures.days_past_item_in_hand for score in every)
    yield Target("recall's days over budget by more than the item in hand, negative", -past, 0)


def _scarce(where: str, policies: dict[str, Score]) -> Iterator[Target]:
    recall = policies[UNDER_TEST]
    yield _first(where, policies)
    for peer, kept, hourly in (("ladder", 1.3, 1.45), ("fsrs-due", 1.12, 1.3)):
        other = policies[peer]
        yield Target(f"{where}kept over {peer}", recall.kept.mean / other.kept.mean, kept)
        ratio = recall.kept_per_hour / other.kept_per_hour
        yield Target(f"{where}kept per hour over {peer}", ratio, hourly)


def _plenty(where: str, policies: dict[str, Score]) -> Iterator[Target]:
    recall = policies[UNDER_TEST]
    others = {name: score for name, score in policies.items() if name not in (UNDER_TEST, "none")}
    behind = min(score.lead.high for score in others.values())
    yield Target(f"{where}upper end of its smallest lead", behind, 0)
    least = min(score.measures.hours for score in others.values())
    yield Target(f"{where}fewest hours of others over its own", least / recall.measures.hours, 1)


def _first(where: str, policies: dict[str, Score]) -> Target:
    best = max(score.kept.mean for name, score in policies.items() if name != UNDER_TEST)
    return Target(f"{where}kept over the best other", policies[UNDER_TEST].kept.mean / best, 1)


def _fields(score: Score) -> dict[str, float]:
    fields = {
        "kept": score.kept.mean,
        "kept_low": score.kept.low,
        "kept_high": score.kept.high,
        "kept_per_hour": score.kept_per_hour,
        "recall_lead_low": score.lead.low,
        "recall_lead_high": score.lead.high,
        **score.measures._asdict(),
    }
    return {name: round(value, 3) for name, value in fields.items()}


def _line(score: Score) -> str:
    one = score.measures
    lead = f"{score.lead.mean:.1f} ({score.lead.low:.1f} to {score.lead.high:.1f})"
    return (
        f"{score.kept.mean:8.1f}{score.kept.high - score.kept.mean:6.1f}"
        f"{score.kept_per_hour:7.2f}{one.hours:7.1f}{one.mean_recall:8.2f}{one.failed_share:8.2f}"
        f"{one.p95_day_minutes:9.1f}{one.days_over_budget:7.0f}{one.days_to_recover:9.0f}"
        f"{one.first_readings:6.0f}{lead:>22}"
    )
