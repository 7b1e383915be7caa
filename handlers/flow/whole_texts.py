"""What is said of everything written as one text, a typed function each."""

from collections.abc import Sequence

from handlers.markup import Html, bold, italic, lines, paragraphs, quote
from handlers.tongue import Tongue


def how(t: Tongue, headings: Html) -> Html:
    """The headings to copy, and what to do with them."""
    return paragraphs(
        t.say(
            "Write or paste it all in one message, each answer under its heading. "
            "Copy the headings from here:"
        ),
        headings,
        t.say("You will see what I read before anything is filled in."),
    )


def read(t: Tongue, answers: Sequence[Html]) -> Html:
    return paragraphs(bold(t.say("This is what I read:")), *answers)


def stands(t: Tongue, value: Html) -> Html:
    """Under what was read: the answer that would go."""
    return italic(t.say("Instead of: {value}", value=value))


def unread(t: Tongue, question: Html, text: Html, why: Html) -> Html:
    asked = t.say("This I could not read as an answer to «{question}»:", question=question)
    return lines(asked, quote(text), why)


def left(t: Tongue, text: Html) -> Html:
    return lines(t.say("For this I found no place:"), quote(text))


def delivered(t: Tongue) -> Html:
    return t.say("This is delivered already. If you fill it in, it is opened again.")


def fill_in(t: Tongue) -> Html:
    return t.say("Shall I fill it in?")


def take(t: Tongue) -> Html:
    """On the button."""
    return t.say("Fill in")


def words(t: Tongue) -> Html:
    return t.say("Write «fill in» or «no».")


def changed(t: Tongue) -> Html:
    return t.say("Something was changed meanwhile. Look through it once more.")


def filled(t: Tongue, count: int) -> Html:
    return t.many("{n} answer is filled in.", "{n} answers are filled in.", count)


def left_alone(t: Tongue) -> Html:
    return t.say(
        "Nothing was filled in. What you sent still stands in the chat: "
        "change it there, or send it anew."
    )


def nothing_read(t: Tongue) -> Html:
    return t.say("I found no answers in it that I could read, so nothing was changed.")


def no_headings(t: Tongue) -> Html:
    """After an edit of what was pasted."""
    return t.say("I no longer find the headings of the questions in it, so nothing was changed.")
