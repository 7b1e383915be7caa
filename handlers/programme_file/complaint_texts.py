"""What is said about a programme file as a whole: its keys, its tables, and how they agree."""

from handlers.markup import Html
from handlers.tongue import Tongue

# Keys


def missing(t: Tongue, key: str, example: str) -> Html:
    return t.say("“{key}” is missing; write for instance {example}", key=key, example=example)


def no_days_before(t: Tongue) -> Html:
    return t.say(
        "“days_before” is missing, and Mellom never guesses it; write for instance days_before = 7 "
        "under [report], and reports are due 7 days before each gathering",
    )


def no_schema(t: Tongue) -> Html:
    return t.say("“schema” is missing; write schema = 1 at the top of the file")


def other_schema(t: Tongue, said: str) -> Html:
    return t.say("schema {said} is not known to this Mellom; write schema = 1", said=said)


def unknown(t: Tongue, key: str) -> Html:
    return t.say("unknown key “{key}”; take it out", key=key)


def did_you_mean(t: Tongue, key: str, meant: str) -> Html:
    return t.say("unknown key “{key}”; did you mean “{meant}”?", key=key, meant=meant)


def belongs_on_top(t: Tongue, key: str) -> Html:
    return t.say(
        "“{key}” belongs at the top of the file; move it above the first line with [ ]",
        key=key,
    )


def not_a_table(t: Tongue, key: str) -> Html:
    return t.say("“{key}” must be a table; write it with single brackets, [{key}]", key=key)


def not_tables(t: Tongue, key: str) -> Html:
    return t.say("“{key}” must be a list of tables; write it with [[{key}]]", key=key)


def not_a_list(t: Tongue, key: str) -> Html:
    return t.say("“{key}” must be a list; write it between [ and ]", key=key)


def not_this(t: Tongue, said: str) -> Html:
    return t.say("“{said}” does not fit here; see the examples of programme files", said=said)


# The text of the file


def not_toml(t: Tongue) -> Html:
    return t.say(
        "this cannot be read as TOML; look for a missing quotation mark, bracket or = "
        "here or on the line above",
    )


def twice_in_toml(t: Tongue) -> Html:
    return t.say("this key or table stands twice; take one of them out")


def no_value(t: Tongue) -> Html:
    return t.say("there is no valid value here; texts and dates stand between quotation marks")


def open_text(t: Tongue) -> Html:
    return t.say("a text begins here and never ends; write the missing quotation mark")


# What must agree


def same_again(t: Tongue, key: str, said: str) -> Html:
    return t.say(
        "“{key}” is “{said}”, and another has that already; give each its own",
        key=key,
        said=said,
    )


def listed_twice(t: Tongue, said: str) -> Html:
    return t.say("“{said}” is in the list twice; take one out", said=said)


def before_nothing(t: Tongue, said: str) -> Html:
    return t.say(
        "“before” names “{said}”, but nothing has that id; write the id of a gathering",
        said=said,
    )


def before_a_deadline(t: Tongue, said: str) -> Html:
    return t.say(
        "“before” names “{said}”, which is a deadline; write the id of a gathering",
        said=said,
    )


def asks_nothing(t: Tongue, heading: str) -> Html:
    return t.say(
        "nothing is asked here; write at least one question under {heading}",
        heading=heading,
    )


def max_below_min(t: Tongue, least: str, most: str) -> Html:
    return t.say("max ({most}) is less than min ({least}); swap them", most=most, least=least)


def hour_in_quiet(t: Tongue, hour: str, start: str, end: str) -> Html:
    return t.say(
        "reminders at {hour} fall in the quiet hours from {start} to {end}; "
        "move “hour” or change “quiet”",
        hour=hour,
        start=start,
        end=end,
    )


def always_quiet(t: Tongue, said: str) -> Html:
    return t.say("“quiet” is from {said} to {said}, all day; make them differ", said=said)


def outside(t: Tongue, said: str, span: str) -> Html:
    return t.say("{said} is outside {span}; change one of them", said=said, span=span)


def no_own_language(t: Tongue, key: str, language: str) -> Html:
    return t.say(
        "“{key}” has no text in {language}, the programme's own language; add one",
        key=key,
        language=language,
    )


def not_for_kind(t: Tongue, key: str, kind: str) -> Html:
    return t.say(
        "“{key}” has no meaning in a question of kind {kind}; take it out", key=key, kind=kind
    )


def too_few_options(t: Tongue, kind: str) -> Html:
    return t.say(
        "a question of kind {kind} needs at least two options; "
        'write for instance options = ["Ja", "Delvis", "Nei"]',
        kind=kind,
    )


def no_step(t: Tongue, said: str, least: str, most: str) -> Html:
    return t.say(
        "“labels” names {said}, which is no step of the scale from {least} to {most}; mend it",
        said=said,
        least=least,
        most=most,
    )


def no_half_step(t: Tongue, said: str, least: str, most: str) -> Html:
    return t.say(
        "“labels” names {said}, which is no step from {least} to {most} in halves; write for "
        'instance "2.5"',
        said=said,
        least=least,
        most=most,
    )


def too_many_steps(t: Tongue, most: int) -> Html:
    return t.say("the scale is too long for buttons; write at most {most} steps", most=most)


def whole_steps(t: Tongue) -> Html:
    return t.say("a scale has whole steps; write “min” and “max” as whole numbers")


def too_many_weeks(t: Tongue, most: int) -> Html:
    return t.say("these are too many weeks; name {most} or fewer", most=most)


# The life of a samling


def without_a_gathering(t: Tongue) -> Html:
    return t.say("“without” is for a gathering, and this is none; take it out")


def without_nothing(t: Tongue, step: str) -> Html:
    return t.say("“without” names “{step}”, which [samling] does not have; take it out", step=step)


def concerns_no_team(t: Tongue, said: str) -> Html:
    return t.say("no team has the id “{said}”; write the id of a team", said=said)


def concerns_no_function(t: Tongue, said: str) -> Html:
    return t.say(
        "no team has the function “{said}”; write one of “functions” under [teams]", said=said
    )


def no_sign_up(t: Tongue) -> Html:
    return t.say(
        "“sign_up_by” is the deadline of a sign-up that nobody is asked for; "
        "write [samling.sign_up], or take it out"
    )


def no_report(t: Tongue) -> Html:
    return t.say(
        "“report_by” is the deadline of a report that is not asked for here; "
        "see “before” under [report], or take it out"
    )


def no_day_to_come_before(t: Tongue, key: str) -> Html:
    return t.say("“{key}” needs a day to come before; set it in “when”, or take it out", key=key)


def not_before(t: Tongue, key: str, said: str, first: str) -> Html:
    return t.say(
        "“{key}” is {said}, and that is not before the first day, {first}; write an earlier day",
        key=key,
        said=said,
        first=first,
    )
