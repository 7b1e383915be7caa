"""A form that comes back: told from other files, read beside the answers, shown before it is kept.

What it holds meets the screen in memory, before anything of it is kept.
"""

import json
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from handlers.events import Address, Attached
from handlers.flow import talk
from handlers.flow.party import name_of
from handlers.flow.words import folded
from handlers.markup import bold, plain
from handlers.programme_file import ProgrammeFile, load
from handlers.report.attached import keep as attach
from handlers.report.commands import FORM
from handlers.report.plan import owed
from handlers.report.template import texts
from handlers.report.template.blank import marked
from handlers.report.template.package import LARGEST, NotAForm
from handlers.report.template.place import placed
from handlers.report.template.read import FilledForm, Row, read_form
from handlers.report.template.sheet import LANGUAGES, printed
from handlers.report.template.whose import may_fill, nearest, own_party, scene_of, turn_in_task
from handlers.screen import screen_text
from handlers.tongue import tongue
from handlers.turn import LEADERS, Turn
from storage.records import ProgrammeRow
from storage.unit import Unit

READING = "form"
"""The kind of task that fetches a form, reads it, and takes what was read."""
_WORD = (".docx", ".docm")
_OTHERS = (".doc", ".dot", ".odt", ".rtf", ".pages", ".pdf")
_CAPTIONS = {"skjema", "template", "form"}


@dataclass(frozen=True, slots=True)
class _Home:
    """Whose report in which programme a form is about."""

    row: ProgrammeRow
    programme: ProgrammeFile
    party: str
    about: str


def taken(turn: Turn) -> bool:
    """Take a file that is a filled-in form, or clearly means to be one; false for any other.

    Who leads may send files to everybody: of theirs, only what is named as a form is one.
    """
    what = turn.event.what
    if not isinstance(what, Attached) or what.kind != "document" or not turn.event.private:
        return False
    name, called = (what.name or "").casefold(), _is_called_a_form(what)
    if not _reports(turn) or (not called and (_leads(turn) or attach.welcomes(turn))):
        return False
    if name.endswith(_WORD):
        _fetch(turn, what)
    elif called or name.endswith(_OTHERS):
        turn.say(texts.refused(turn.tongue, "old-word" if name.endswith(".doc") else "not-word"))
        turn.unit.inbox.blank_one(turn.event.source, turn.event.update)
    else:
        return False
    return True


def read(content: bytes) -> str:
    """What a file says, as JSON: ``form``, or ``refused`` with a reason, or ``number``.

    Pure, and for any thread. With a national number in it nothing of its words is returned.
    """
    try:
        form = read_form(content)
    except NotAForm as refusal:
        return json.dumps({"refused": refusal.reason})
    if screen_text(form.every_text)[1]:
        return json.dumps({"number": True})
    return json.dumps({"form": asdict(form)})


def take(unit: Unit, arguments: str, now: datetime) -> None:
    """Show what was read to who sent it, and ask; nothing is delivered by it.

    ``arguments`` is JSON: what ``taken`` asked for, and under ``read`` what ``read`` made of it
    (null: the file could not be fetched).
    """
    asked = json.loads(arguments)
    what = Attached(asked["message"], "document")
    said_at = datetime.fromisoformat(asked["said_at"])
    to = Address(asked["door"], asked["key"])
    turn = turn_in_task(unit, now, to, asked["update"], what, said_at)
    if turn.person is None or turn.person.id != asked["person"]:
        return
    found: dict[str, Any] = asked["read"] or {}
    if "form" in found:
        _propose(turn, _form(found["form"]))
    elif "number" in found:
        turn.delete(what.message)
        turn.say(texts.held_a_number(turn.tongue))
    elif "refused" in found:
        turn.say(texts.refused(turn.tongue, found["refused"]))
    else:
        turn.say(texts.could_not_fetch(turn.tongue))


def _is_called_a_form(what: Attached) -> bool:
    words = {folded(plain(texts.file_word(tongue(one)))) for one in LANGUAGES}
    return any(word in folded(what.name or "") for word in words) or bool(
        _CAPTIONS & set(folded(what.caption).split())
    )


def _leads(turn: Turn) -> bool:
    return bool(turn.roles & LEADERS)


def _reports(turn: Turn) -> bool:
    """Whether the speaker fills in reports anywhere."""
    for one in turn.memberships:
        row = turn.unit.programmes.find(one.programme)
        if row and one.role in ("participant", "organiser") and load(row.body).report:
            return True
    return False


def _fetch(turn: Turn, what: Attached) -> None:
    """List the reading as work to be done; the file itself is never kept."""
    if what.ref is None or turn.person is None or (what.size or 0) > LARGEST:
        turn.say(texts.refused(turn.tongue, "too-large" if what.ref else "broken"))
        return
    event = turn.event
    task = f"{READING}:{event.source}:{event.update}"
    asked = {
        "source": event.source,
        "ref": what.ref,
        "limit": LARGEST,
        "person": turn.person.id,
        "door": event.address.door,
        "key": event.address.key,
        "message": what.message,
        "said_at": event.said_at.isoformat(),
        "update": task,
    }
    turn.unit.tasks.add(task, READING, json.dumps(asked), turn.now)
    turn.say(texts.reading(turn.tongue))


def _form(found: dict[str, Any]) -> FilledForm:
    rows = tuple(Row(**row) for row in found["rows"])
    return FilledForm(found["identifier"], rows, tuple(found["beside"]), tuple(found["unread"]))


def _propose(turn: Turn, form: FilledForm) -> None:
    home = _home(turn, form.identifier)
    if home is None:
        return
    before = owed(home.programme, home.about)
    if before is None:
        turn.say(texts.other_round(turn.tongue))
        return
    scene = scene_of(turn, home.row, home.programme, home.party, home.about)
    found = placed(form, printed(scene, before))
    if form.unread:
        turn.say(texts.not_read(turn.tongue, form.unread))
    if found.sections or found.left:
        t, left = turn.tongue, "\n".join(found.left)
        whose = name_of(turn.unit, home.programme, home.party, t)
        turn.say(bold(texts.form_title(t, t.pick(before.title), whose)))
        talk.propose(turn, FORM, home.party, home.about, found.sections, left, programme=home.row)
    else:
        turn.say(texts.nothing_read(turn.tongue))


def _home(turn: Turn, identifier: str | None) -> _Home | None:
    """What a form is about; None once they were told why it has no place."""
    mark = marked(identifier or "")
    name = mark[0] if mark else turn.programme.id if turn.programme else ""
    joined = {one.programme for one in turn.memberships}
    row = turn.unit.programmes.find(name) if name in joined else None
    if row is None:
        turn.say(texts.other_programme(turn.tongue))
        return None
    programme = load(row.body)
    if mark is None:
        return _own(turn, row, programme)
    if not may_fill(programme, mark[1], turn.memberships):
        turn.say(texts.other_team(turn.tongue))
        return None
    return _Home(row, programme, mark[1], mark[2])


def _own(turn: Turn, row: ProgrammeRow, programme: ProgrammeFile) -> _Home | None:
    """A form that lost its mark is about the sender's own report that is open now."""
    party = own_party(programme, turn.memberships)
    before = nearest(turn.unit, programme, party, turn.now) if party else None
    if party is None or before is None:
        turn.say(texts.whose(turn.tongue))
        return None
    return _Home(row, programme, party, before.id)
