"""What those who lead are told of who comes, a typed function each, and the words in the files."""

from collections.abc import Iterator
from datetime import date

from handlers.attendance.count import Group
from handlers.markup import Html, bold
from handlers.tongue import Tongue


def summary(t: Tongue) -> Html:
    """What the command is for, in the menu."""
    return t.say("Who comes, and who was there")


def not_yours(t: Tongue) -> Html:
    return t.say("This is for those who lead the programme.")


def nothing_counted(t: Tongue) -> Html:
    return t.say("No gathering with a date asks people to sign up, or whether they are there.")


def sign_up_until(t: Tongue, day: date, *, over: bool) -> Html:
    if over:
        return t.say("The sign-up closed on {day}", day=t.day(day))
    return t.say("Sign-up until {day}", day=t.day(day))


# A line


def of(t: Tongue, name: str, what: Html) -> Html:
    return t.say("{name}: {what}", name=bold(name), what=what)


def in_all(t: Tongue) -> Html:
    return t.say("In all")


def guiding(t: Tongue) -> Html:
    return t.say("Facilitators")


def taking_part(t: Tongue) -> Html:
    return t.say("Participants")


def without_telegram(t: Tongue) -> Html:
    return t.say("without Telegram")


def nobody_yet(t: Tongue) -> Html:
    """Of a team that nobody has joined."""
    return t.say("nobody yet")


def answered(t: Tongue, group: Group) -> Iterator[Html]:
    """What a group answered, each with its number; what is nought is not said."""
    if group.coming:
        yield t.say("come: {n}", n=t.number(group.coming))
    if group.away:
        yield t.say("do not come: {n}", n=t.number(group.away))
    if group.substitutes:
        yield t.say("send another: {n}", n=t.number(group.substitutes))
    if group.unsure:
        yield t.say("do not know yet: {n}", n=t.number(group.unsure))
    if group.unanswered:
        yield t.say("not answered: {n}", n=t.number(group.unanswered))
    if group.unreached:
        yield t.say("of them not reached: {n}", n=t.number(group.unreached))


def were_there(t: Tongue, n: int) -> Html:
    return t.say("were there: {n}", n=t.number(n))


def people(t: Tongue, n: int) -> Html:
    return t.many("{n} person", "{n} people", n)


def lunches(t: Tongue, n: int) -> Html:
    return t.say("lunch: {n}", n=t.number(n))


def dinners(t: Tongue, n: int) -> Html:
    return t.say("dinner: {n}", n=t.number(n))


def not_counted(t: Tongue) -> Html:
    """Beneath the meals and beds."""
    return t.say("Teams without Telegram are not in the numbers for meals and beds.")


def beds(t: Tongue, n: int) -> Html:
    """In the night after the day."""
    return t.say("overnight stay: {n}", n=t.number(n))


# Buttons and files


def list_button(t: Tongue) -> Html:
    return t.say("Excel list with names")


def word_button(t: Tongue) -> Html:
    return t.say("Code word for the room")


def is_coming(t: Tongue) -> Html:
    return t.say("It is being made, and comes in a moment.")


def the_list(t: Tongue, programme: str) -> Html:
    return t.say(
        "Who comes to the gatherings of {programme}. It holds names: delete it when meals and beds "
        "are ordered.",
        programme=programme,
    )


def the_word(t: Tongue, title: str, word: str) -> Html:
    return t.say(
        "The code word of “{title}” is {word}. It works on the days of the gathering alone. Print "
        "the picture and hang it up, or show it on the screen.",
        title=title,
        word=bold(word),
    )


# The picture


def are_you_here(t: Tongue) -> Html:
    return t.say("Are you here?")


def code_word(t: Tongue) -> Html:
    return t.say("The code word of the gathering")


def scan_or_write(t: Tongue) -> Html:
    return t.say("Point your camera here, or write the word to Mellom.")


def write_it(t: Tongue) -> Html:
    """Where the bot's name is not known, so that there is no link."""
    return t.say("Write the word to Mellom.")


def not_joined(t: Tongue) -> Html:
    return t.say("Not joined yet, or without Telegram? Tell those who lead the gathering.")


# The workbook


def overview(t: Tongue) -> Html:
    """The name of a sheet: at most 31 letters."""
    return t.say("Overview")


def title(t: Tongue, programme: str) -> Html:
    return t.say("Who comes: {programme}", programme=programme)


def made(t: Tongue, moment: str) -> Html:
    return t.say("Made {moment}", moment=moment)


def only_who_answered(t: Tongue) -> Html:
    return t.say("Only those who have answered, or said that they are there, stand here by name.")


def heads(t: Tongue) -> list[Html]:
    """Over the numbers of each group."""
    return [
        t.say("Team"),
        t.say("Come"),
        t.say("Do not come"),
        t.say("Send another"),
        t.say("Do not know yet"),
        t.say("Not answered"),
        t.say("Not reached"),
        t.say("Were there"),
    ]


def day_heads(t: Tongue) -> list[Html]:
    """Over the numbers of each day."""
    return [
        t.say("Day"),
        t.say("People"),
        t.say("Lunch"),
        t.say("Dinner"),
        t.say("Overnight stay"),
    ]


def name_heads(t: Tongue) -> list[Html]:
    """Over the names."""
    return [
        t.say("Team"),
        t.say("Name"),
        t.say("Answer"),
        t.say("Days"),
        t.say("Lunch"),
        t.say("Dinner"),
        t.say("Overnight stay"),
        t.say("Was there"),
    ]


def yes(t: Tongue) -> Html:
    return t.say("Yes")


def no(t: Tongue) -> Html:
    return t.say("No")
