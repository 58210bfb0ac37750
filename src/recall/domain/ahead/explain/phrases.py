"""Phrases that the explanations share."""

from recall.domain.ahead.explain.facts import ResourceFacts
from recall.domain.text.wording import counted, percent


def joined(*sentences: str) -> str:
    """Return a paragraph of the sentences that are not empty."""
    return " ".join(filter(None, sentences))


def due_since(facts: ResourceFacts) -> str:
    """Return since when a revisit is due: 'due today', 'due since 2026-11-01, 3 days overdue'."""
    due = facts.resource.card.due or facts.queue.study_date
    over = (facts.queue.study_date - due).days
    return f"due since {due}, {counted(over, 'day')} overdue" if over > 0 else "due today"


def days_off(facts: ResourceFacts) -> str:
    """Return how far off a revisit is: 'in 3 days'."""
    due = facts.resource.card.due or facts.queue.study_date
    return f"in {counted((due - facts.queue.study_date).days, 'day')}"


def memory(facts: ResourceFacts) -> str:
    """Return what is predicted of its memory; empty if it has none."""
    memory, recall = facts.resource.card.memory, facts.recall(facts.queue.study_date)
    if memory is None or recall is None:
        return ""
    return (
        f"Recall is predicted at {percent(recall)} today, and {percent(facts.wanted)} is "
        f"wanted; its stability is {memory.stability:.1f} days, and it was last graded on "
        f"{memory.last_review}."
    )


def crowded_order(facts: ResourceFacts) -> str:
    """Return what decides on a crowded day; empty on any other."""
    stand, due = facts.standing, len(facts.standing.revisits)
    if not stand.is_crowded or len(facts.queue.revisit) == due or not facts.queue.budget_minutes:
        return ""
    text = "Today cannot hold all that is due"
    if facts.resource.card.due is not None:
        text += (
            ", so that goes by priority and by what a minute of it buys: "
            f"it is number {stand.place(facts.resource)} of {due}"
        )
    if readings := sum(visit.minutes for visit in facts.queue.read):
        text += f"; {readings} of the {facts.queue.budget_minutes} min are for first readings"
    return f"{text}."
