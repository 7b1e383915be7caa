"""What is said about a workbook as a file: its size, its sheets, its columns, its cells."""

from collections.abc import Callable

from handlers.markup import Html, safe
from handlers.tongue import Tongue

# The file


def not_a_workbook(t: Tongue) -> Html:
    return t.say("this is no Excel file that can be read; save it anew as .xlsx")


def too_large(t: Tongue, megabytes: int) -> Html:
    return t.say("the file is larger than {megabytes} MB; take pictures out", megabytes=megabytes)


def too_many_rows(t: Tongue, most: int) -> Html:
    return t.say("there are more than {most} rows; take some out", most=t.number(most))


# Where


def named(_: Tongue, name: str) -> Html:
    """A sheet, by the name that stands in the file."""
    return safe(name)


def row(t: Tongue, n: int) -> Html:
    return t.say("row {n}", n=n)


def column(t: Tongue, heading: str) -> Html:
    return t.say("“{heading}”", heading=heading)


# Sheets and columns


def no_sheet(t: Tongue) -> Html:
    return t.say("this sheet is missing; start from Mellom's own Excel file")


def no_headings(t: Tongue) -> Html:
    return t.say("the row of headings is missing; take it from Mellom's own Excel file")


def not_read_sheet(t: Tongue) -> Html:
    return t.say("this sheet is not Mellom's, and is not read")


def not_read_column(t: Tongue) -> Html:
    return t.say("this column is not Mellom's, and is not read")


def no_column(t: Tongue, heading: Callable[[Tongue], str]) -> Html:
    return t.say(
        "the column “{heading}” is missing; take its heading from Mellom's own Excel file",
        heading=heading(t),
    )


def no_row(t: Tongue, heading: Callable[[Tongue], Html]) -> Html:
    return t.say(
        "the row “{heading}” is missing; take it from Mellom's own Excel file", heading=heading(t)
    )


def as_the_example(t: Tongue, *said: str) -> Html:
    shown = t.listed(t.say("“{heading}”", heading=one) for one in said)
    return t.many(
        "{shown} is as in the example, and is not read; where you mean it, use a row of your own",
        "{shown} are as in the example, and are not read; where you mean them, use a row of "
        "your own",
        len(said),
        shown=shown,
    )


def two_columns(t: Tongue) -> Html:
    return t.say("two columns are called this; give one of them another name")


def unknown_row(t: Tongue) -> Html:
    return t.say(
        "this is not known here; write it as in Mellom's own Excel file, or delete the row"
    )


def two_rows(t: Tongue) -> Html:
    return t.say("two rows are called this; delete one of them")


# Cells


def no_cached_value(t: Tongue) -> Html:
    return t.say("there is a formula without a value; write the value itself")


def an_error(t: Tongue) -> Html:
    return t.say("the cell shows an error; write the value itself")


def a_national_number(t: Tongue) -> Html:
    return t.say("this looks like a national identity number; take it out of the file")


# People


def mail_for_a_name(t: Tongue) -> Html:
    return t.say("this is an e-mail address; write the name here, and the address under E-mail")


def bad_mail(t: Tongue, said: str) -> Html:
    return t.say("“{said}” is not an e-mail address; write for instance kari@kommune.no", said=said)


def same_mail(t: Tongue, n: int) -> Html:
    return t.say("row {n} has the same e-mail address; each needs their own", n=n)


def same_person(t: Tongue, n: int) -> Html:
    return t.say("the same person stands in row {n}; delete one of the rows", n=n)


def no_team(t: Tongue) -> Html:
    return t.say("a participant needs a team; choose one from the list")


def no_duty(t: Tongue) -> Html:
    return t.say("only a participant in a team can speak for it; empty the cell")


def same_duty(t: Tongue, n: int) -> Html:
    return t.say("row {n} is that for the team already; a team has one", n=n)
