"""How colleagues come to where a test begins."""

from tests.flow_room import FlowRoom, Talker


def two_at_the_report(room: FlowRoom) -> tuple[Talker, Talker]:
    anna, bo = room.member("Anna"), room.member("Bo")
    anna.says("/report")
    bo.says("/report")
    return anna, bo


def filled_in(room: FlowRoom, name: str = "Anna") -> Talker:
    anna = room.member(name)
    for text in ("/report", "A lot", "yes", "1, 3", "skip"):
        anna.says(text)
    return anna


FILLED = {
    "learnt": ("given", "A lot"),
    "ready": ("given", "yes"),
    "fruit": ("given", "a,c"),
    "more": ("skipped", None),
}

WHOLE = "What have you learnt?\nA lot.\n\nAre you ready? Yes\nWhich fruit?: 1, 3"
"""A text under headings, and what it reads as."""
READ = {"learnt": ("given", "A lot."), "ready": ("given", "yes"), "fruit": ("given", "a,c")}


def at_the_whole(room: FlowRoom) -> Talker:
    """Anna, where the room's form may be written as one text."""
    anna = room.member("Anna")
    anna.says("/report")
    return anna
