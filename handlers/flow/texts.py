"""Every sentence of the conversation engine, a typed function each."""

from handlers.markup import Html
from handlers.tongue import Tongue

# Buttons


def back(t: Tongue) -> Html:
    return t.say("Back")


def skip(t: Tongue) -> Html:
    return t.say("Skip")


def stop(t: Tongue) -> Html:
    return t.say("Continue later")


def resume(t: Tongue) -> Html:
    return t.say("Continue")


def keep(t: Tongue) -> Html:
    return t.say("Keep the answer")


def change(t: Tongue) -> Html:
    return t.say("Change")


def send(t: Tongue) -> Html:
    return t.say("Send")


def chosen(t: Tongue) -> Html:
    """On the button that ends a choice of several."""
    return t.say("Done choosing")


# Beforehand


def no_single_persons(t: Tongue) -> Html:
    return t.say("Do not write about single persons.")


def limit_hint(t: Tongue, limit: int) -> Html:
    return t.say("Write with your own words, at most {limit} characters.", limit=t.number(limit))


def choice_hint(t: Tongue) -> Html:
    return t.say("Choose one, or write its number.")


def several_hint(t: Tongue) -> Html:
    return t.say("Choose as many as you like, or write their numbers, such as «1, 3».")


def scale_hint(t: Tongue, low: str, high: str) -> Html:
    return t.say("Answer with a number from {low} to {high}.", low=low, high=high)


def scale_step_hint(t: Tongue, low: str, high: str, step: str) -> Html:
    return t.say(
        "Answer with a number from {low} to {high}, in steps of {step}.",
        low=low,
        high=high,
        step=step,
    )


def number_hint(t: Tongue, example: str) -> Html:
    return t.say("Answer with a number, such as {example}.", example=example)


def number_from_hint(t: Tongue, low: str) -> Html:
    return t.say("Answer with a number, {low} or more.", low=low)


def number_to_hint(t: Tongue, high: str) -> Html:
    return t.say("Answer with a number, {high} or less.", high=high)


def yesno_hint(t: Tongue) -> Html:
    return t.say("Answer yes or no.")


def date_hint(t: Tongue) -> Html:
    return t.say("Write a date, such as 1.9.2026 or 1 September.")


# Refusals: what did not work, and what to do


def nothing_written(t: Tongue) -> Html:
    return t.say("I see no text there. Write your answer, and send it.")


def too_long(t: Tongue, length: int, limit: int) -> Html:
    return t.say(
        "That is {length} characters, and there is room for {limit}. Shorten it and send it again.",
        length=t.number(length),
        limit=t.number(limit),
    )


def no_such_option(t: Tongue, options: Html) -> Html:
    return t.say(
        "I did not find that among the options. Write one of them, or its number: {options}",
        options=options,
    )


def no_such_options(t: Tongue, options: Html) -> Html:
    return t.say(
        "I did not find all of that among the options. Write those that fit, or their numbers, "
        "with a comma between, or «-» for none: {options}",
        options=options,
    )


def no_number(t: Tongue, hint: Html) -> Html:
    return t.say("I could not read that as a number. {hint}", hint=hint)


def outside(t: Tongue, hint: Html) -> Html:
    return t.say("That number does not fit here. {hint}", hint=hint)


def too_many_decimals(t: Tongue, decimals: int) -> Html:
    """Also what meets «1.234», which could be two numbers."""
    return t.many(
        "Use at most {n} decimal, and write thousands without a point or a comma.",
        "Use at most {n} decimals, and write thousands without a point or a comma.",
        decimals,
    )


def only_whole(t: Tongue) -> Html:
    return t.say("Use a whole number, and write thousands without a point or a comma.")


def no_yes_or_no(t: Tongue) -> Html:
    return t.say("I could not read that as a yes or a no. Answer with one of the two words.")


def no_date(t: Tongue) -> Html:
    return t.say("I could not read that as a date. Write it as 1.9.2026 or 1 September.")


# How an answer reads


def yes(t: Tongue) -> Html:
    return t.say("Yes")


def no(t: Tongue) -> Html:
    return t.say("No")


def none_of_them(t: Tongue) -> Html:
    return t.say("None of them")


def skipped(t: Tongue) -> Html:
    return t.say("Skipped")


def unanswered(t: Tongue) -> Html:
    return t.say("Not answered yet")


# Along the way


def progress(t: Tongue, left: int, total: int) -> Html:
    return t.say("{left} of {total} left", left=left, total=total)


def all_answered(t: Tongue) -> Html:
    return t.say("Everything is answered. Look through it before you send it.")


def proposal(t: Tongue, value: Html) -> Html:
    """Above a question that was reopened: its former answer."""
    return t.say("The answer so far: {value}. Keep it, or write a new one.", value=value)


def at_the_start(t: Tongue) -> Html:
    return t.say("This is the first question, so there is nothing to go back to.")


def not_skipped(t: Tongue) -> Html:
    return t.say("This question needs an answer. You can also continue later.")


def nothing_to_keep(t: Tongue) -> Html:
    return t.say("There is no answer to keep yet. Write one, or choose one.")


def not_finished(t: Tongue, left: int) -> Html:
    return t.many(
        "There is {n} question left before this can be sent.",
        "There are {n} questions left before this can be sent.",
        left,
    )


def stopped(t: Tongue) -> Html:
    return t.say("Your answers are kept. Write «continue» when it suits you.")


def already(t: Tongue) -> Html:
    return t.say("That answer is recorded already.")


def stale(t: Tongue) -> Html:
    return t.say("That belongs to an older message, so nothing was changed. Here is where we are:")


def conflict(t: Tongue, theirs: Html, yours: Html) -> Html:
    return t.say(
        "This was answered meanwhile.\nRecorded: {theirs}\nYours: {yours}\nWhich one shall stand?",
        theirs=theirs,
        yours=yours,
    )


def theirs_stands(t: Tongue) -> Html:
    return t.say("Keep the recorded one")


def yours_stands(t: Tongue) -> Html:
    return t.say("Use mine")
