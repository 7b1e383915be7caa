"""Every sentence of the status round, a typed function each."""

from handlers.markup import Html
from handlers.tongue import Tongue


def ask_aims(t: Tongue, *, alone: bool) -> Html:
    if alone:
        return t.say("Which aims do you work towards?")
    return t.say("Which aims does the team work towards?")


def ask_measures(t: Tongue, *, alone: bool, more: bool) -> Html:
    if more:
        return t.say("Are there new measures?")
    if alone:
        return t.say("Which measures do you try?")
    return t.say("Which measures does the team try?")


def ask_state(t: Tongue) -> Html:
    """Under a measure's own words."""
    return t.say("Measure: how does it go?")


def ask_attainment(t: Tongue) -> Html:
    """Under an aim's own words."""
    return t.say("Aim: how far have you come?")


def ask_why(t: Tongue, measure: str) -> Html:
    return t.say("«{measure}»: what makes it so? One sentence is enough.", measure=measure)


def towards(t: Tongue, aim: str) -> Html:
    return t.say("Towards the aim: {aim}", aim=aim)


def last(t: Tongue, state: Html) -> Html:
    return t.say("Last time: {state}", state=state)


def due(t: Tongue, day: str) -> Html:
    return t.say("Due: {day}", day=day)


def responsible(t: Tongue, function: str) -> Html:
    return t.say("Responsible: {function}", function=function)


def all_as_last(t: Tongue) -> Html:
    """On the button that answers everything as in the report before."""
    return t.say("Everything as last time")


def what_as_last_does(t: Tongue) -> Html:
    return t.say(
        "«{label}» gives the same answers as in the last report, and skips the rest. You see it "
        "all before it is sent.",
        label=all_as_last(t),
    )


def copy(t: Tongue) -> Html:
    """On the button that answers one question as in the report before."""
    return t.say("Use the answer from last time")


def said_last(t: Tongue, answer: Html) -> Html:
    return t.say("Last time: {answer}", answer=answer)


def new_measure(t: Tongue) -> Html:
    """On the button that leads to adding a measure."""
    return t.say("New measure")


# Help and sharing


def ask_help(t: Tongue, *, alone: bool) -> Html:
    return t.say("Do you need help?") if alone else t.say("Does the team need help?")


def help_goes_at_once(t: Tongue) -> Html:
    return t.say("A yes goes to your facilitator at once, with what you write about it.")


def ask_which_help(t: Tongue, *, alone: bool) -> Html:
    if alone:
        return t.say("What do you want help with yourself?")
    return t.say("What do you need help with?")


def ask_share(t: Tongue) -> Html:
    return t.say("Can any of these answers be shared with the others?")


def ask_share_one(t: Tongue, question: str) -> Html:
    return t.say("Can your answer to «{question}» be shared with the others?", question=question)


def share_hint(t: Tongue, *, alone: bool) -> Html:
    if alone:
        return t.say("What you choose may be read by the others, without your name.")
    return t.say("What you choose may be read by the other teams, with your team's name.")


# The score


def ask_planned(t: Tongue, *, alone: bool) -> Html:
    if alone:
        return t.say("Have you settled what to do, and what you want to reach?")
    return t.say("Are the tasks shared out, and do you agree on what to reach?")


def ask_begun(t: Tongue, *, alone: bool) -> Html:
    if alone:
        return t.say(
            "Have you yourself begun to look into how things are today, or to learn what is needed?"
        )
    return t.say("Have you begun to look into how things are today, or to learn what is needed?")


def ask_tried(t: Tongue, *, alone: bool) -> Html:
    if alone:
        return t.say("Have you yourself tried out a change in practice?")
    return t.say("Have you tried out a change in practice?")


def ask_better(t: Tongue, *, alone: bool) -> Html:
    if alone:
        return t.say("Do you yourself see that something has become better?")
    return t.say("Do you see that something has become better?")


def ask_much_better(t: Tongue, *, alone: bool) -> Html:
    if alone:
        return t.say("Is it clearly better in most of what you yourself wanted to reach?")
    return t.say("Is it clearly better in most of what you wanted to reach?")


def ask_score(t: Tongue, *, alone: bool) -> Html:
    if alone:
        return t.say("How far have you come yourself, on a scale from 0.5 to 5?")
    return t.say("How far have you come, on a scale from 0.5 to 5?")


def proposed(t: Tongue, step: str, label: str, *, alone: bool) -> Html:
    if alone:
        return t.say("What you answered points to {step}: {label}.", step=step, label=label)
    return t.say("Your answers point to {step}: {label}.", step=step, label=label)


def confirm(t: Tongue, step: str) -> Html:
    """On the button that takes the proposed score."""
    return t.say("{step} is right", step=step)
