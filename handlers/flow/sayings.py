"""What the storing half of the engine says, a typed function each; the rest is in ``texts``."""

from handlers.markup import Html, bold, joined, lines, paragraphs, safe
from handlers.tongue import Tongue


def begun(t: Tongue, name: str | None, days: int, left: int, total: int) -> Html:
    """At the top of a shared draft."""
    who = someone(t, name)
    if days == 0:
        return t.say(
            "{name} began this today, {left} of {total} left. Continue?",
            name=who,
            left=left,
            total=total,
        )
    return t.many(
        "{name} began this {n} day ago, {left} of {total} left. Continue?",
        "{name} began this {n} days ago, {left} of {total} left. Continue?",
        days,
        name=who,
        left=left,
        total=total,
    )


def also_here(t: Tongue, names: list[Html]) -> Html:
    """At the top of a shared draft that others answer in too."""
    return t.many(
        "{names} is answering too.", "{names} are answering too.", len(names), names=t.listed(names)
    )


def meanwhile(t: Tongue, name: str | None, questions: list[Html], more: int) -> Html:
    """After an answer: what a colleague answered since the one before."""
    listed = joined(", ", [*questions, and_more(t, more) if more else None])
    if name is None:
        return t.say("Meanwhile a colleague answered: {questions}.", questions=listed)
    return t.say("Meanwhile {name} answered: {questions}.", name=name, questions=listed)


def someone(t: Tongue, name: str | None) -> Html:
    """A colleague; ``name`` is None for one who was erased, never told it, or is not named here."""
    return safe(name) if name else t.say("A colleague")


def quoted(t: Tongue, what: str) -> Html:
    return t.say("«{what}»", what=what)


def and_more(t: Tongue, more: int) -> Html:
    return t.many("and {n} more", "and {n} more", more)


def rest(t: Tongue) -> Html:
    return t.say("Skip the rest")


def needs_answers(t: Tongue) -> Html:
    """«Skip the rest» was asked for, and something there may not be skipped."""
    return t.say("Some of what is left needs an answer. You can also continue later.")


def erase(t: Tongue) -> Html:
    return t.say("Delete the answer")


def erased(t: Tongue) -> Html:
    return t.say(
        "The answer is deleted here. What was delivered already stands until you deliver again."
    )


def nothing_to_erase(t: Tongue) -> Html:
    return t.say("There is no answer to delete here.")


def whole(t: Tongue) -> Html:
    return t.say("All in one text")


def so_far(t: Tongue, value: Html) -> Html:
    return t.say("Chosen so far: {value}", value=value)


def picked(t: Tongue, option: str) -> Html:
    """On the button of an option that is among the chosen."""
    return t.say("Chosen: {option}", option=option)


def recorded(t: Tongue) -> Html:
    return t.say("Recorded")


def filled(t: Tongue, label: Html, n: int) -> Html:
    """Over what is asked next, when a shortcut was taken without being shown first."""
    return joined(": ", (label, t.many("{n} answer is recorded.", "{n} answers are recorded.", n)))


def corrected(t: Tongue, question: Html, value: Html) -> Html:
    return lines(t.say("Corrected:"), bold(question), value)


def kept_whole(t: Tongue) -> Html:
    """After the refusal of a text that came in several messages."""
    return t.say("All that you wrote is kept for now, and nothing of it is sent.")


def delivered(t: Tongue, title: Html) -> Html:
    return t.say("{title}: delivered already. Write «change» to open it again.", title=title)


def reopened(t: Tongue) -> Html:
    return t.say("This was delivered before. Change what you like, and send it again.")


def change_delivered(t: Tongue, question: Html, value: Html) -> Html:
    asked = t.say("This is delivered already. Change the answer?")
    return paragraphs(asked, lines(bold(question), value))


def use_here(t: Tongue, question: Html, value: Html) -> Html:
    """A text was written to a question that is no longer asked."""
    asked = t.say("That question is no longer asked. Is what you wrote the answer to this one?")
    return paragraphs(asked, lines(bold(question), value))


def unchanged(t: Tongue) -> Html:
    return t.say("Nothing was changed.")


def choose_by_number(t: Tongue) -> Html:
    return t.say("Write «1» for the recorded one, «2» for yours, or a new answer.")


def choose_by_word(t: Tongue) -> Html:
    return t.say("Write «theirs» for the recorded one, «mine» for yours, or a new answer.")


def page_changed(t: Tongue) -> Html:
    return t.say("Something was changed after this was shown. Look through it once more.")


def page_words(t: Tongue) -> Html:
    return t.say("Write «send», «change 3» for the third answer, or «continue later».")


def change_number(t: Tongue, number: int) -> Html:
    return t.say("Change {number}", number=number)


def gone(t: Tongue) -> Html:
    return t.say("That is no longer here, so nothing was changed.")


def not_yours(t: Tongue) -> Html:
    return t.say("That belongs to a team that you are not in, so nothing was changed.")
