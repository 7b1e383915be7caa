"""What the page says of a programme that a visitor makes on it."""

from datetime import date

from handlers.markup import Html
from handlers.tongue import Tongue


def no_name(t: Tongue) -> Html:
    return t.say("Give the programme a name.")


def long_name(t: Tongue, most: int) -> Html:
    return t.say("The name is long: at most {n} characters.", n=most)


def few_samlinger(t: Tongue, least: int) -> Html:
    return t.say("Give at least {n} gatherings, so that there is something in between.", n=least)


def many_samlinger(t: Tongue, most: int) -> Html:
    return t.say("Give at most {n} gatherings here.", n=most)


def no_day(t: Tongue, number: int) -> Html:
    """``number`` is its place among the dates, from 1; so in the next three."""
    return t.say("Date number {n} is no date.", n=number)


def odd_year(t: Tongue, number: int, day: date) -> Html:
    return t.say("Date number {n}: is the year {year} right?", n=number, year=f"{day.year:04}")


def same_day(t: Tongue, number: int) -> Html:
    return t.say("Date number {n} is the same day as the one before it.", n=number)


def before_the_last(t: Tongue, number: int) -> Html:
    return t.say("Date number {n} is earlier than the one before it.", n=number)


def no_team(t: Tongue) -> Html:
    return t.say("Give at least one team.")


def many_teams(t: Tongue, most: int) -> Html:
    return t.say("Give at most {n} teams here.", n=most)


def long_team(t: Tongue, most: int) -> Html:
    return t.say("The team's name is long: at most {n} characters.", n=most)


def same_team(t: Tongue, name: str) -> Html:
    return t.say("Two teams are called {name}.", name=name)


def samling(t: Tongue, number: int) -> Html:
    return t.say("Gathering {n}", n=number)
