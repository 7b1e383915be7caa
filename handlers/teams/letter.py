"""An invitation as values: what the e-mail and the sheet say, to one team or to those alone."""

from dataclasses import dataclass

from handlers.codes import Ways, team_ways
from handlers.markup import Html, plain
from handlers.programme_file import ProgrammeFile, Team, is_for_individuals
from handlers.programme_file.teams import first_contact, team_of
from handlers.teams import letter_texts as texts
from handlers.tongue import Tongue, tongue
from storage.unit import Unit

_IN_GROUPS = 4


@dataclass(frozen=True, slots=True)
class Invitation:
    """What one team is invited with, in its language; ``team`` "" where people take part alone."""

    t: Tongue
    programme: str
    team: str
    alone: bool
    ways: Ways
    whom: str | None
    organisers: tuple[str, ...]

    @property
    def what(self) -> tuple[str, str, str]:
        """What this is, in three lines."""
        t = self.t
        said = (texts.helps(t), texts.report(t, alone=self.alone), texts.reads(t, alone=self.alone))
        return plain(said[0]), plain(said[1]), plain(said[2])

    @property
    def without_telegram(self) -> tuple[str, ...]:
        """What those do whose phone may not have it; nothing in a house that has only its page."""
        t = self.t
        if self.ways.web and not self.ways.telegram:
            return ()
        if self.ways.web:
            found = [texts.employer(t), texts.by_browser(t)]
            if self.whom:
                found.append(texts.questions(t, self.whom))
        else:
            hand = texts.by_hand(t, self.whom) if self.whom else texts.by_organiser(t)
            found = [texts.employer(t), hand]
        return tuple(plain(one) for one in found)

    @property
    def questions(self) -> str:
        """Whom to ask, where it is not said beside the ways around Telegram; "" for nobody."""
        if self.without_telegram or not self.whom:
            return ""
        return plain(texts.questions(self.t, self.whom))

    @property
    def code(self) -> str:
        """The code in groups, as one reads it aloud; spaces are forgiven where it is typed."""
        said = self.ways.code
        return " ".join(said[n : n + _IN_GROUPS] for n in range(0, len(said), _IN_GROUPS))


def invitation(unit: Unit, programme: ProgrammeFile, team: str) -> Invitation | None:
    """The invitation to a team ("" : to the programme); None where no code leads there."""
    found = team_of(programme, team)
    ways = team_ways(unit, programme, team)
    if ways is None or (team and found is None):
        return None
    t = tongue(_language(programme, found))
    contact = first_contact(programme)
    whom = (
        f"{contact.name or t.pick(contact.role)}, {t.pick(contact.reach)}"
        if contact and contact.reach
        else None
    )
    return Invitation(
        t,
        t.pick(programme.name),
        t.pick(found.name) if found else "",
        is_for_individuals(programme),
        ways,
        whom,
        tuple(t.pick(one) for one in programme.organisers),
    )


def invitations(unit: Unit, programme: ProgrammeFile) -> list[tuple[Team, Invitation]]:
    """One for each team that a code leads into, in the file's order."""
    found = [(team, invitation(unit, programme, team.id)) for team in programme.team]
    return [(team, one) for team, one in found if one is not None]


def mail(one: Invitation) -> list[str]:
    """The paragraphs of the e-mail, without its subject."""
    t, ways = one.t, one.ways
    begin = [texts.open_it(t, ways.best)] if ways.best else [texts.find_us(t)]
    if ways.web and ways.telegram:
        begin.append(texts.choose_there(t))
    code = texts.if_asked(t, one.code) if ways.best else Html(one.code)
    organisers = t.listed(one.organisers) if one.organisers else None
    return [
        plain(texts.greeting(t, one.team)),
        "\n".join(one.what),
        _with_heading(texts.how(t), *(plain(said) for said in (*begin, code))),
        _with_heading(texts.not_to_write(t), plain(texts.nobody_recognised(t))),
        *([_with_heading(texts.without(t), *told)] if (told := one.without_telegram) else []),
        *([one.questions] if one.questions else []),
        *([plain(texts.regards(t, organisers))] if organisers else []),
    ]


def subject(one: Invitation) -> str:
    return plain(texts.subject(one.t, one.programme))


def _with_heading(heading: Html, *lines: str) -> str:
    return "\n".join((plain(heading).upper(), *lines))


def _language(programme: ProgrammeFile, team: Team | None) -> str:
    return (team.language if team else None) or programme.language
