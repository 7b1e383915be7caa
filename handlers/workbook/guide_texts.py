"""What the first sheet of a workbook says, and the headings of those that go down the page."""

from handlers.markup import Html
from handlers.tongue import Tongue


def title(t: Tongue) -> Html:
    return t.say("Programme and people for Mellom")


def sheet(t: Tongue) -> Html:
    """The name of the first sheet."""
    return t.say("Read me first")


def lines(t: Tongue, *, is_template: bool) -> list[Html]:
    """Five lines of help."""
    return [
        t.say(
            "1. Fill in the sheets from left to right. What each column means stands under its "
            "heading; most may be left empty."
        ),
        _greys(t) if is_template else _stands(t),
        t.say(
            "3. Write dates as dates: 14.01.2027, with a time 14.01.2027 12:00. In many cells "
            "there is a list to choose from. Alt+Enter gives a new line in a cell."
        ),
        t.say(
            "4. Add rows and delete rows as you like, and write no national identity numbers "
            "anywhere. The columns called “Id” are Mellom's own: leave them as they are."
        ),
        t.say(
            "5. Save the file and send it to Mellom, or drop it on the page. You see what would "
            "change before anything does, and every mistake with its sheet and row."
        ),
    ]


def _greys(t: Tongue) -> Html:
    return t.say(
        "2. What stands in grey italics is an example. Write over it; an example that nobody has "
        "touched is not read."
    )


def _stands(t: Tongue) -> Html:
    return t.say("2. This is what stands now. What you change here is changed when you send it in.")


def what(t: Tongue) -> Html:
    return t.say("What")


def value(t: Tongue) -> Html:
    return t.say("Value")


def value_in(t: Tongue, language: str) -> Html:
    return t.say("Value in {language}", language=language)


def told(t: Tongue) -> Html:
    return t.say("What it means")
