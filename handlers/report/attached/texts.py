"""Every sentence about pictures and files that belong to a report, a typed function each."""

from handlers.markup import Html, lines
from handlers.tongue import Tongue


def photo(t: Tongue, number: int) -> Html:
    """The name of a picture that came without one."""
    return t.say("Picture {number}.jpg", number=t.number(number))


def unnamed(t: Tongue) -> Html:
    return t.say("File")


def thanks(t: Tongue, name: str, milestone: str, *, captioned: bool) -> Html:
    return lines(
        t.say("«{name}» now belongs to the report before «{title}».", name=name, title=milestone),
        t.say("The words that came with it are not part of an answer: please write them as one.")
        if captioned
        else None,
        t.say("Please no pictures of people, and no files with national identity numbers."),
    )


def remove(t: Tongue) -> Html:
    """On the button that takes a file away again."""
    return t.say("Remove")


def removed(t: Tongue, name: str) -> Html:
    return t.say("«{name}» is removed and is not kept.", name=name)


def gone(t: Tongue) -> Html:
    return t.say("That file is not here any more.")


def not_yet(t: Tongue) -> Html:
    return t.say("I am still fetching that file. Try again in a moment.")


def the_file(t: Tongue, name: str, milestone: str) -> Html:
    """Beside a file that is given back."""
    return t.say("«{name}», from the report before «{title}»", name=name, title=milestone)


def too_many(t: Tongue, most: int) -> Html:
    return t.many(
        "A report can hold {n} file, so I have not kept this one.",
        "A report can hold {n} files, so I have not kept this one. Remove another one first.",
        most,
    )


def too_large(t: Tongue, megabytes: int) -> Html:
    return t.say(
        "That file is larger than {limit} MB, so I have not kept it.", limit=t.number(megabytes)
    )


def which_report(t: Tongue) -> Html:
    return t.say(
        "Open the report first with /report, then send the file once more. I have not kept it."
    )


def delivered(t: Tongue) -> Html:
    return t.say(
        "That report is delivered. Open it with /report and «Change», then send the file once "
        "more. I have not kept it."
    )


def only_these(t: Tongue) -> Html:
    return t.say(
        "To a report I can keep pictures and documents, and nothing else. I have not kept this. "
        "Please write it as a text instead."
    )
