"""Every sentence of asking for help and of answering, a typed function each."""

from handlers.markup import Html, bold, joined, paragraphs, quote
from handlers.tongue import Tongue


def ask_summary(t: Tongue) -> Html:
    """What the command is for."""
    return t.say("Ask those who guide you")


def only_alone(t: Tongue) -> Html:
    return t.say("Write to me alone, not in a group, for this.")


def gone(t: Tongue) -> Html:
    return t.say("That is no longer here, so nothing was changed.")


def no_team(t: Tongue) -> Html:
    return t.say("You take part in no team here, so nobody is there to ask.")


# Asking


def what_help(t: Tongue) -> Html:
    return t.say("What do you want help with?")


def what_to_write_back(t: Tongue) -> Html:
    return t.say("What do you want to write back?")


def not_your_call(t: Tongue) -> Html:
    return t.say("That was asked by a team that you are not in, so nothing was sent.")


def send_it(t: Tongue) -> Html:
    return t.say("Should I send it?")


def yes_send(t: Tongue) -> Html:
    return t.say("Yes, send")


def no_send(t: Tongue) -> Html:
    return t.say("No")


def not_sent(t: Tongue) -> Html:
    return t.say("Nothing was sent, and I have not kept it.")


def is_sent(t: Tongue) -> Html:
    """An edit of what was passed on."""
    return t.say("That is sent already, and I cannot change it there. Write once more if it helps.")


# Those who wait for an answer


def none_waits(t: Tongue) -> Html:
    return t.say("Nobody waits for an answer from you.")


def these_wait(t: Tongue, n: int) -> Html:
    return bold(t.many("{n} call for help waits", "{n} calls for help wait", n))


def since(t: Tongue, who: str, day: str) -> Html:
    return t.say("• {who}, since {day}", who=who, day=day)


def answer_whom(t: Tongue, who: str) -> Html:
    """On a button."""
    return t.say("Answer: {who}", who=who)


# Answering


def not_yours_to_answer(t: Tongue) -> Html:
    return t.say("You do not guide them now, so nothing was sent.")


def what_to_answer(t: Tongue, who: str) -> Html:
    return t.say("What do you answer {who}?", who=who)


def all_get_it(t: Tongue, who: str) -> Html:
    return t.say("{who} gets it at once, with your name.", who=who)


def facilitator(t: Tongue, name: str | None, *, alone: bool) -> Html:
    """Who answers; ``alone``: somebody who takes part alone."""
    who = t.say("your facilitator") if alone else t.say("your team's facilitator")
    return joined(", ", (name, who))


def organiser(t: Tongue, name: str | None) -> Html:
    return joined(", ", (name, t.say("organiser")))


def answered(t: Tongue, signed: Html, words: str) -> Html:
    return paragraphs(bold(t.say("Answer from {who}:", who=signed)), quote(words))


def write_back(t: Tongue) -> Html:
    """On the button under an answer."""
    return t.say("Write back")


def got_answer(t: Tongue, who: str) -> Html:
    """To the others who help."""
    return t.say("{who} has got an answer.", who=who)


def answer_went(t: Tongue, who: str, n: int) -> Html:
    return t.many(
        "Thank you! It is sent to {n} person in {who}.",
        "Thank you! It is sent to {n} persons in {who}.",
        n,
        who=who,
    )


def answer_went_to(t: Tongue, who: str) -> Html:
    """The same, to somebody who takes part alone."""
    return t.say("Thank you! It is sent to {who}.", who=who)


def missed(t: Tongue, n: int) -> Html:
    return t.many("{n} could not be reached.", "{n} could not be reached.", n)


def answer_reached_nobody(t: Tongue, who: str) -> Html:
    return t.say(
        "I cannot reach {who} here, so nothing was sent, and I have not kept what you wrote. "
        "Please get in touch another way.",
        who=who,
    )


def has_heard(t: Tongue) -> Html:
    """On the button for an answer that was given outside the chat."""
    return t.say("They have got an answer")


def noted(t: Tongue, who: str) -> Html:
    return t.say("Noted: {who} has got an answer.", who=who)


def has_answer(t: Tongue, who: str, by: str | None, day: str) -> Html:
    if by is None:
        return t.say("{who} got an answer {day}.", who=who, day=day)
    return t.say("{who} got an answer from {by} {day}.", who=who, by=by, day=day)


def write_more(t: Tongue) -> Html:
    """On the button under a call that is answered."""
    return t.say("Write more")
