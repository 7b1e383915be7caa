"""What the pages of aims and measures say, and what is asked of them, a typed function each."""

from datetime import date

from handlers.flow import texts as flow_texts
from handlers.markup import Html
from handlers.tongue import Tongue


def summary(t: Tongue) -> Html:
    """What the command is for, in the menu."""
    return t.say("Aims and measures: see, add, change")


def heading(t: Tongue) -> Html:
    return t.say("Aims and measures")


def heading_of(t: Tongue, name: str) -> Html:
    """Above another party's, for those who look on."""
    return t.say("Aims and measures: {name}", name=name)


def nothing_yet(t: Tongue) -> Html:
    return t.say(
        "Nothing stands here yet. What is to be tried until next time? "
        "Tap «New measure», or write it straight away: /measures Ring all who are new"
    )


def nothing_open(t: Tongue) -> Html:
    return t.say("Nothing is open just now.")


def nothing_told(t: Tongue) -> Html:
    """To those who look on."""
    return t.say("Nothing stands here yet.")


def how_to(t: Tongue) -> Html:
    """Under the list: how to go on, and what must not be written."""
    return t.say(
        "Tap or write a number to change one. Write /measures and the words to add one. {rule}",
        rule=flow_texts.no_single_persons(t),
    )


def other_measures(t: Tongue) -> Html:
    """Above the measures that lead to no open aim, where there are aims."""
    return t.say("Measures without an aim")


def aim_line(t: Tongue, number: int, wording: str) -> Html:
    return t.say("Aim {number}: {wording}", number=number, wording=wording)


def measure_line(number: int, wording: str) -> str:
    return f"{number}. {wording}"


def no_state(t: Tongue) -> Html:
    """Of what nobody has told the state of yet."""
    return t.say("not told yet")


def closed(t: Tongue) -> Html:
    return t.say("closed")


def given(t: Tongue) -> Html:
    return t.say("set by the programme")


def due(t: Tongue, day: date) -> Html:
    return t.say("due {day}", day=t.day(day, year=True))


def towards(t: Tongue, number: int, wording: str) -> Html:
    """On a measure's page: where it leads."""
    return t.say("Towards aim {number}: {wording}", number=number, wording=wording)


def which_team(t: Tongue) -> Html:
    return t.say("Which team's aims and measures do you want to see?")


def closed_ones(t: Tongue) -> Html:
    return t.say("Closed")


def where_to(t: Tongue, wording: str) -> Html:
    return t.say("Which aim does «{wording}» belong to?", wording=wording)


# On buttons


def new_measure(t: Tongue) -> Html:
    return t.say("New measure")


def new_aim(t: Tongue) -> Html:
    return t.say("New aim")


def show_closed(t: Tongue) -> Html:
    return t.say("Show the closed ones")


def reword(t: Tongue) -> Html:
    return t.say("Change the words")


def move(t: Tongue) -> Html:
    return t.say("Move to another aim")


def without_aim(t: Tongue) -> Html:
    return t.say("without an aim")


def set_due(t: Tongue) -> Html:
    return t.say("Due date")


def set_responsible(t: Tongue) -> Html:
    return t.say("Responsible")


def say_why(t: Tongue) -> Html:
    return t.say("Say why")


def close_aim(t: Tongue) -> Html:
    return t.say("Close the aim")


def reopen(t: Tongue) -> Html:
    return t.say("Reopen")


def history(t: Tongue) -> Html:
    return t.say("History")


def all_of_it(t: Tongue) -> Html:
    return t.say("All aims and measures")


def look_at_teams(t: Tongue) -> Html:
    return t.say("See the teams")


def back_to_report(t: Tongue) -> Html:
    return t.say("Back to the report")


# What is asked


def ask_measures(t: Tongue) -> Html:
    return t.say("Write the measure in a few words.")


def ask_measures_towards(t: Tongue, aim: str) -> Html:
    return t.say("Write a measure that leads to «{aim}».", aim=aim)


def ask_aims(t: Tongue) -> Html:
    return t.say("Write the aim in a few words.")


def ask_words(t: Tongue, wording: str) -> Html:
    return t.say("What should it say instead of «{wording}»?", wording=wording)


def ask_why(t: Tongue, wording: str) -> Html:
    return t.say("How is it going with «{wording}»? One sentence is enough.", wording=wording)


def ask_due(t: Tongue, wording: str) -> Html:
    return t.say("By when should «{wording}» be done?", wording=wording)


def ask_responsible(t: Tongue, wording: str) -> Html:
    return t.say("Who sees to «{wording}»?", wording=wording)


def one_a_line(t: Tongue, limit: int) -> Html:
    return t.say("At most {limit} characters each. Several lines become several.", limit=limit)


def not_a_name(t: Tongue) -> Html:
    return t.say("Not a name, but a function, such as head of unit or mentor.")


def no_due(t: Tongue) -> Html:
    return t.say("no due date")


def nobody(t: Tongue) -> Html:
    return t.say("nobody in particular")


# Refusals: what did not work, and what to do


def too_many(t: Tongue, count: int, room: int) -> Html:
    return t.say(
        "That is {count} lines, and there is room for {room} more. Shorten the list and send it "
        "again.",
        count=count,
        room=room,
    )
