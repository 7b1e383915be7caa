"""/template is answered: the form is made beside the answers, for one's own party or a team."""

import json
import re
from collections.abc import Sequence
from datetime import datetime

from handlers.events import Pressed
from handlers.feature import Paper
from handlers.flow.party import name_of, team_party
from handlers.markup import Button, column, plain
from handlers.papers.gather import paper_language
from handlers.papers.office import WORD
from handlers.post import address_of
from handlers.programme_file import Milestone, ProgrammeFile, load
from handlers.report import texts as report_texts
from handlers.report.behalf import MOST_BUTTONS, team_of
from handlers.report.plan import owed
from handlers.report.template import texts
from handlers.report.template.make import as_form
from handlers.report.template.sheet import blank
from handlers.report.template.whose import may_fill, nearest, own_party, scene_of, turn_in_task
from handlers.tongue import tongue
from handlers.turn import Turn
from storage.records import Person
from storage.unit import Unit

PAPER = "template"
_UNSAFE = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')  # what some file system reserves
_LONGEST_PART = 60  # characters


def show(turn: Turn, _rest: str = "") -> None:
    """Order one's own form; an organiser is asked for which team."""
    programme, t = _programme(turn), turn.tongue
    if programme is None:
        return
    party = own_party(programme, turn.memberships)
    if "organiser" in turn.roles and programme.team:
        _offer_teams(turn, programme)
    elif party is not None:
        _order(turn, programme, party)
    elif "organiser" in turn.roles:
        turn.say(texts.each_their_own(t))
    else:
        turn.say(report_texts.no_team(t))


def pressed(turn: Turn, arguments: Sequence[str]) -> None:
    """Order the form of the team whose id stands in the button."""
    programme = _programme(turn)
    if programme is None:
        return
    party = team_party(programme.id, arguments[0]) if arguments else ""
    if team_of(programme, party) and may_fill(programme, party, turn.memberships):
        _order(turn, programme, party)
    else:
        show(turn)


def make(unit: Unit, arguments: str, now: datetime) -> Paper | None:
    """Make the form for who asked for it; None if they may not fill it in any more, or are gone.

    ``arguments`` is JSON: ``person``, ``programme``, ``party`` and ``milestone``.
    """
    asked = json.loads(arguments)
    person, row = unit.people.find(asked["person"]), unit.programmes.find(asked["programme"])
    to = address_of(unit, person) if person else None
    if person is None or row is None or to is None:
        return None
    programme, party = load(row.body), asked["party"]
    before = owed(programme, asked["milestone"])
    if before is None or not may_fill(programme, party, unit.people.memberships(person.id)):
        return None
    turn = turn_in_task(unit, now, to, PAPER)
    content = as_form(blank(scene_of(turn, row, programme, party, before.id), before))
    return _enclosed(unit, programme, party, before, person, content)


def _enclosed(  # noqa: PLR0913 - whose, before what, to whom
    unit: Unit,
    programme: ProgrammeFile,
    party: str,
    before: Milestone,
    person: Person,
    content: bytes,
) -> Paper | None:
    to = address_of(unit, person)
    if to is None:
        return None
    theirs = tongue(paper_language(programme, party))
    who = _part(name_of(unit, programme, party, theirs))
    name = plain(texts.file_name(theirs, who, _part(theirs.pick(before.title))))
    t = tongue(person.language or programme.language)
    text = texts.the_form(t, t.pick(before.title))
    return Paper(to, f"{name}.docx", WORD, content, text, t.language)


def _part(words: str) -> str:
    """Words as a part of a file's name."""
    return " ".join(_UNSAFE.sub(" ", words).split())[:_LONGEST_PART].strip(" .")


def _programme(turn: Turn) -> ProgrammeFile | None:
    """The programme to report in; None once the speaker was told why there is no form."""
    programme, t = turn.programme, turn.tongue
    if programme is None:
        turn.say(report_texts.no_programme(t))
    elif programme.report is None:
        turn.say(report_texts.no_reports(t, t.pick(programme.name)))
    elif not turn.event.private:
        turn.say(texts.in_private(t))
    else:
        return programme
    return None


def _offer_teams(turn: Turn, programme: ProgrammeFile) -> None:
    """A button a team, those without Telegram first."""
    standing = [team for team in programme.team if not team.withdrawn]
    first = sorted(standing, key=lambda team: team.telegram)[:MOST_BUTTONS]
    buttons = (Button(turn.tongue.pick(team.name), f"template:{team.id}") for team in first)
    turn.say(texts.for_which_team(turn.tongue), column(*buttons))


def _order(turn: Turn, programme: ProgrammeFile, party: str) -> None:
    """List the form as work to be done; the same press never lists it twice."""
    before = nearest(turn.unit, programme, party, turn.now)
    if before is None or turn.person is None:
        turn.say(texts.nothing_to_fill_in(turn.tongue))
        return
    asked = {
        "person": turn.person.id,
        "programme": programme.id,
        "party": party,
        "milestone": before.id,
    }
    task = f"{PAPER}:{turn.event.source}:{turn.event.update}"
    turn.unit.tasks.add(task, PAPER, json.dumps(asked), turn.now)
    turn.note(PAPER, before.id)
    coming = texts.is_coming(turn.tongue)
    if isinstance(turn.event.what, Pressed):
        turn.nod.text = plain(coming)
    else:
        turn.say(coming)
