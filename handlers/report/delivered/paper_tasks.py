"""A delivered report as files and as a picture: ordered in a turn, made beside the answers."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from handlers.events import Address, Pressed
from handlers.feature import Paper
from handlers.flow.party import party_of, team_party
from handlers.markup import Html, plain, split, utf16_length
from handlers.papers import texts
from handlers.papers.gather import paper_of, spoken_by
from handlers.papers.names import picture_name, report_name
from handlers.papers.office import WORD
from handlers.papers.pdf import PDF, as_pdf
from handlers.papers.picture import PNG, as_picture
from handlers.papers.values import ReportPaper
from handlers.papers.word import as_word
from handlers.programme_file import ProgrammeFile, load
from handlers.report.delivered.back import gather_back, text_of
from handlers.tongue import Tongue, tongue
from handlers.turn import Turn
from storage.records import Membership, Person, Report
from storage.unit import Unit

LONGEST_CAPTION = 1024


@dataclass(frozen=True, slots=True)
class _Asked:
    """What was asked for, read anew: by somebody who sees it still."""

    to: Address
    programme: ProgrammeFile
    report: Report
    t: Tongue
    told: bool


# In the turn


def order(turn: Turn, programme: ProgrammeFile, party: str, about: str) -> None:
    """Owe the speaker the report as Word and as PDF, and say that they are coming.

    The caller has seen to it that they may; it is seen to again when the files are made.
    """
    for kind in ("report-word", "report-pdf"):
        _list(turn, kind, _arguments(turn, programme, party, about))
    turn.note("report-file", about)
    coming = texts.files_are_coming(turn.tongue)
    if isinstance(turn.event.what, Pressed):
        turn.nod.text = plain(coming)
    else:
        turn.say(coming)


def order_picture(turn: Turn, programme: ProgrammeFile, party: str, about: str) -> None:
    """Give the speaker something back at once: the picture with its words, or the words alone.

    Words that are too long for a caption are said now, and the picture follows them.
    """
    back = gather_back(turn.unit, programme, party, about)
    words = text_of(turn.tongue, back)
    told = not back.now or not _fits(words)
    if told:
        turn.say(words)
    if back.now:
        arguments = _arguments(turn, programme, party, about)
        _list(turn, "report-picture", {**arguments, "told": told})


def _list(turn: Turn, kind: str, arguments: Mapping[str, object]) -> None:
    """The same update never lists the same work twice."""
    task = f"{kind}:{turn.event.source}:{turn.event.update}"
    turn.unit.tasks.add(task, kind, json.dumps(arguments), turn.now)


def _arguments(
    turn: Turn, programme: ProgrammeFile, party: str, about: str
) -> Mapping[str, object]:
    return {
        "door": turn.address.door,
        "key": turn.address.key,
        "person": turn.person.id if turn.person else "",
        "programme": programme.id,
        "party": party,
        "milestone": about,
        "language": turn.tongue.language,
    }


# When it is made


def word(unit: Unit, arguments: str, _now: datetime) -> Paper | None:
    """The report as a Word file in the party's language; None for who may not see it any more."""
    return _made(unit, arguments, "docx", WORD, as_word)


def pdf(unit: Unit, arguments: str, _now: datetime) -> Paper | None:
    """The report as a PDF in the party's language; None for who may not see it any more."""
    return _made(unit, arguments, "pdf", PDF, as_pdf)


def picture(unit: Unit, arguments: str, _now: datetime) -> Paper | None:
    """The picture in the asker's language, with its words unless they were told already.

    None for who may not see it any more, a report that was withdrawn, or no measure to show.
    """
    asked = _asked(unit, arguments)
    if asked is None or not asked.report.stands:
        return None
    back = gather_back(unit, asked.programme, asked.report.party, asked.report.milestone)
    if not back.now:
        return None
    words = texts.the_picture(asked.t) if asked.told else text_of(asked.t, back)
    caption = split(words, LONGEST_CAPTION)[0]
    name = picture_name(back, asked.t)
    return Paper(asked.to, name, PNG, as_picture(back, asked.t), caption, asked.t.language)


def _made(
    unit: Unit, arguments: str, ending: str, mime: str, make: Callable[[ReportPaper, Tongue], bytes]
) -> Paper | None:
    asked = _asked(unit, arguments)
    if asked is None:
        return None
    t = spoken_by(asked.programme, asked.report.party)
    paper = paper_of(unit, asked.programme, asked.report, t)
    said, name = texts.the_file(asked.t, paper.title), report_name(paper, t, ending)
    return Paper(asked.to, name, mime, make(paper, t), said, asked.t.language)


PAPERS: Mapping[str, Callable[[Unit, str, datetime], Paper | None]] = {
    "report-word": word,
    "report-pdf": pdf,
    "report-picture": picture,
}
"""The makers by the kind of their task, for the feature's ``papers``."""


def may_see(programme: ProgrammeFile, member: Membership, party: str) -> bool:
    """Whether this membership lets somebody see a party's report: its own, or one it looks after.

    A facilitator of one team sees that team alone, one of no team in particular every party.
    """
    if member.programme != programme.id:
        return False
    match member.role:
        case "organiser":
            return True
        case "facilitator":
            return member.team is None or team_party(programme.id, member.team) == party
        case _:
            return party_of(programme, member) == party


def _asked(unit: Unit, arguments: str) -> _Asked | None:
    asked = json.loads(arguments)
    person, row = unit.people.find(asked["person"]), unit.programmes.find(asked["programme"])
    report = unit.reports.of(asked["programme"], asked["party"], asked["milestone"])
    if person is None or row is None or report is None:
        return None
    programme = load(row.body)
    to = Address(asked["door"], asked["key"])
    if not _sees(unit, programme, person, report.party) or _is_others(unit, to, person):
        return None
    return _Asked(to, programme, report, tongue(asked["language"]), bool(asked.get("told")))


def _sees(unit: Unit, programme: ProgrammeFile, person: Person, party: str) -> bool:
    return any(may_see(programme, one, party) for one in unit.people.memberships(person.id))


def _is_others(unit: Unit, to: Address, person: Person) -> bool:
    """Whether somebody else is reached there by now; at a group's address nobody is."""
    found = unit.people.at(to.door, to.key)
    return found is not None and found.id != person.id


def _fits(words: Html) -> bool:
    return utf16_length(plain(words)) <= LONGEST_CAPTION
