"""What is said about a cell that cannot be read, and what to write."""

from collections.abc import Iterable

from handlers.markup import Html
from handlers.tongue import Tongue
from handlers.workbook.vocabulary import SHEETS, Words, word


def became_a_date(t: Tongue) -> Html:
    return t.say("Excel has made a date of this; format the cell as text and write it again")


def no_number(t: Tongue, said: str) -> Html:
    return t.say("“{said}” is not a number; write it in digits", said=said)


def no_yes_or_no(t: Tongue, said: str) -> Html:
    return t.say("“{said}” is neither yes nor no; write one of them", said=said)


def no_choice(t: Tongue, said: str, choices: Iterable[Words]) -> Html:
    known = t.listed(word(t) for word in choices)
    return t.say("“{said}” is not known here; write one of these: {known}", said=said, known=known)


def no_such_row(t: Tongue, said: str, sheet: str) -> Html:
    return t.say(
        "“{said}” is not in the sheet “{sheet}”; write the name as it stands there",
        said=said,
        sheet=word(t, SHEETS, sheet),
    )


def no_label(t: Tongue, said: str) -> Html:
    return t.say("“{said}” names no step; write for instance “1 = just begun”", said=said)


def no_offset(t: Tongue, said: str) -> Html:
    return t.say(
        "“{said}” is not a number of days; write for instance 14, or “2 working days”", said=said
    )


def no_time(t: Tongue, said: str) -> Html:
    return t.say(
        "“{said}” is not a date; write for instance 14.01.2027, or 14.01.2027 12:00", said=said
    )


def no_time_in_words(t: Tongue, said: str) -> Html:
    return t.say(
        "“{said}” is not a time; write for instance “February 2027”, “spring 2027” or "
        "“every 1 April”",
        said=said,
    )


def no_day(t: Tongue, said: str) -> Html:
    return t.say("“{said}” is not a day; write for instance 14.01.2027", said=said)


def no_clock(t: Tongue, said: str) -> Html:
    return t.say("“{said}” is not a time of day; write for instance 13:30", said=said)


def no_days(t: Tongue, said: str) -> Html:
    return t.say("“{said}” are not days; write for instance 28.06.2027 – 08.08.2027", said=said)


def end_alone(t: Tongue) -> Html:
    return t.say("there is an end without a start; write the start too")


def ends_before(t: Tongue) -> Html:
    return t.say("the end is not after the start")


def unlike_ends(t: Tongue) -> Html:
    return t.say("one has a time of day and the other has none; write it on both, or on neither")


def two_times(t: Tongue) -> Html:
    return t.say("there is both a date and a time in words; take one of them out")
