"""Where something stands in a programme file, in people's words."""

from handlers.markup import Html
from handlers.tongue import Tongue


def gathering(t: Tongue, n: int, title: str) -> Html:
    return t.say("gathering {n}{title}", n=n, title=title)


def module(t: Tongue, n: int, title: str) -> Html:
    return t.say("module {n}{title}", n=n, title=title)


def phase(t: Tongue, n: int, title: str) -> Html:
    return t.say("phase {n}{title}", n=n, title=title)


def deadline(t: Tongue, n: int, title: str) -> Html:
    return t.say("deadline {n}{title}", n=n, title=title)


def milestone(t: Tongue, n: int, title: str) -> Html:
    return t.say("milestone {n}{title}", n=n, title=title)


def team(t: Tongue, name: str) -> Html:
    return t.say("team {name}", name=name)


def agenda(t: Tongue, n: int) -> Html:
    return t.say("agenda item {n}", n=n)


def contact(t: Tongue, n: int) -> Html:
    return t.say("contact {n}", n=n)


def group(t: Tongue, n: int) -> Html:
    return t.say("group {n}", n=n)


def report_question(t: Tongue, n: int) -> Html:
    return t.say("question {n} in the report", n=n)


def reflection_question(t: Tongue, n: int) -> Html:
    return t.say("question {n} in the reflection", n=n)


def option(t: Tongue, n: int) -> Html:
    return t.say("option {n}", n=n)


def report(t: Tongue) -> Html:
    return t.say("the report")


def reflection(t: Tongue) -> Html:
    return t.say("the reflection")


def reminders(t: Tongue) -> Html:
    return t.say("the reminders")


def around_gatherings(t: Tongue) -> Html:
    """What [samling] says: what happens before, on and after every gathering."""
    return t.say("around the gatherings")


def privacy(t: Tongue) -> Html:
    return t.say("privacy")


def teams(t: Tongue) -> Html:
    return t.say("the rules for teams")


def line(t: Tongue, n: int) -> Html:
    return t.say("line {n}", n=n)


def key(t: Tongue, name: str) -> Html:
    return t.say("“{name}”", name=name)


def key_number(t: Tongue, name: str, n: int) -> Html:
    return t.say("“{name}”, number {n}", name=name, n=n)
