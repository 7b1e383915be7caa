"""A team's reminders for an organiser: counts that no person's own choice has a part in.

How many were sent a reminder is not told. It would tell of a pause: where the one who speaks for
a team has one, its reminders go to all the others instead.
"""

from datetime import date

from handlers.flow.party import team_party
from handlers.markup import Button, Html, column, lines, paragraphs
from handlers.programme_file import ProgrammeFile, Team, zone
from handlers.remind import occasions
from handlers.remind.hours import local_day
from handlers.remind.ladder import Ladder
from handlers.remind.plan import Part, parts
from handlers.turn import Turn
from handlers.waiting import OpenReport, open_reports
from handlers.why import plan, team_texts
from handlers.why.plan import Crew

MOST_BUTTONS = 95  # Telegram shows at most a hundred under a message


def asked(turn: Turn, programme: ProgrammeFile, said: str) -> None:
    """Tell of the team that is meant, or ask which."""
    found = plan.teams_like(programme, said)
    if len(found) == 1:
        _show(turn, programme, found[0])
    else:
        choose(turn, programme, found, team_texts.no_such(turn.tongue) if not found else None)


def choose(
    turn: Turn, programme: ProgrammeFile, among: list[Team] | None = None, lead: Html | None = None
) -> None:
    """Let the organiser choose among some teams, or among all."""
    t = turn.tongue
    every = among or [one for one in programme.team if not one.withdrawn]
    if not every:
        turn.say(team_texts.no_teams(t))
        return
    named = sorted((t.pick(one.name), one.id) for one in every)
    buttons = [Button(name, turn.press("why", "team", of)) for name, of in named[:MOST_BUTTONS]]
    turn.say(lines(lead, team_texts.which(t)), column(*buttons))


def _show(turn: Turn, programme: ProgrammeFile, team: Team) -> None:
    t, crew = turn.tongue, _crew(turn, programme, team)
    text = paragraphs(
        team_texts.heading(t, t.pick(team.name)),
        _who(turn, team, crew),
        *_reports(turn, programme, team, crew),
        team_texts.not_single_persons(t) if crew.members else None,
    )
    turn.say(text, column(Button(team_texts.another(t), turn.press("why", "teams"))))


def _crew(turn: Turn, programme: ProgrammeFile, team: Team) -> Crew:
    people = turn.unit.people
    members = people.team_members(programme.id, team.id)
    names = {one.id: one.name for one in people.of_programme(programme.id)}
    return plan.crew_of(team, members, names, people.reachable_in(programme.id))


def _who(turn: Turn, team: Team, crew: Crew) -> Html:
    t = turn.tongue
    if crew.members == 0:
        return team_texts.nobody_here(t) if team.telegram else team_texts.without_telegram(t)
    return lines(
        team_texts.members(t, crew.members, crew.unreached), team_texts.speakers(t, crew.speakers)
    )


def _reports(turn: Turn, programme: ProgrammeFile, team: Team, crew: Crew) -> list[Html]:
    """Each open report: delivered, or when its reminders are due by the programme's own days."""
    party = team_party(programme.id, team.id)
    done = Ladder(turn.unit, programme, turn.now).delivered(party)
    owed = occasions.reports(programme, done, turn.now, first=True)
    rules = occasions.rules(programme)
    steps = [(local_day(rules, part.due), part) for part in parts(rules, owed)]
    is_open = open_reports(programme, turn.now)
    if not is_open:
        return [team_texts.no_report(turn.tongue)]
    return [_report(turn, programme, party, one, steps, crew) for one in is_open]


def _report(  # noqa: PLR0913 - whose, which, when
    turn: Turn,
    programme: ProgrammeFile,
    party: str,
    one: OpenReport,
    steps: list[tuple[date, Part]],
    crew: Crew,
) -> Html:
    t, of = turn.tongue, one.milestone.id
    due = one.due.astimezone(zone(programme)).date() if one.due else None
    head = team_texts.report(t, t.pick(one.milestone.title), due)
    there = turn.unit.reports.of(programme.id, party, of)
    if there is not None:
        said = team_texts.delivered if there.stands else team_texts.taken_back
        return lines(head, said(t))
    if due is None:
        return lines(head, team_texts.no_deadline(t))
    if crew.members == 0:
        return head
    ladder = plan.ladder_of(of, steps, turn.now, crew.speakers)
    return lines(
        head,
        team_texts.last(t, *ladder.last) if ladder.last else team_texts.none_before(t),
        team_texts.coming(t, *ladder.next) if ladder.next else team_texts.no_more(t),
    )
