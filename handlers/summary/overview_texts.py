"""What only the overview on a page says; the rest is the summary's."""

from datetime import date, datetime

from handlers.markup import Html
from handlers.tongue import Tongue


def as_of(t: Tongue, at: datetime) -> Html:
    """``at`` is a wall-clock moment."""
    return t.say("As it stands {moment}", moment=t.moment(at))


def report_before(t: Tongue, milestone: str) -> Html:
    return t.say("Report before «{milestone}»", milestone=milestone)


def due(t: Tongue, day: date, left: int) -> Html:
    """``left`` is the number of days from today."""
    if left < 0:
        return t.say("The deadline was {day}", day=t.day(day))
    if left == 0:
        return t.say("The deadline is today")
    return t.many("Deadline {day}, tomorrow", "Deadline {day}, in {n} days", left, day=t.day(day))


def no_deadline(t: Tongue) -> Html:
    return t.say("No deadline yet")


def of_delivered(t: Tongue, delivered: int, expected: int) -> Html:
    return t.say("{n} of {every} delivered", n=t.number(delivered), every=t.number(expected))


def after_the_deadline(t: Tongue, late: int) -> Html:
    return t.many("{n} of them after the deadline", "{n} of them after the deadline", late)


def have_begun(t: Tongue, begun: int) -> Html:
    return t.many("{n} has begun", "{n} have begun", begun)


def since(t: Tongue, day: date) -> Html:
    return t.say("since {day}", day=t.day(day))


def in_report(t: Tongue, milestone: str) -> Html:
    return t.say("in the report before «{milestone}»", milestone=milestone)


def waits(t: Tongue) -> Html:
    return t.say("not answered")


def answered(t: Tongue, day: date) -> Html:
    return t.say("answered {day}", day=t.day(day))


def called(t: Tongue) -> Html:
    """Where there are no words: they called for help outside a report."""
    return t.say("Asked for help in the chat. Ring them, or answer there.")


def no_words(t: Tongue) -> Html:
    """They ask in a report, and wrote nothing beside it."""
    return t.say("They have not written about what.")


def seen_differently(t: Tongue, own: str, facilitator: str) -> Html:
    """A team and its facilitator place it differently; the team knows."""
    return t.say(
        "seen differently: the team {own}, the facilitator {facilitator}. Something to talk about.",
        own=own,
        facilitator=facilitator,
    )


def on_behalf(t: Tongue) -> Html:
    """A small mark beside a team whose report an organiser delivered."""
    return t.say("on their behalf")


def without_telegram(t: Tongue) -> Html:
    return t.say("without Telegram")


def not_taking_part(t: Tongue) -> Html:
    return t.say("not taking part any more")


def was(t: Tongue, now: Html, before: Html) -> Html:
    """A measure's state, and the one before."""
    return t.say("{now} (was {before})", now=now, before=before)


def by_when(t: Tongue, day: date) -> Html:
    return t.say("by {day}", day=t.day(day, year=True))


def no_state(t: Tongue) -> Html:
    """Of a measure that the report says nothing about."""
    return t.say("not told")


def from_to(t: Tongue, was: str, now: str) -> Html:
    """After a question that a team answers otherwise than last time."""
    return t.say("from {was} to {now}", was=was, now=now)


def reflected_on(t: Tongue, milestone: str, answered: int) -> Html:
    return t.many(
        "«{milestone}»: {n} has answered.",
        "«{milestone}»: {n} have answered.",
        answered,
        milestone=milestone,
    )
