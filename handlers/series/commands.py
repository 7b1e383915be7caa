"""What an organiser asks for: the file to fill in, the file as it stands, a yes or a no."""

import json
from collections.abc import Sequence
from dataclasses import replace

from handlers import roster
from handlers.changed import apply
from handlers.events import Attached, Pressed
from handlers.markup import Button, column, paragraphs, plain
from handlers.programme_file import ProgrammeFile, load
from handlers.series import paper, preview, reading, texts
from handlers.turn import Turn
from handlers.workbook import is_workbook
from storage.records import Membership, Proposal

_EMPTY, _STANDS = "new", "now"


def show(turn: Turn, _rest: str = "") -> None:
    """Offer an empty file, and the programme that one sits in as a file."""
    if turn.programme is None or not _may(turn):
        return
    t = turn.tongue
    turn.say(
        texts.how_it_works(t),
        column(
            Button(texts.empty(t), f"series:{_EMPTY}"),
            Button(texts.as_it_stands(t), turn.press("series", _STANDS)),
        ),
    )


def attached(turn: Turn) -> bool:
    """Take an Excel file that an organiser sends, unless something else waits for a file."""
    what = turn.event.what
    if not isinstance(what, Attached) or what.ref is None or turn.seat.waiting is not None:
        return False
    if not is_workbook(what.name, what.mime) or not turn.event.private:
        return False
    if turn.person is None or "organiser" not in {m.role for m in turn.memberships}:
        return False
    if (what.size or 0) > reading.LARGEST:
        turn.say(texts.too_large(turn.tongue))
        return True
    asked = {
        "source": turn.event.source,
        "ref": what.ref,
        "limit": reading.LARGEST,
        "person": turn.person.id,
        "update": turn.event.update,
    }
    task = f"{reading.READ}:{turn.event.source}:{turn.event.update}"
    turn.unit.tasks.add(task, reading.READ, json.dumps(asked), turn.now)
    turn.say(texts.is_read(turn.tongue))
    return True


def pressed(turn: Turn, arguments: Sequence[str]) -> None:
    """Answer the buttons: a file, a yes or a no to what was sent in."""
    if not _may(turn):
        return
    match arguments:
        case ["new"]:
            _order(turn, "")
        case ["now"] if turn.programme is not None:
            _order(turn, turn.programme.id)
        case ["yes", made_at]:
            _yes(turn, made_at)
        case ["no", _]:
            _no(turn)
        case _:
            show(turn)


def _may(turn: Turn) -> bool:
    """Whether the speaker leads a programme, and sits alone; they were told if not."""
    if not turn.event.private:
        turn.say(texts.in_private(turn.tongue))
    elif "organiser" not in {one.role for one in turn.memberships}:
        turn.say(texts.only_organisers(turn.tongue))
    else:
        return True
    return False


def _order(turn: Turn, programme: str) -> None:
    """List the file as work to be done; the same press never lists it twice."""
    assert turn.person is not None  # noqa: S101 - an organiser is somebody
    asked = json.dumps({"person": turn.person.id, "programme": programme})
    task = f"{paper.PAPER}:{turn.event.source}:{turn.event.update}"
    turn.unit.tasks.add(task, paper.PAPER, asked, turn.now)
    if isinstance(turn.event.what, Pressed):
        turn.nod.text = plain(texts.is_coming(turn.tongue))
    else:
        turn.say(texts.is_coming(turn.tongue))


def _no(turn: Turn) -> None:
    assert turn.person is not None  # noqa: S101 - an organiser is somebody
    turn.unit.programmes.drop_proposal(turn.person.id)
    turn.say(texts.nothing_changed(turn.tongue))


def _yes(turn: Turn, made_at: str) -> None:
    """Apply what was shown, if it is still what was sent in last and nothing changed meanwhile."""
    assert turn.person is not None  # noqa: S101 - an organiser is somebody
    kept = turn.unit.programmes.proposal(turn.person.id)
    if kept is None or preview.mark(kept) != made_at:
        turn.say(texts.is_gone(turn.tongue))
        return
    row = turn.unit.programmes.find(kept.programme)
    if kept.seen != (row.version if row else 0):
        turn.unit.programmes.drop_proposal(turn.person.id)
        turn.say(texts.moved_on(turn.tongue))
    elif not preview.may_change(turn.unit, turn.person.id, kept.programme):
        turn.say(texts.not_yours(turn.tongue))
    else:
        _apply(turn, kept)


def _apply(turn: Turn, kept: Proposal) -> None:
    assert turn.person is not None  # noqa: S101 - an organiser is somebody
    unit, me = turn.unit, turn.person.id
    body = json.loads(kept.body)
    programme = load(body["programme"])
    before = unit.programmes.find(programme.id)
    if before is None or load(before.body) != programme:
        apply(unit, programme, turn.now, by=me)
    if kept.seen == 0:
        _lead(turn, programme)
    done = roster.enlist_all(unit, programme, reading.people_of(body), turn.now)
    if kept.seen == 0:
        done = replace(done, unnamed=0)  # nobody stood there but who brought it in just now
    unit.programmes.drop_proposal(me)
    turn.note("imported", programme.id)
    t = turn.tongue
    turn.say(
        paragraphs(
            texts.is_done(t, t.pick(programme.name)),
            preview.people(t, unit, done, done=True) if not done.is_nothing else "",
            texts.what_next(t),
        )
    )


def _lead(turn: Turn, programme: ProgrammeFile) -> None:
    """Whoever brings a new programme in leads it, and sits in it from now on."""
    assert turn.person is not None  # noqa: S101 - an organiser is somebody
    mine = Membership(turn.person.id, programme.id, "organiser", None, None, turn.now)
    turn.unit.people.join(mine)
    turn.sit(replace(turn.seat, programme=programme.id))
    turn.roles_changed = True
