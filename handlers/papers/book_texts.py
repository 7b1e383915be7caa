"""The words of a workbook's last sheet, where what no cell can hold goes on."""

from handlers.markup import Html
from handlers.tongue import Tongue


def rest(t: Tongue) -> Html:
    """The name of the sheet: at most 31 letters, spaces and hyphens."""
    return t.say("The rest of long texts")


def where(t: Tongue) -> Html:
    return t.say("Where")


def text(t: Tongue) -> Html:
    return t.say("Text")


def goes_on(t: Tongue, number: int) -> Html:
    """At the end of a cell that Excel cannot hold more in."""
    return t.say("… (goes on as number {number} in the last sheet)", number=t.number(number))
