"""A leader says how far a party has come: whom it is about, and what is left to be told."""

from collections.abc import Sequence

from handlers import pleas
from handlers.flow import talk
from handlers.flow.party import owing, person_party, team_party
from handlers.guidance import assess_texts as texts
from handlers.guidance.assess_form import FORM, about, guides, they_know
from handlers.guidance.texts import gone
from handlers.markup import Button, column
from handlers.programme_file import Milestone, ProgrammeFile, is_for_individuals, load
from handlers.progress import score
from handlers.progress.seen import is_seen
from handlers.turn import Turn
from handlers.waiting import open_reports
from storage.records import Assessment


def choose(turn: Turn) -> None:
    """Offer the parties that the speaker guides; one alone is begun with at once."""
    programme, t = turn.programme, turn.tongue
    if programme is None or programme.report is None or programme.report.score is None:
        turn.say(texts.no_steps(t, t.pick(programme.name) if programme else ""))
        return
    names = _guided(turn, programme)
    first = next(iter(names), "")
    newest = current(turn, programme, _party(programme, first))
    if newest is None:
        turn.say(texts.not_open(t))
    elif not names:
        turn.say(texts.nobody(t))
    elif len(names) == 1:
        _begin(turn, programme, _party(programme, first))
    else:
        buttons = (Button(name, f"assess:of:{one}") for one, name in names.items())
        turn.say(texts.which(t, t.pick(newest.title)), column(*buttons))


def pressed(turn: Turn, arguments: Sequence[str]) -> None:
    """Answer the buttons; each deed asks anew whom the speaker guides."""
    programme = turn.programme
    match arguments:
        case ["of", one] if programme is not None:
            _begin(turn, programme, _party(programme, one))
        case ["told", assessment]:
            _told(turn, assessment)
        case _:
            turn.say(gone(turn.tongue))


def current(turn: Turn, programme: ProgrammeFile, party: str) -> Milestone | None:
    """The milestone that this is about: the newest open one before which the party's report stands.

    Without a report it is the first that is open, since reports without a date open all at once.
    """
    opened = [one.milestone for one in open_reports(programme, turn.now)]
    found = [(one, turn.unit.reports.of(programme.id, party, one.id)) for one in opened]
    standing = [one for one, report in found if report is not None and report.stands]
    return next(iter([*reversed(standing), *opened]), None)


def _guided(turn: Turn, programme: ProgrammeFile) -> dict[str, str]:
    """What stands in a button for each party that the speaker guides, and what it is called."""
    parties = [one for one in owing(turn.unit, programme) if guides(turn, programme, one)]
    names = {
        _word(one): pleas.name_of_party(turn.unit, programme, one, turn.tongue) for one in parties
    }
    order = [team.id for team in programme.team] or sorted(names, key=lambda one: names[one])
    return {one: names[one] for one in order if one in names}


def _word(party: str) -> str:
    """A team's id, or a person's: all that a button has room for."""
    return party.removeprefix("person:").rpartition("/")[2]


def _party(programme: ProgrammeFile, one: str) -> str:
    return person_party(one) if is_for_individuals(programme) else team_party(programme.id, one)


def _begin(turn: Turn, programme: ProgrammeFile, party: str) -> None:
    newest = current(turn, programme, party)
    if newest is None or turn.person is None:
        turn.say(texts.not_open(turn.tongue))
        return
    if guides(turn, programme, party):
        _not_seen(turn, programme, party, newest)
    talk.begin(turn, FORM, person_party(turn.person.id), about(newest.id, party))


def _not_seen(turn: Turn, programme: ProgrammeFile, party: str, before: Milestone) -> None:
    """Say of an earlier one that nobody has seen it, with the way to say that they know."""
    unit, t = turn.unit, turn.tongue
    earlier = unit.help.assessment_of(programme.id, party, before.id)
    if earlier is not None and not is_seen(unit, earlier):
        who = pleas.name_of_party(unit, programme, party, t)
        said = texts.not_seen(t, who, score.spoken(earlier.score, t))
        turn.say(said, they_know(t, programme, earlier))


def _told(turn: Turn, assessment: str) -> None:
    """Keep that the party knows, as whoever guides it says."""
    unit, t = turn.unit, turn.tongue
    found = unit.help.assessment(assessment)
    programme = _programme(turn, found) if found else None
    if found is None or programme is None:
        turn.say(gone(t))
    elif not guides(turn, programme, found.party):
        turn.say(texts.not_yours(t))
    else:
        if found.talked_at is None:
            unit.help.talked(found.id, turn.now)
            turn.note("assess-told", found.milestone)
        turn.say(texts.noted(t, pleas.name_of_party(unit, programme, found.party, t)))


def _programme(turn: Turn, found: Assessment) -> ProgrammeFile | None:
    row = turn.unit.programmes.find(found.programme)
    return load(row.body) if row else None
