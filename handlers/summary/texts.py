"""Every sentence of the summary, a typed function each."""

from datetime import date
from typing import assert_never

from handlers.markup import Html, bold, italic, joined, lines, safe
from handlers.progress import texts as progress
from handlers.summary.values import Move, State
from handlers.tongue import Tongue


def summary(t: Tongue) -> Html:
    """What the command is for, in the menu."""
    return t.say("Who has delivered, and who needs help")


def title(t: Tongue, programme: str) -> Html:
    return bold(t.say("Summary of {programme}", programme=programme))


def the_round(t: Tongue, milestone: str, due: date | None) -> Html:
    if due is None:
        return t.say("The report before «{milestone}»", milestone=milestone)
    day = t.day(due, year=True)
    return t.say("The report before «{milestone}», due {day}", milestone=milestone, day=day)


def no_reports(t: Tongue) -> Html:
    return t.say("This programme has no reports.")


def only_your_team(t: Tongue) -> Html:
    """To a facilitator who guides one team."""
    return t.say("You see the team that you guide.")


def need_you_now(t: Tongue) -> Html:
    return bold(t.say("Need help now"))


def nobody_asks(t: Tongue) -> Html:
    return t.say("Nobody has asked for help.")


def asks_for_help(t: Tongue, name: str | None, when: Html) -> Html:
    """``when`` is as in ``asked``, or empty."""
    return joined(" ", (bold(who(t, name)), when))


def asked(t: Tongue, before: str | None, on: date | None, answered_on: date | None) -> Html:
    """When they were answered; else in which earlier round or on which day they asked."""
    if answered_on is not None:
        return t.say("(answered {day})", day=t.day(answered_on))
    if before is not None:
        return t.say("(asked in the report before «{milestone}»)", milestone=before)
    return t.say("(asked {day})", day=t.day(on)) if on else Html("")


def said_to(question: str, answer: object) -> Html:
    """A question, and the answer to it on a line of its own."""
    return lines(italic(question), answer)


def who(t: Tongue, name: str | None) -> Html:
    return safe(name) if name else t.say("Someone who has been deleted")


def deliveries(t: Tongue) -> Html:
    return bold(t.say("Delivered"))


def teams_delivered(t: Tongue, delivered: int, expected: int) -> Html:
    every = t.number(expected)
    return t.many(
        "{n} of {every} teams has delivered.",
        "{n} of {every} teams have delivered.",
        delivered,
        every=every,
    )


def people_delivered(t: Tongue, delivered: int, expected: int) -> Html:
    every = t.number(expected)
    return t.many(
        "{n} of {every} people has delivered.",
        "{n} of {every} people have delivered.",
        delivered,
        every=every,
    )


def people_begun(t: Tongue, begun: int) -> Html:
    return t.many("{n} more has begun.", "{n} more have begun.", begun)


def in_state(t: Tongue, state: State) -> Html:
    match state:
        case "delivered":
            return t.say("delivered")
        case "late":
            return t.say("delivered after the deadline")
        case "begun":
            return t.say("begun")
        case "missing":
            return t.say("not delivered")
        case "withdrawn":
            return t.say("taken back")
        case _:
            assert_never(state)


def listed(t: Tongue, state: State, names: list[Html]) -> Html:
    """Such as «Begun: A · B»: a team's name may hold commas and an «and» of its own."""
    label = in_state(t, state)
    return joined(": ", (Html(label[:1].upper() + label[1:]), joined(" · ", names)))


def without_telegram(t: Tongue, name: Html) -> Html:
    return t.say("{name} (without Telegram)", name=name)


def withdrawn(t: Tongue, name: Html) -> Html:
    return t.say("{name} (not taking part any more)", name=name)


def on_behalf(t: Tongue) -> Html:
    return t.say("delivered on the team's behalf")


def marked(name: Html, mark: Html) -> Html:
    return joined(" ", (name, Html(f"({mark})")))


def changed(t: Tongue) -> Html:
    return bold(t.say("Changed since last time"))


def from_to(was: str, now: str) -> Html:
    return joined(" → ", (was, now))


def moved(t: Tongue, move: Move) -> Html:
    """Such as «i gang → ferdig: 4 tiltak hos 3 team»."""
    was, now = (progress.measure_state(t, state) for state in (move.was, move.now))
    return joined(": ", (from_to(was, now), measures_of_teams(t, move.measures, move.teams)))


def slow(t: Tongue, measures: int, teams: int) -> Html:
    how_many = measures_of_teams(t, measures, teams)
    return t.say("Goes slowly: {how_many}", how_many=how_many)


def measures_of_teams(t: Tongue, measures: int, teams: int) -> Html:
    of = t.many("{n} team", "{n} teams", teams)
    return t.many("{n} measure, {teams}", "{n} measures, {teams}", measures, teams=of)


def seen_differently(t: Tongue, name: Html, own: str, facilitator: str) -> Html:
    """A team and its facilitator place it differently; the team knows."""
    return t.say(
        "Seen differently: {name}: the team {own}, the facilitator {facilitator}. Something to "
        "talk about.",
        name=name,
        own=own,
        facilitator=facilitator,
    )


def may_be_shared(t: Tongue) -> Html:
    """Over what teams let the others read."""
    return bold(t.say("May be shared"))


def taking_part(t: Tongue) -> Html:
    return bold(t.say("Taking part"))


def members(t: Tongue, count: int) -> Html:
    return t.many("{n} participant", "{n} participants", count)


def nobody_yet(t: Tongue, teams: Html) -> Html:
    """The teams that nobody has joined, in one line."""
    return t.say("Nobody has joined yet: {teams}", teams=teams)


def not_reached(t: Tongue, count: int) -> Html:
    """How many no message reaches."""
    return t.many("{n} not reached", "{n} not reached", count)


def answers(t: Tongue) -> Html:
    return bold(t.say("The answers"))


def asked_as(t: Tongue, question: str) -> Html:
    """The wording that was answered, where the question has changed since."""
    return t.say("(asked as «{question}»)", question=question)


def shortened(t: Tongue) -> Html:
    return t.say("Long answers are cut here. They stand in full in the Excel file.")


def reflections(t: Tongue) -> Html:
    return bold(t.say("Reflections"))


def reflected_on(t: Tongue, milestone: str, answered: int) -> Html:
    return t.many(
        "{milestone}: {n} has answered.",
        "{milestone}: {n} have answered.",
        answered,
        milestone=bold(milestone),
    )


def hidden(t: Tongue) -> Html:
    return t.say("The answers are shown from four answers up.")


def more_in_the_file(t: Tongue, left: int) -> Html:
    return t.many("{n} more in the Excel file.", "{n} more in the Excel file.", left)


def excel(t: Tongue) -> Html:
    """On the button that asks for the file."""
    return t.say("The matrix in Excel")


def on_a_page(t: Tongue) -> Html:
    """On the button that leads to the overview in a browser."""
    return t.say("Open the page")


def before(t: Tongue, milestone: str) -> Html:
    """On the button that shows another round."""
    return t.say("Before «{milestone}»", milestone=milestone)


def file_is_coming(t: Tongue) -> Html:
    return t.say("The Excel file is on its way.")


def the_file(t: Tongue, programme: str) -> Html:
    """Beside the file. It holds what people wrote, so it says so."""
    return t.say(
        "The summary of {programme}. The file holds what people wrote: keep it where only those "
        "who need it can read it.",
        programme=bold(programme),
    )


def no_such_round(t: Tongue) -> Html:
    return t.say("I know no report with that name. Here is the one that is current.")


def not_yours(t: Tongue) -> Html:
    return t.say("The summary is for organisers and facilitators of the programme.")


def in_private(t: Tongue) -> Html:
    return t.say("The summary is shown in a private chat with me, not in a group.")
