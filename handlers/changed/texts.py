"""What organisers are told of a change, a typed function each."""

from typing import Literal

from handlers.markup import Html, bold
from handlers.tongue import Tongue


def deadline_is_past(t: Tongue, deadline: Literal["report", "signup"], title: str) -> Html:
    """Asks an organiser for a new deadline, where a date was moved."""
    name = bold(title)
    if deadline == "report":
        return t.say(
            "“{title}” was moved, and the deadline of the report before it has passed. When "
            "should the teams deliver it?",
            title=name,
        )
    return t.say(
        "“{title}” was moved, and the deadline for signing up has passed. Until when can people "
        "sign up?",
        title=name,
    )


def set_deadline(t: Tongue) -> Html:
    """On the button that asks for a new deadline."""
    return t.say("Set a new deadline")


def concerns(t: Tongue, n: int) -> Html:
    return t.many("This concerns one person.", "This concerns {n} people.", n)


def missed(t: Tongue, n: int) -> Html:
    return t.many("One of them cannot be reached.", "{n} of them cannot be reached.", n)


def concerns_nobody(t: Tongue) -> Html:
    return t.say("Nobody has to be told of this.")


def told_at_once(t: Tongue) -> Html:
    return t.say("They are told at once.")


def told_at(t: Tongue, moment: str) -> Html:
    return t.say("They are told on {moment}, for nobody is disturbed before.", moment=moment)


def some_told(t: Tongue, n: int, moment: str | None) -> Html:
    """How many hear of it, where others cannot be reached; ``moment`` None: at once."""
    if moment is None:
        return t.many("One is told at once.", "{n} are told at once.", n)
    return t.many("One is told on {moment}.", "{n} are told on {moment}.", n, moment=moment)


def others_missed(t: Tongue, n: int) -> Html:
    return t.many("One cannot be reached.", "{n} cannot be reached.", n)
