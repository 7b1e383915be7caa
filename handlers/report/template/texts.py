"""Every sentence of the Word form and its way home, a typed function each."""

from collections.abc import Iterable
from typing import assert_never

from handlers.markup import Html
from handlers.report.template.package import Reason
from handlers.report.template.read import Unread
from handlers.tongue import Tongue


def summary(t: Tongue) -> Html:
    """What the command is for, in the menu."""
    return t.say("The report as a Word form")


# On paper


def file_name(t: Tongue, party: str, milestone: str) -> Html:
    """Its first word is what a form that comes back is known by."""
    return t.say("Report form {party} – {milestone}", party=party, milestone=milestone)


def file_word(t: Tongue) -> Html:
    """What every such name begins with."""
    return t.say("Report form")


def form_title(t: Tongue, milestone: str, party: str) -> Html:
    return t.say("The report before «{title}»: {party}", title=milestone, party=party)


def what_it_is(t: Tongue) -> Html:
    return t.say(
        "Fill in the right-hand column, save the file as Word (.docx) under the same name, and "
        "send it to Mellom, or to the organiser."
    )


def what_happens(t: Tongue) -> Html:
    return t.say(
        "Mellom shows what it has read and asks before anything is kept. What you leave empty is "
        "asked about afterwards."
    )


def what_not_to_write(t: Tongue) -> Html:
    return t.say(
        "Do not write about single persons: no names, no health, and no national identity numbers. "
        "Pictures and comments are not read."
    )


def due(t: Tongue, day: str) -> Html:
    return t.say("Deadline: {day}", day=day)


def asked(t: Tongue) -> Html:
    """Above the left column."""
    return t.say("Question")


def answered(t: Tongue) -> Html:
    """Above the right column."""
    return t.say("Answer")


def choose(t: Tongue) -> Html:
    """In a drop-down list where nothing is chosen yet; the brackets set it apart."""
    return t.say("[choose]")


def write_here(t: Tongue) -> Html:
    """In an answer where nothing is written yet; the brackets set it apart."""
    return t.say("[write here]")


def only_after(t: Tongue, answers: Iterable[str]) -> Html:
    """Under a question that not every answer before it leads to."""
    return t.say("Only after: {answers}", answers=" / ".join(answers))


def kept_mark(t: Tongue) -> Html:
    """Before what tells whose form it is."""
    return t.say("The mark of this form, please leave it:")


# Sending one out


def in_private(t: Tongue) -> Html:
    return t.say("Ask me for the form in our private chat, please.")


def for_which_team(t: Tongue) -> Html:
    return t.say("Which team do you want the form for?")


def each_their_own(t: Tongue) -> Html:
    return t.say("Here each participant reports alone, and asks me for their own form.")


def nothing_to_fill_in(t: Tongue) -> Html:
    return t.say(
        "No report waits to be filled in now, so there is no form. What is delivered is opened "
        "with /report."
    )


def is_coming(t: Tongue) -> Html:
    return t.say("I am making the form. It comes in a moment.")


def the_form(t: Tongue, milestone: str) -> Html:
    """Beside the file."""
    return t.say(
        "Here is the form for the report before «{title}». Fill it in on a computer, save it as "
        "Word (.docx) under the same name, and send it back to me here. I show what I have read "
        "and ask before anything is kept.",
        title=milestone,
    )


# Taking one in


def reading(t: Tongue) -> Html:
    return t.say("Thank you. I am reading the form. What I find in it comes in a moment.")


def refused(t: Tongue, reason: Reason) -> Html:
    """Why a file is no form, and what to do; nothing of it was kept."""
    match reason:
        case "old-word":
            return t.say(
                "That is an older Word file, or one with a password. Open it, save it as Word "
                "(.docx) without a password, and send that one. I have not kept this one."
            )
        case "pdf" | "odt" | "not-word":
            return t.say(
                "I can only read the form as a Word file (.docx). Open it, choose «Save as» and "
                "Word (.docx), and send that one. Or write the report here with /report. I have "
                "not kept this one."
            )
        case "too-large":
            return t.say(
                "That file is larger than a form can be. If there are pictures in it, take them "
                "out and send it again. I have not kept it."
            )
        case "broken":
            return t.say(
                "I could not open that file. Save it once more as Word (.docx) and send it again, "
                "or write the report here with /report. I have not kept it."
            )
        case _:
            assert_never(reason)


def could_not_fetch(t: Tongue) -> Html:
    return t.say(
        "I could not fetch the form you sent, though I tried several times. Please send it once "
        "more, or write the report here with /report."
    )


def held_a_number(t: Tongue) -> Html:
    """After a national number; never repeats anything of what was written."""
    return t.say(
        "There was a national identity number in the form, or something that reads like one. I "
        "have kept nothing of it, and I delete your message here where I can. Take the number out "
        "and send the form again."
    )


def other_programme(t: Tongue) -> Html:
    return t.say(
        "That form belongs to a programme that you are not in, so I have not kept it. /template "
        "gives you your own."
    )


def other_team(t: Tongue) -> Html:
    return t.say(
        "That form belongs to somebody else's report, so I have not kept it. /template gives you "
        "your own."
    )


def other_round(t: Tongue) -> Html:
    return t.say(
        "That form is for a report that is not asked for any more, so I have not kept it. "
        "/template gives you the one that is open now."
    )


def whose(t: Tongue) -> Html:
    return t.say(
        "I cannot see whose form that is: its mark is gone. Get a new one with /template, copy "
        "the answers into it, and send that one. I have not kept this one."
    )


def nothing_read(t: Tongue) -> Html:
    return t.say(
        "I found no answers in that file. Is it the right one? Write in the right-hand column of "
        "the form, or get a new form with /template."
    )


def not_read(t: Tongue, found: Iterable[Unread]) -> Html:
    return t.say(
        "There are also {things} in the form. I cannot read those, and have not kept them.",
        things=t.listed([_thing(t, one) for one in found]),
    )


def _thing(t: Tongue, unread: Unread) -> Html:
    match unread:
        case "picture":
            return t.say("pictures")
        case "comment":
            return t.say("comments")
        case "footnote":
            return t.say("footnotes")
        case "textbox":
            return t.say("text boxes")
        case _:
            assert_never(unread)
