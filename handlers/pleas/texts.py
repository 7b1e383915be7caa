"""Every sentence of a call for help, a typed function each."""

from collections.abc import Iterable

from handlers.markup import Html, bold, lines, paragraphs, quote, safe
from handlers.tongue import Tongue


def somebody(t: Tongue) -> Html:
    return t.say("A participant")


def help_wanted(
    t: Tongue, who: str, milestone: str | None, words: Iterable[tuple[str, str]]
) -> Html:
    """To those who help; ``words`` are wordings with their answers, None a call of its own."""
    return paragraphs(
        bold(t.say("{who} asks for help", who=who)),
        t.say("In the report before «{title}».", title=milestone) if milestone else None,
        *(lines(safe(asked), quote(said)) for asked, said in words),
    )


def help_is_about(t: Tongue, who: str, words: Iterable[tuple[str, str]]) -> Html:
    """To those who help, after a call: what the party writes of it."""
    told = (lines(safe(asked), quote(said)) for asked, said in words)
    return paragraphs(bold(t.say("{who} tells what the help is about", who=who)), *told)


def written_back(t: Tongue, who: str, words: str) -> Html:
    """To those who help, after an answer."""
    return paragraphs(bold(t.say("{who} writes back", who=who)), quote(words))


def answer_team(t: Tongue) -> Html:
    """On the button under a team's call for help."""
    return t.say("Answer the team")


def answer(t: Tongue) -> Html:
    """The same, for somebody who takes part alone."""
    return t.say("Answer")


# Before somebody writes


def facilitators_get_it(t: Tongue, n: int, *, alone: bool) -> Html:
    if alone:
        return t.many("Your facilitator gets this now.", "Your facilitators get this now.", n)
    return t.many(
        "Your team's facilitator gets this now.", "Your team's facilitators get this now.", n
    )


def organisers_get_it(t: Tongue) -> Html:
    return t.say("The organisers get this now.")


def nobody_helps(t: Tongue) -> Html:
    return t.say("Nobody in the programme can answer here yet.")


# How it went


def facilitators_have_it(t: Tongue, n: int) -> Html:
    return t.many(
        "The facilitator has been told, and can answer here.",
        "The facilitators have been told, and can answer here.",
        n,
    )


def organisers_have_it(t: Tongue) -> Html:
    return t.say("The organisers have been told, and can answer here.")


def nobody_reached(t: Tongue) -> Html:
    return t.say("I could reach nobody who helps you, so nobody has been told.")


def you_help(t: Tongue) -> Html:
    return t.say("You are the one who helps here, so nobody else was told.")


def ask_instead(t: Tongue, who: Html) -> Html:
    return t.say("Get in touch with {who} instead.", who=who)
