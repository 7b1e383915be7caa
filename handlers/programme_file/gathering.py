"""The life of a samling in a programme file: its steps, each taken or left out, with a text."""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, StrictBool

from handlers.programme_file.fields import Count, DaysAround, DaysOff, Link, Table
from handlers.programme_file.text import Text

Step = Literal["hold_date", "sign_up", "practicalities", "presence", "thanks"]


class HoldDate(Table):
    """The day that a date is set everyone hears of it, for shift plans are made months ahead."""

    text: Text | None = None


class SignUp(Table):
    """People say whether they come; the deadline is so many days before the samling.

    What is ``binding`` cannot be changed in the chat after the deadline; a samling's own
    ``binding`` goes before this one. Days, meals and nights
    are asked about where people meet in person.
    """

    days_before: Count
    ask_days_before: DaysAround = Field(default=(14, 7, 2), validate_default=True)
    binding: StrictBool = False
    meals: tuple[Literal["lunch", "dinner"], ...] = ("lunch", "dinner")
    overnight: StrictBool = True
    allergies: Link | None = None
    text: Text | None = None


class Practicalities(Table):
    """Place or link, materials and agenda, shortly before."""

    before: DaysOff = Field(default="2 working days", validate_default=True)
    text: Text | None = None


class Presence(Table):
    """On the day people say that they are there, with a code word that hangs in the room."""

    text: Text | None = None


class Thanks(Table):
    """Thanks afterwards, with what to do until next time."""

    after: DaysOff = Field(default="1 working day", validate_default=True)
    text: Text | None = None


def _as_step(value: object) -> object:
    """``true`` takes the step as it comes, ``false`` leaves it out."""
    match value:
        case bool():
            return {} if value else None
        case _:
            return value


class Gathering(Table):
    """The life of every samling: a step that is left out, or false, is not taken."""

    hold_date: Annotated[
        HoldDate | None, BeforeValidator(_as_step, json_schema_input_type=HoldDate | bool | None)
    ] = None
    sign_up: Annotated[
        SignUp | None,
        BeforeValidator(_as_step, json_schema_input_type=SignUp | Literal[False] | None),
    ] = None
    practicalities: Annotated[
        Practicalities | None,
        BeforeValidator(_as_step, json_schema_input_type=Practicalities | bool | None),
    ] = None
    presence: Annotated[
        Presence | None, BeforeValidator(_as_step, json_schema_input_type=Presence | bool | None)
    ] = None
    thanks: Annotated[
        Thanks | None, BeforeValidator(_as_step, json_schema_input_type=Thanks | bool | None)
    ] = None
