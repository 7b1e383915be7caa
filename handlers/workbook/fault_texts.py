"""What is said about a workbook's contents, where a programme file's own words would not fit."""

from handlers.markup import Html, plain
from handlers.programme_file.change_texts import VALUE_WORDS
from handlers.tongue import Tongue
from handlers.workbook.vocabulary import LANGUAGE_WORDS, QUESTIONS, word


def empty(t: Tongue) -> Html:
    return t.say("this must be filled in")


def only_an_example(t: Tongue) -> Html:
    return t.say("this must be filled in; what stands there in grey is only an example")


def same_name(t: Tongue, row: int) -> Html:
    return t.say("row {n} has the same name; each needs its own", n=row)


def before_the_one_above(t: Tongue) -> Html:
    return t.say("the date is before the gathering above; put the rows in the order of time")


def no_report_deadline(t: Tongue) -> Html:
    return t.say("this must be filled in where the teams report: how many days before a gathering")


def asks_nothing(t: Tongue, _heading: str) -> Html:
    return t.say("nothing is asked in it; write a question in the sheet of questions, or no here")


def not_for_kind(t: Tongue, _key: str, kind: str) -> Html:
    said = plain(QUESTIONS[kind](t))
    return t.say("this has no meaning where the answer is “{kind}”; empty the cell", kind=said)


def too_few_options(t: Tongue, _kind: str) -> Html:
    return t.say("write at least two answers to choose, one a line")


def same_again(t: Tongue, _key: str, said: str) -> Html:
    return t.say("“{said}” stands in two rows; empty it in the new one", said=said)


def max_below_min(t: Tongue, least: str, most: str) -> Html:
    return t.say("the highest ({most}) is not above the lowest ({least})", most=most, least=least)


def whole_steps(t: Tongue) -> Html:
    return t.say("a scale has whole steps; write whole numbers")


def no_step(t: Tongue, said: str, least: str, most: str) -> Html:
    return t.say(
        "{said} is no step of the scale from {least} to {most}", said=said, least=least, most=most
    )


def no_half_step(t: Tongue, said: str, least: str, most: str) -> Html:
    return t.say(
        "{said} is no step from {least} to {most} in halves", said=said, least=least, most=most
    )


def hour_in_quiet(t: Tongue, hour: str, start: str, end: str) -> Html:
    return t.say(
        "reminders at {hour} fall in the quiet hours from {start} to {end}",
        hour=hour,
        start=start,
        end=end,
    )


def always_quiet(t: Tongue, said: str) -> Html:
    return t.say("it is quiet from {said} to {said}, all day; make them differ", said=said)


def outside(t: Tongue, _said: str, _span: str) -> Html:
    return t.say("the time is not within the gathering")


def no_own_language(t: Tongue, _key: str, language: str) -> Html:
    return t.say(
        "the text in {language} is missing, the programme's own language",
        language=word(t, LANGUAGE_WORDS, language),
    )


def without_a_gathering(t: Tongue) -> Html:
    return t.say("this is for a gathering alone; empty the cell")


def without_nothing(t: Tongue, step: str) -> Html:
    said = plain(VALUE_WORDS["without"][step](t))
    return t.say("“{said}” is not done at all, by the settings; take it out", said=said)


def concerns_no_team(t: Tongue, said: str) -> Html:
    return t.say("“{said}” is not in the sheet of teams", said=said)


def concerns_no_function(t: Tongue, said: str) -> Html:
    return t.say("no team has the function “{said}”; write it as among the functions", said=said)


def no_sign_up(t: Tongue) -> Html:
    return t.say("this is the deadline of a sign-up that nobody is asked for; empty the cell")


def no_report(t: Tongue) -> Html:
    return t.say("this is the deadline of a report that is not asked for here; empty the cell")


def no_day_to_come_before(t: Tongue, _key: str) -> Html:
    return t.say("there is no day that this comes before; write one as the start")


def not_before(t: Tongue, _key: str, _said: str, _first: str) -> Html:
    return t.say("this day is not before the first day of the gathering")


def before_a_deadline(t: Tongue, _said: str) -> Html:
    return t.say("a report is due before a gathering, and this is a deadline; take it out")


def before_nothing(t: Tongue, said: str) -> Html:
    return t.say("“{said}” is not in the sheet of gatherings", said=said)


def not_an_id(t: Tongue, said: str) -> Html:
    return t.say("“{said}” cannot be an id; empty the cell, and Mellom makes one", said=said)


def not_this(t: Tongue, said: str) -> Html:
    return t.say("“{said}” does not fit here", said=said)
