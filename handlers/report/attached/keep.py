"""Pictures and documents that belong to a report, where the programme allows them."""

from collections.abc import Sequence
from dataclasses import dataclass

from handlers.events import Attached, Pressed
from handlers.flow.party import parties, party_of, team_party
from handlers.flow.scene import Scene
from handlers.markup import Button, Html, column, plain
from handlers.programme_file import ProgrammeFile, load
from handlers.report.attached import texts
from handlers.report.behalf import files_for, is_their_own
from handlers.report.flow import may
from handlers.report.plan import owed
from handlers.turn import LEADERS, Turn
from handlers.waiting import open_reports
from storage.records import Draft, File, Membership, ProgrammeRow

MOST = 10
LARGEST = 20 * 1024 * 1024
FORM = "report"
FETCH = "fetch"  # the kind of task that brings a file home
_MIMES = {"photo": "image/jpeg", "document": "application/octet-stream"}
_MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class _Place:
    """The report that a file would belong to; ``draft`` is None while nothing is written."""

    row: ProgrammeRow
    programme: ProgrammeFile
    party: str
    about: str
    draft: Draft | None


def welcomes(turn: Turn) -> bool:
    """Whether a picture or document from the speaker would be for a report, as they sit now."""
    return _place(turn) is not None or _may_mean_one(turn)


def taken(turn: Turn) -> bool:
    """Keep what came for the report that the speaker sits at, or for their only open one.

    False where it is not for a report: it is then not allowed, or for somebody else to answer.
    """
    what = turn.event.what
    if not isinstance(what, Attached) or not turn.event.private:
        return False
    place = _place(turn)
    if place is not None:
        _take(turn, what, place)
    elif _may_mean_one(turn):
        _refuse(turn, texts.which_report(turn.tongue))
    else:
        return False
    return True


def pressed(turn: Turn, arguments: Sequence[str]) -> bool:
    """Answer ``unattach:<file>`` and ``file:<file>``; false for any other press of the report's."""
    match arguments:
        case ["unattach", file]:
            _remove(turn, file)
        case ["file", file]:
            _send(turn, file)
        case _:
            return False
    return True


def attached(turn: Turn, programme: str, party: str, about: str) -> list[Button]:
    """A button for each file of a report, to get it back; none where there is no file."""
    draft = turn.unit.drafts.of(programme, FORM, party, about)
    files = turn.unit.files.attached(draft.id) if draft else []
    return [Button(file.name, f"report:file:{file.id}") for file in files]


def _place(turn: Turn) -> _Place | None:
    return _seated(turn) or (None if turn.roles & LEADERS else _only(turn))


def _seated(turn: Turn) -> _Place | None:
    """The report that the speaker sits at, where its programme keeps files."""
    draft = turn.unit.drafts.find(turn.seat.draft) if turn.seat.draft else None
    row = turn.unit.programmes.find(draft.programme) if draft else None
    if draft is None or row is None or draft.form != FORM:
        return None
    programme = load(row.body)
    if may(Scene(turn, draft, programme)) is not None or not _keeps_files(programme):
        return None
    return _Place(row, programme, draft.party, draft.about, draft)


def _only(turn: Turn) -> _Place | None:
    """The one report that the speaker's party can fill in now."""
    programme, row = turn.programme, turn.programme_row
    party = _own(turn)
    if programme is None or row is None or party is None or not _keeps_files(programme):
        return None
    now_open = open_reports(programme, turn.now)
    if len(now_open) != 1:
        return None
    about = now_open[0].milestone.id
    draft = turn.unit.drafts.of(row.id, FORM, party, about)
    return _Place(row, programme, party, about, draft)


def _may_mean_one(turn: Turn) -> bool:
    """Whether it is for a report, and only which one is open to doubt."""
    programme = turn.programme
    if programme is None or turn.roles & LEADERS or not _keeps_files(programme):
        return False
    return _own(turn) is not None


def _keeps_files(programme: ProgrammeFile) -> bool:
    return programme.report is not None and programme.report.attachments


def _own(turn: Turn) -> str | None:
    member, programme = turn.membership("participant"), turn.programme
    return party_of(programme, member) if programme and member else None


def _take(turn: Turn, what: Attached, place: _Place) -> None:
    t, draft = turn.tongue, place.draft
    held = turn.unit.files.attached(draft.id) if draft else []
    if what.ref is None or what.kind not in _MIMES:
        _refuse(turn, texts.only_these(t))
    elif draft is not None and draft.state != "open":
        _refuse(turn, texts.delivered(t))
    elif len(held) >= MOST:
        _refuse(turn, texts.too_many(t, MOST))
    elif (what.size or 0) > LARGEST:
        _refuse(turn, texts.too_large(t, LARGEST // _MEGABYTE))
    else:
        _keep(turn, what, place, len(held) + 1)


def _refuse(turn: Turn, sentence: Html) -> None:
    """Say what to do; of what came nothing stays here."""
    turn.unit.inbox.blank_one(turn.event.source, turn.event.update)
    turn.say(sentence)


def _keep(turn: Turn, what: Attached, place: _Place, number: int) -> None:
    t, unit, me = turn.tongue, turn.unit, turn.person.id if turn.person else None
    draft = place.draft or unit.drafts.start(
        place.row.id, place.row.version, FORM, place.party, place.about, me, turn.now
    )
    unnamed = texts.photo(t, number) if what.kind == "photo" else texts.unnamed(t)
    file = File(
        unit.new_id(),
        None,
        what.name or plain(unnamed),
        what.mime or _MIMES[what.kind],
        what.size or 0,
        turn.event.source,
        what.ref,
    )
    unit.files.add(file, turn.now)
    unit.files.attach(draft.id, file.id, me, turn.now)
    unit.tasks.add(f"{FETCH}:{file.id}", FETCH, file.id, turn.now)
    turn.note("attach", place.about)
    title = _title(turn, place.programme, place.about)
    remove = Button(plain(texts.remove(t)), f"report:unattach:{file.id}")
    turn.say(texts.thanks(t, file.name, title, captioned=bool(what.caption)), column(remove))


def _remove(turn: Turn, which: str) -> None:
    """Take a file away from the report that it belongs to; its bytes are deleted soon after."""
    file, draft = _found(turn, which)
    if file is None or draft is None or not _may_write(turn, draft):
        turn.say(texts.gone(turn.tongue))
        return
    turn.unit.files.detach(draft.id, file.id)
    turn.unit.tasks.end(f"{FETCH}:{file.id}", "done")
    turn.unit.house.want_wipe()
    turn.note("unattach", draft.about)
    said = texts.removed(turn.tongue, file.name)
    if isinstance(turn.event.what, Pressed) and turn.event.what.message:
        turn.edit(said)
    else:
        turn.say(said)


def _send(turn: Turn, which: str) -> None:
    """Give a file back to one of the party, or to those who read its reports."""
    file, draft = _found(turn, which)
    row = turn.unit.programmes.find(draft.programme) if draft else None
    t = turn.tongue
    if file is None or draft is None or row is None or not _may_read(turn, draft):
        turn.say(texts.gone(t))
    elif file.hash is None:
        coming = turn.unit.tasks.is_waiting(f"{FETCH}:{file.id}")
        turn.say(texts.not_yet(t) if coming else texts.gone(t))
    else:
        title = _title(turn, load(row.body), draft.about)
        turn.say(texts.the_file(t, file.name, title), file=file.id)


def _found(turn: Turn, which: str) -> tuple[File | None, Draft | None]:
    """A file that belongs to a report, and that report's draft."""
    owner = turn.unit.files.draft_of(which) if turn.event.private else None
    draft = turn.unit.drafts.find(owner) if owner else None
    return (turn.unit.files.find(which) if draft else None), draft


def _may_write(turn: Turn, draft: Draft) -> bool:
    """Whether the speaker may take a file away: of their own at any time, whatever became of it."""
    is_mine = draft.party in parties(turn)
    return is_mine or (files_for(turn, draft) and not is_their_own(turn, draft))


def _may_read(turn: Turn, draft: Draft) -> bool:
    return draft.party in parties(turn) or any(_leads(one, draft) for one in turn.memberships)


def _leads(member: Membership, draft: Draft) -> bool:
    """An organiser reads every report; a facilitator of one team, that team's."""
    if member.programme != draft.programme or member.role not in LEADERS:
        return False
    if member.role == "organiser" or member.team is None:
        return True
    return draft.party == team_party(member.programme, member.team)


def _title(turn: Turn, programme: ProgrammeFile, about: str) -> str:
    milestone = owed(programme, about)
    return turn.tongue.pick(milestone.title) if milestone else about
