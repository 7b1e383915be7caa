"""What the page posts, checked at the border before anything is done with it."""

from typing import Annotated, Literal, TypeVar
from uuid import UUID

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request

from bot.demo.rules import CAPTION, DATA_BYTES, TEXT, units

JSON_BYTES = 64 * 1024
FILE_BYTES = 20 * 1024 * 1024
# What surrounds a file in a multipart body: names, caption, boundaries.
WRAPPING_BYTES = 64 * 1024

Language = Literal["nb", "nn", "en"]
Model = TypeVar("Model", bound=BaseModel)


def _text(text: str) -> str:
    if not text.strip() or units(text) > TEXT:
        raise ValueError("a text has 1 to 4096 characters")
    return text


def _caption(text: str) -> str:
    if units(text) > CAPTION:
        raise ValueError("a caption has at most 1024 characters")
    return text


Text = Annotated[str, AfterValidator(_text)]
_Field = Annotated[str, Field(max_length=500)]


class _Post(BaseModel):
    """``update`` is the page's own id of what was done: the same again is the same deed."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    update: UUID
    language: Language = "nb"


class Say(_Post):
    """``start`` sends the person's deep link in place of a text."""

    text: Text = "/start"
    start: bool = False


class Press(_Post):
    """A button's data, and the message under which it stood."""

    message: str
    data: Annotated[str, Field(min_length=1, max_length=DATA_BYTES)]


class Edit(_Post):
    """What an own message now reads."""

    message: str
    text: Text


class Caption(_Post):
    """What comes with a file."""

    caption: Annotated[str, AfterValidator(_caption)] = ""


class Newcomer(BaseModel):
    """One more person."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    name: Annotated[str, Field(min_length=1, max_length=64)]


class Own(BaseModel):
    """A programme to make: what is wrong with it is told in words, so that little is refused here.

    ``samlinger`` are days, as the browser writes them; what is empty was left empty.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    name: Annotated[str, Field(max_length=500)] = ""
    samlinger: Annotated[tuple[_Field, ...], Field(max_length=50)] = ()
    teams: Annotated[tuple[_Field, ...], Field(max_length=200)] = ()
    language: Language = "nb"


class Again(BaseModel):
    """What to begin again with."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    empty: bool = False


def checked(model: type[Model], values: object) -> Model:
    """The post, or 422 without a word of what was written."""
    try:
        return model.model_validate(values)
    except ValidationError:
        raise HTTPException(422, "not a post of this page") from None


async def posted(model: type[Model], request: Request) -> Model:
    """Read a JSON body of bounded size."""
    _bounded(request, JSON_BYTES)
    try:
        return model.model_validate_json(await request.body())
    except ValidationError:
        raise HTTPException(422, "not a post of this page") from None


def bounded_upload(request: Request) -> None:
    """Refuse an upload over 20 MB before it is read."""
    _bounded(request, FILE_BYTES + WRAPPING_BYTES)


def _bounded(request: Request, limit: int) -> None:
    """By the stated length, which the server holds the client to."""
    stated = request.headers.get("content-length", "")
    if not stated.isdigit():
        raise HTTPException(411, "length required")
    if int(stated) > limit:
        raise HTTPException(413, "too large")
