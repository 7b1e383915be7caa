"""«Jeg var ikke der»: who was not at a samling is not asked to reflect on it."""

from collections.abc import Sequence

from handlers import moot
from handlers.concerned import concerns
from handlers.markup import Button, column, plain
from handlers.programme_file import Milestone, ProgrammeFile, milestone
from handlers.reflect import flow, texts
from handlers.timeline import begins_at
from handlers.turn import Turn
from storage.records import Presence, PresenceState

UNDO = "undo"


def pressed(turn: Turn, arguments: Sequence[str]) -> None:
    """Note that the speaker was not there, or («undo») that they were."""
    programme, t = turn.programme, turn.tongue
    after = milestone(programme, arguments[0]) if programme and arguments else None
    if not turn.event.private:
        turn.say(texts.only_alone(t))
    elif "participant" not in turn.roles:
        turn.say(texts.for_participants(t))
    elif programme is None or after is None or not _has_begun(turn, programme, after):
        turn.say(texts.not_been(t))
    elif arguments[1:] != [UNDO]:
        _was_absent(turn, programme, after)
    elif said_so(turn, programme, after):
        _was_there(turn, programme, after)
    else:
        turn.say(texts.not_said(t))


def said_so(turn: Turn, programme: ProgrammeFile, after: Milestone) -> bool:
    """Whether the speaker has said that they were not there."""
    mine = turn.unit.attendance.presences_of(turn.person.id) if turn.person else []
    return any(
        (one.programme, one.milestone, one.state) == (programme.id, after.id, "absent")
        for one in mine
    )


def ask_again(turn: Turn, after: Milestone) -> None:
    """Say what was said, with the way to say otherwise."""
    t = turn.tongue
    there = Button(plain(texts.was_there_after_all(t)), f"absent:{after.id}:{UNDO}")
    turn.say(texts.noted_as_absent(t, t.pick(after.title)), column(there))


def _has_begun(turn: Turn, programme: ProgrammeFile, after: Milestone) -> bool:
    """Whether it is a samling that the speaker could have been at by now."""
    begins, mine = begins_at(programme, after), turn.membership("participant")
    is_theirs = mine is not None and concerns(programme, after, mine)
    held = after.kind == "samling" and not after.cancelled
    return is_theirs and held and begins is not None and begins <= turn.now


def _was_absent(turn: Turn, programme: ProgrammeFile, after: Milestone) -> None:
    assert turn.person is not None  # noqa: S101 - a participant is somebody
    me = turn.person.id
    if turn.unit.reflections.marked(programme.id, after.id, me):
        turn.say(texts.was_there_and_reflected(turn.tongue))
        return
    _note(turn, programme, after, "absent")
    moot.was_absent(turn.unit, programme.id, me, after.id, turn.now)
    ask_again(turn, after)


def _was_there(turn: Turn, programme: ProgrammeFile, after: Milestone) -> None:
    t = turn.tongue
    _note(turn, programme, after, "here")
    begin = Button(plain(texts.begin(t)), f"reflect:{after.id}")
    is_open = flow.is_open(turn, programme, after)
    turn.say(texts.noted_as_there(t), column(begin) if is_open else ())


def _note(turn: Turn, programme: ProgrammeFile, after: Milestone, state: PresenceState) -> None:
    assert turn.person is not None  # noqa: S101 - a participant is somebody
    said = Presence(programme.id, after.id, turn.person.id, state, turn.event.said_at)
    turn.unit.attendance.note(said)
    turn.note(state, after.id)
