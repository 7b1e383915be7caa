"""What is said about a value in a programme file that cannot be used, and what to write."""

from collections.abc import Mapping
from datetime import date, datetime

from handlers.markup import Html
from handlers.tongue import Tongue

_MUCH = 40
_FAR = 10**15  # longer numbers are cut, and the longest cannot be written at all


def shown(value: object) -> str:
    """Show a value of the file as its writer wrote it, cut where it is long."""
    match value:
        case bool():
            return "true" if value else "false"
        case int() if abs(value) > _FAR:
            return "…"
        case datetime() | date():
            return value.isoformat()
        case Mapping():
            return "{ … }"
        case list() | tuple():
            return "[ … ]"
        case _:
            said = " ".join(str(value).split())
            return said if len(said) <= _MUCH else said[: _MUCH - 1] + "…"


# Texts and names


def not_a_text(t: Tongue) -> Html:
    return t.say("this is not a text; write it between quotation marks")


def empty_text(t: Tongue) -> Html:
    return t.say("the text is empty; write something, or take the key out")


def too_long(t: Tongue, length: int, longest: int) -> Html:
    return t.say(
        "the text has {length} characters; shorten it to {longest}",
        length=t.number(length),
        longest=t.number(longest),
    )


def not_a_language(t: Tongue, key: str) -> Html:
    return t.say("“{key}” is not a language here; write nb, nn or en", key=key)


def not_an_id(t: Tongue, said: str) -> Html:
    return t.say(
        "“{said}” cannot be an id; write 1 to 40 small letters a–z, digits and hyphens",
        said=said,
    )


def not_a_key(t: Tongue, said: str, longest: int) -> Html:
    return t.say(
        "“{said}” cannot be a key; write 1 to {longest} small letters a–z, digits and hyphens",
        said=said,
        longest=longest,
    )


def a_key_of_ours(t: Tongue, said: str) -> Html:
    return t.say(
        "“{said}” begins with a hyphen, as Mellom's own keys do; begin with a letter or a digit",
        said=said,
    )


def not_a_link(t: Tongue, said: str) -> Html:
    return t.say("“{said}” is not a link; write the whole address, from https://", said=said)


def not_a_number(t: Tongue, said: str) -> Html:
    return t.say("“{said}” is not a number; write it without quotation marks", said=said)


def not_whole(t: Tongue, said: str) -> Html:
    return t.say(
        "“{said}” is not a whole number; write it in digits, without quotation marks",
        said=said,
    )


def too_small(t: Tongue, said: str, least: str) -> Html:
    return t.say("{said} is too little; write {least} or more", said=said, least=least)


def too_large(t: Tongue, said: str, most: str) -> Html:
    return t.say("{said} is too much; write {most} or less", said=said, most=most)


def not_yes_or_no(t: Tongue, said: str) -> Html:
    return t.say("“{said}” is neither true nor false; write true or false", said=said)


def not_one_of(t: Tongue, said: str, choices: str) -> Html:
    return t.say("“{said}” is not known here; write one of {choices}", said=said, choices=choices)


def no_such_zone(t: Tongue, said: str) -> Html:
    return t.say("“{said}” is not a time zone; write for instance Europe/Oslo", said=said)


# Times


def not_a_when(t: Tongue, said: str) -> Html:
    return t.say(
        "“{said}” is not a time that can be read; write for instance 2022-09-01T12:00, "
        "2022-09-01, 2022-12, “2022 vår” or --04-01",
        said=said,
    )


def year_first(t: Tongue, said: str, mend: str) -> Html:
    return t.say("“{said}” must begin with the year; write {mend}", said=said, mend=mend)


def no_such_year(t: Tongue, said: str) -> Html:
    return t.say("“{said}” is not a valid year; write one from 1900 to 2199", said=said)


def no_such_month(t: Tongue, said: str) -> Html:
    return t.say("“{said}” is not a valid month; write year and month, such as 2022-12", said=said)


def no_such_day(t: Tongue, said: str) -> Html:
    return t.say("“{said}” is not a day in the calendar; check the date", said=said)


def no_such_clock(t: Tongue, said: str) -> Html:
    return t.say("“{said}” is not a time of day; write 00:00 to 23:59", said=said)


def not_a_clock(t: Tongue, said: str) -> Html:
    return t.say("“{said}” is not a time of day; write for instance 13:30", said=said)


def not_days(t: Tongue, said: str) -> Html:
    return t.say(
        "“{said}” is not a span of days; write for instance 2023-07-03/2023-07-30",
        said=said,
    )


def not_a_day(t: Tongue, said: str) -> Html:
    return t.say("“{said}” is not a day; write for instance 2023-08-25", said=said)


def not_an_offset(t: Tongue, said: str) -> Html:
    return t.say(
        "“{said}” is not a number of days; write for instance 7, or “2 working days”",
        said=said,
    )


def no_offset(t: Tongue, said: str) -> Html:
    return t.say(
        "“{said}” has a time zone of its own; write only the time on the wall, "
        "the programme's zone holds for all",
        said=said,
    )


def ends_before(t: Tongue, end: str, start: str) -> Html:
    return t.say(
        "the end ({end}) is not after the start ({start}); put the earlier one first",
        end=end,
        start=start,
    )


def unlike_ends(t: Tongue, said: str) -> Html:
    return t.say(
        "“{said}” needs the same kind of time on both sides of /; "
        "write a time of day on both, or on neither",
        said=said,
    )


def in_the_gap(t: Tongue, said: str) -> Html:
    return t.say(
        "“{said}” does not exist: the clock is put forward that night; choose another time",
        said=said,
    )
