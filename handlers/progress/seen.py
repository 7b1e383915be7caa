"""Whether a party has seen how far others think that it has come: it sees that first."""

from storage.records import Assessment
from storage.unit import Unit


def topic(assessment: str) -> str:
    """What the messages to the party are about, in the outbox."""
    return f"assess:{assessment}"


def is_seen(unit: Unit, assessment: Assessment) -> bool:
    """Whether one message to the party is out, or the facilitator says that it knows."""
    sent = unit.outbox.states_about(topic(assessment.id)).get("sent", 0)
    return assessment.talked_at is not None or sent > 0
