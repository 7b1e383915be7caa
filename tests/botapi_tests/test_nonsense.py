"""Whatever a request holds, it is either done or refused in Telegram's form."""

from contextlib import suppress
from typing import Any

import pytest

from tests.botapi.allowed import METHODS
from tests.botapi.message import Button
from tests.botapi.methods import DEEDS
from tests.botapi.refusal import Refusal
from tests.botapi.wire import Upload, typed
from tests.botapi.world import BOT, World

_PLAIN: list[Any] = [
    None,
    True,
    -1,
    0,
    3,
    1.5,
    "",
    "x",
    "\ud800",
    "7",
    "[]",
    "{",
    [],
    {},
    [1],
    [[]],
]
_FIELDS = "text url callback_data type emoji chat_id message_id command description offset length"
_OBJECTS: list[Any] = [
    {**sound, field: value}
    for sound in (
        {"text": "Ja", "url": "https://ks.no"},
        {"type": "emoji", "emoji": "👍"},
        {"type": "chat", "chat_id": 7},
        {"command": "x", "description": "x"},
        {"type": "bold", "offset": 0, "length": 1},
        {"message_id": 1},
    )
    for field in _FIELDS.split()
    for value in (*_PLAIN, "http://[", "https://t.me/x?start=å")
]
_NONSENSE: list[Any] = [
    *_PLAIN,
    *_OBJECTS,
    *([one] for one in _OBJECTS),
    *({"inline_keyboard": rows} for rows in [*_PLAIN, *([[one]] for one in _OBJECTS)]),
    "attach://x",
    "HTML",
]


def _world() -> World:
    world = World(lambda: 1_000_000.0)
    chat = world.know({"id": 7, "type": "private"})
    yes = Button("Ja", "ja", None, {"text": "Ja", "callback_data": "ja"})
    world.write(chat, BOT, text="Hei", by_bot=True, buttons=((yes,),))
    world.keep("photo", Upload("a.jpg", "image/jpeg", b"\xff\xd8\xff"))
    world.keep("document", Upload("a.txt", "text/plain", b"x"))
    return world


_SOUND: dict[str, Any] = {
    "chat_id": 7,
    "message_id": 1,
    "text": " Hei",
    "commands": [],
    "photo": "PHOTO-00000001",
    "document": "DOCUMENT-00000002",
}


@pytest.mark.parametrize("method", sorted(DEEDS))
def test_nonsense_is_refused_and_never_breaks_the_server(method: str) -> None:
    sound = {key: value for key, value in _SOUND.items() if key in METHODS[method]}
    for key in METHODS[method]:
        for value in _NONSENSE:
            with suppress(Refusal):
                DEEDS[method](_world(), typed({**sound, key: value}, method))
