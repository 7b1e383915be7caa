"""The small types that a programme file is made of, each refusing with a sentence."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Annotated
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    PlainSerializer,
    PlainValidator,
    StrictInt,
    WithJsonSchema,
)

from handlers.programme_file import texts
from handlers.programme_file.phrases import Refused, phrase
from handlers.programme_file.when import read_when, write_when
from handlers.when import At, Days, InSeason, Month, Unset, When, Yearly

ID = r"[a-z0-9-]{1,40}"
OFFSET = r"([1-9]\d{0,3}) (?:working days?|(?:arbeids|virke)dag(?:er|ar)?)"
MOST_DAYS = 1000
KEY = r"[a-z0-9][a-z0-9-]{0,23}"
OPTION_KEY = r"[a-z0-9][a-z0-9-]{0,15}"


@dataclass(frozen=True, slots=True)
class Offset:
    """So many days before or after something: calendar days, or the programme's working days."""

    days: int
    working: bool = False


class Table(BaseModel):
    """A table of the file: never changed, and no key but the known ones."""

    model_config = ConfigDict(frozen=True, extra="forbid", validate_by_name=True)


def _read_id(value: object) -> str:
    if isinstance(value, str) and re.fullmatch(ID, value):
        return value
    raise Refused(phrase(texts.not_an_id, texts.shown(value)))


def _read_key(value: object) -> str:
    if isinstance(value, str) and value.startswith("-"):
        raise Refused(phrase(texts.a_key_of_ours, texts.shown(value)))
    if isinstance(value, str) and re.fullmatch(KEY, value):
        return value
    raise Refused(phrase(texts.not_a_key, texts.shown(value), 24))


def _read_option_key(value: object) -> str:
    if isinstance(value, str) and re.fullmatch(OPTION_KEY, value):
        return value
    raise Refused(phrase(texts.not_a_key, texts.shown(value), 16))


def _read_time(value: object) -> When:
    match value:
        case str():
            return read_when(value)
        case At() | Days() | Month() | InSeason() | Yearly() | Unset():
            return value  # from a programme that was read before
        case datetime() if value.tzinfo:
            raise Refused(phrase(texts.no_offset, texts.shown(value)))
        case datetime():
            return read_when(value.isoformat())
        case date():
            return read_when(value.isoformat())
        case _:
            raise Refused(phrase(texts.not_a_when, texts.shown(value)))


def _read_days(value: object) -> Days:
    match _read_time(value):
        case Days() as days:
            return days
        case _:
            raise Refused(phrase(texts.not_days, texts.shown(value)))


def _read_day(value: object) -> date:
    match _read_time(value):
        case Days(first, last) if first == last:
            return first
        case _:
            raise Refused(phrase(texts.not_a_day, texts.shown(value)))


def _read_offset(value: object) -> Offset:
    if isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= MOST_DAYS:
        return Offset(value)
    found = re.fullmatch(OFFSET, value, re.ASCII) if isinstance(value, str) else None
    if found is not None and int(found[1]) <= MOST_DAYS:
        return Offset(int(found[1]), working=True)
    if isinstance(value, Offset):
        return value
    raise Refused(phrase(texts.not_an_offset, texts.shown(value)))


def _write_offset(offset: Offset) -> int | str:
    if not offset.working:
        return offset.days
    return f"{offset.days} working day" if offset.days == 1 else f"{offset.days} working days"


def _read_clock(value: object) -> time:
    if isinstance(value, str) and re.fullmatch(r"\d{2}:\d{2}", value, re.ASCII):
        try:
            return time.fromisoformat(value)
        except ValueError:
            raise Refused(phrase(texts.no_such_clock, value)) from None
    if isinstance(value, time) and value == value.replace(second=0, microsecond=0, tzinfo=None):
        return value
    raise Refused(phrase(texts.not_a_clock, texts.shown(value)))


def _read_zone(value: str) -> str:
    try:
        ZoneInfo(value)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise Refused(phrase(texts.no_such_zone, texts.shown(value))) from None
    return value


def _read_line(value: object) -> str:
    if not isinstance(value, str):
        raise Refused(phrase(texts.not_a_text))
    if not value.strip():
        raise Refused(phrase(texts.empty_text))
    return value.strip()


def _read_link(value: object) -> str:
    if isinstance(value, str) and re.fullmatch(r"https?://[^\s<>\"]+", value.strip()):
        return value.strip()
    raise Refused(phrase(texts.not_a_link, texts.shown(value)))


def _read_number(value: object) -> float:
    if isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < 10**12:
        return value
    raise Refused(phrase(texts.not_a_number, texts.shown(value)))


def _as_text(pattern: str) -> WithJsonSchema:
    return WithJsonSchema({"type": "string", "pattern": f"^{pattern}$"})


Id = Annotated[str, PlainValidator(_read_id), _as_text(ID)]
Key = Annotated[str, PlainValidator(_read_key), _as_text(KEY)]
OptionKey = Annotated[str, PlainValidator(_read_option_key), _as_text(OPTION_KEY)]
Line = Annotated[
    str, PlainValidator(_read_line), WithJsonSchema({"type": "string", "minLength": 1}),
]  # fmt: skip
Link = Annotated[str, PlainValidator(_read_link), _as_text("https?://.+")]
Zone = Annotated[str, AfterValidator(_read_zone)]
Number = Annotated[float, PlainValidator(_read_number), WithJsonSchema({"type": "number"})]
Count = Annotated[StrictInt, Field(ge=1, le=MOST_DAYS)]
Clock = Annotated[
    time,
    PlainValidator(_read_clock),
    PlainSerializer(lambda clock: clock.strftime("%H:%M")),
    _as_text("[0-2][0-9]:[0-5][0-9]"),
]
Time = Annotated[
    When,
    PlainValidator(_read_time),
    PlainSerializer(write_when),
    WithJsonSchema(
        {
            "type": "string",
            "description": "A moment, day, days (first/last), month, season, --MM-DD, or empty.",
            "examples": ["2022-09-01T12:00/2022-09-02T13:00", "2022-09-01", "2022-12", "2022 vår"],
        },
    ),
]
DaySpan = Annotated[
    Days,
    PlainValidator(_read_days),
    PlainSerializer(write_when),
    WithJsonSchema({"type": "string", "examples": ["2023-07-03/2023-07-30"]}),
]
Day = Annotated[
    date,
    PlainValidator(_read_day),
    PlainSerializer(lambda day: day.isoformat()),
    WithJsonSchema({"type": "string", "format": "date", "examples": ["2022-08-25"]}),
]
DaysOff = Annotated[
    Offset,
    PlainValidator(_read_offset),
    PlainSerializer(_write_offset),
    WithJsonSchema(
        {
            "description": 'Days, or working days such as "2 working days".',
            "anyOf": [
                {"type": "integer", "minimum": 1, "maximum": MOST_DAYS},
                {"type": "string", "pattern": f"^{OFFSET}$"},
            ],
        },
    ),
]
DaysAround = tuple[DaysOff, ...]
