"""Every sentence of saying how far a party has come, a typed function each."""

from handlers.markup import Html, bold, lines
from handlers.tongue import Tongue


def summary(t: Tongue) -> Html:
    """What the command is for."""
    return t.say("Say how far a team has come")


def no_steps(t: Tongue, programme: str) -> Html:
    return t.say("There are no steps in {programme}.", programme=programme)


def not_open(t: Tongue) -> Html:
    return t.say("No report has opened yet, so there is nothing to say this about.")


def nobody(t: Tongue) -> Html:
    return t.say("There is nobody here that you can say this of.")


def not_yours(t: Tongue) -> Html:
    return t.say("You do not guide them now, so nothing was kept.")


def no_longer_asked(t: Tongue) -> Html:
    return t.say("The programme does not use these steps any longer, so nothing was kept.")


def which(t: Tongue, milestone: str) -> Html:
    return t.say("Before «{title}»: how far have they come? Choose whom.", title=milestone)


def how_far(t: Tongue, who: str) -> Html:
    return t.say("How far has {who} come?", who=who)


def you_see(t: Tongue, who: str, score: str) -> Html:
    return t.say("You see {who} at {score}.", who=who, score=score)


def sees_it_first(t: Tongue) -> Html:
    """Before it is sent to a team."""
    return t.say("The team sees this first, as something to talk about and not a mark.")


def they_see_it_first(t: Tongue, who: str) -> Html:
    """The same, for somebody who takes part alone."""
    return t.say("{who} sees this first, as something to talk about and not a mark.", who=who)


def send(t: Tongue) -> Html:
    return t.say("Send to the team")


def send_alone(t: Tongue) -> Html:
    return t.say("Send it")


def no(t: Tongue) -> Html:
    return t.say("No")


def not_kept(t: Tongue) -> Html:
    return t.say("Nothing was sent, and nothing is kept.")


# To the party


def sees_your_team(t: Tongue, name: str, score: str) -> Html:
    return t.say("{name} sees your team at {score}.", name=name, score=score)


def sees_you(t: Tongue, name: str, score: str) -> Html:
    return t.say("{name} sees you at {score}.", name=name, score=score)


def team_set(t: Tongue, score: str) -> Html:
    return t.say("Your team set {score}.", score=score)


def you_set(t: Tongue, score: str) -> Html:
    return t.say("You set {score}.", score=score)


def to_talk_about(t: Tongue) -> Html:
    return t.say("Take it as something to talk about, not a mark.")


def facilitator(t: Tongue) -> Html:
    """One whose name nobody knows."""
    return t.say("A facilitator")


def organiser(t: Tongue) -> Html:
    """The same, of an organiser."""
    return t.say("An organiser")


# Afterwards


def is_sent(t: Tongue, who: str, n: int) -> Html:
    return t.many(
        "It is sent to {n} person in {who}.", "It is sent to {n} persons in {who}.", n, who=who
    )


def is_sent_to(t: Tongue, who: str) -> Html:
    return t.say("It is sent to {who}.", who=who)


def tell_them(t: Tongue, who: str, score: str) -> Html:
    """Where no message reaches anybody."""
    return lines(
        bold(t.say("It is kept: {who} at {score}.", who=who, score=score)),
        t.say(
            "I cannot reach them here. Please tell them yourself, as something to talk about, and "
            "tap the button when they know. Nobody else sees it before that."
        ),
    )


def they_know(t: Tongue, *, alone: bool) -> Html:
    """On the button for what was told outside the chat."""
    return t.say("They know") if alone else t.say("The team knows")


def noted(t: Tongue, who: str) -> Html:
    return t.say("Noted: {who} knows.", who=who)


def not_seen(t: Tongue, who: str, score: str) -> Html:
    """Beside a new one, where an earlier one has reached nobody."""
    return t.say("{who} does not know yet that you saw them at {score}.", who=who, score=score)
