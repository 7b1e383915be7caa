"""Every word in the Excel file, a typed function each."""

from datetime import datetime

from handlers.markup import Html
from handlers.tongue import Tongue


def overview(t: Tongue) -> Html:
    """The name of a sheet, as the next four: at most 31 letters, spaces and hyphens."""
    return t.say("Overview")


def matrix(t: Tongue) -> Html:
    return t.say("Matrix")


def measures(t: Tongue) -> Html:
    """Also over the column of the matrix that holds them all."""
    return t.say("Measures")


def shared(t: Tongue) -> Html:
    return t.say("May be shared")


def reflections(t: Tongue) -> Html:
    return t.say("Reflections")


def made(t: Tongue, at: datetime) -> Html:
    """``at`` is a wall-clock moment."""
    return t.say("Made {moment}", moment=t.moment(at, year=True))


def name(t: Tongue, *, individuals: bool) -> Html:
    return t.say("Name") if individuals else t.say("Team")


def municipality(t: Tongue) -> Html:
    return t.say("Municipality")


def status(t: Tongue) -> Html:
    return t.say("Status")


def delivered_on(t: Tongue) -> Html:
    return t.say("First delivered")


def members(t: Tongue) -> Html:
    return t.say("Participants")


def not_reached(t: Tongue) -> Html:
    return t.say("Not reached")


def asks_for_help(t: Tongue) -> Html:
    return t.say("Asks for help")


def yes(t: Tongue) -> Html:
    return t.say("Yes")


def samling(t: Tongue) -> Html:
    return t.say("Gathering")


def question(t: Tongue) -> Html:
    return t.say("Question")


def answer(t: Tongue) -> Html:
    return t.say("Answer")


def was(t: Tongue) -> Html:
    return t.say("Last time")


def now(t: Tongue) -> Html:
    return t.say("Now")


def aims(t: Tongue) -> Html:
    """Over the column that holds all aims."""
    return t.say("Aims")


def aim(t: Tongue) -> Html:
    return t.say("Aim")


def measure(t: Tongue) -> Html:
    return t.say("Measure")


def step(t: Tongue) -> Html:
    """Over the column of scores."""
    return t.say("Step")


def reason(t: Tongue) -> Html:
    """Over the sentence about a measure that goes slowly or was put away."""
    return t.say("What they say")


def due(t: Tongue) -> Html:
    """Over the day by which a measure is to be done."""
    return t.say("By when")


def responsible(t: Tongue) -> Html:
    """Over the function that has a measure."""
    return t.say("Responsible")
