"""The demo's door shows what the house sends, and refuses what Telegram refuses."""

from pathlib import Path

import pytest

from bot.demo.pages import Change
from bot.demo.stream import stream
from bot.parcel import Door, Enclosure, MarkupRefused, Parcel, Receipt, Refused
from handlers.events import Address
from handlers.markup import Button, Html, column
from tests.echo_house import START, Set, a_set, texts

TO = Address("demo", "kari")


@pytest.fixture
def demo(tmp_path: Path) -> Set:
    return a_set(tmp_path)


def shown(**what: object) -> dict[str, object]:
    plain: dict[str, object] = {
        "id": "m1",
        "mine": False,
        "at": START.isoformat(),
        "text": "",
        "html": "",
        "buttons": [],
        "file": None,
        "edited": False,
        "reaction": "",
        "language": "nb",
    }
    return plain | what


# What the house sends


async def test_a_message_is_shown_with_its_buttons(demo: Set) -> None:
    door: Door = demo.door
    buttons = column(Button("Ja", "yes"), Button("Les", url="https://example.org"))
    receipt = await door.deliver(Parcel("send", TO, Html("<b>Hei</b>"), buttons, language="en"))
    keys = [
        [{"text": "Ja", "data": "yes", "url": None}],
        [{"text": "Les", "data": None, "url": "https://example.org"}],
    ]
    assert receipt == Receipt("m1")
    assert demo.door.shown("kari") == {
        "messages": [shown(html="<b>Hei</b>", buttons=keys, language="en")],
        "menu": [],
    }


async def test_each_persons_messages_are_numbered_by_themselves(demo: Set) -> None:
    for key in ("kari", "kari", "ola"):
        await demo.door.deliver(Parcel("send", Address("demo", key), Html("Hei")))
    receipt = await demo.door.deliver(Parcel("send", TO, Html("Hei")))
    assert receipt == Receipt("m3")
    assert (demo.door.arrived("kari"), demo.door.arrived("ola")) == (3, 1)


async def test_an_edit_changes_the_words_and_the_buttons(demo: Set) -> None:
    await demo.door.deliver(Parcel("send", TO, Html("Kommer du?"), column(Button("Ja", "yes"))))
    await demo.door.deliver(Parcel("edit", TO, Html("Notert"), target="m1"))
    assert demo.door.shown("kari")["messages"] == [shown(html="Notert", edited=True)]


async def test_an_edit_without_words_changes_the_buttons_alone(demo: Set) -> None:
    await demo.door.deliver(Parcel("send", TO, Html("Kommer du?"), column(Button("Ja", "yes"))))
    await demo.door.deliver(Parcel("edit", TO, target="m1"))
    assert demo.door.shown("kari")["messages"] == [shown(html="Kommer du?")]


async def test_the_words_of_a_file_are_not_edited_as_a_text(demo: Set, tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(b"x")
    enclosure = Enclosure(tmp_path / "x", "x", "a/b")
    await demo.door.deliver(Parcel("send", TO, Html("Her"), enclosure=enclosure))
    with pytest.raises(Refused, match="there is no text in the message to edit"):
        await demo.door.deliver(Parcel("edit", TO, Html("Der"), target="m1"))


async def test_the_same_edit_again_shows_nothing_new(demo: Set) -> None:
    await demo.door.deliver(Parcel("send", TO, Html("Notert")))
    with demo.door.pages.opened("kari") as page:
        await demo.door.deliver(Parcel("edit", TO, Html("Notert"), target="m1"))
        assert page.queue.empty()


async def test_a_deleted_message_is_gone_and_its_id_is_not_used_again(demo: Set) -> None:
    await demo.door.deliver(Parcel("send", TO, Html("Hei")))
    await demo.door.deliver(Parcel("delete", TO, target="m1"))
    assert await demo.door.deliver(Parcel("send", TO, Html("Igjen"))) == Receipt("m2")
    assert texts(demo) == ["Igjen"]


async def test_a_reaction_stands_on_the_persons_own_message(demo: Set) -> None:
    with demo.door.writing("kari", "u1", "Ferdig") as message:
        await demo.door.deliver(Parcel("react", TO, Html("👍"), target=message))
    own = shown(mine=True, text="Ferdig", reaction="👍")
    assert demo.door.shown("kari")["messages"] == [own]


async def test_a_menu_is_offered(demo: Set) -> None:
    await demo.door.deliver(Parcel("menu", TO, Html('[["rapport", "Skriv rapporten"]]')))
    assert demo.door.shown("kari")["menu"] == [("rapport", "Skriv rapporten")]
    await demo.door.deliver(Parcel("menu", TO))
    assert demo.door.shown("kari")["menu"] == []


async def test_a_file_is_read_when_it_is_sent_and_sent_again_by_reference(
    demo: Set, tmp_path: Path
) -> None:
    path = tmp_path / "x.csv"
    path.write_bytes(b"a;b")
    first = await demo.door.deliver(Parcel("send", TO, enclosure=Enclosure(path, "a.csv", "t/c")))
    path.unlink()
    again = Enclosure(path, "a.csv", "t/c", cached=first.cached)
    second = await demo.door.deliver(Parcel("send", TO, enclosure=again))
    assert second == Receipt("m2", first.cached)
    kept = demo.door.file(first.cached or "")
    assert kept is not None
    assert (kept.name, kept.mime, kept.content) == ("a.csv", "t/c", b"a;b")


@pytest.mark.parametrize(("mime", "is_picture"), [("image/png", True), ("image/svg+xml", False)])
async def test_a_picture_is_to_be_shown_in_the_chat_itself(
    demo: Set, tmp_path: Path, mime: str, *, is_picture: bool
) -> None:
    path = tmp_path / "x"
    path.write_bytes(b"abc")
    sent = await demo.door.deliver(Parcel("send", TO, enclosure=Enclosure(path, "a", mime)))
    file = {"id": sent.cached, "name": "a", "size": 3, "picture": is_picture}
    assert demo.door.shown("kari")["messages"] == [shown(file=file)]


@pytest.mark.parametrize(
    ("parcel", "complaint"),
    [
        (Parcel("send", TO), "message text is empty"),
        (Parcel("send", TO, Html("<b> </b>")), "message text is empty"),
        (Parcel("send", TO, Html("x" * 4097)), "message is too long"),
        (Parcel("send", TO, Html("😀" * 2049)), "message is too long"),
        (Parcel("send", TO, Html("x"), column(Button("A", "ø" * 33))), "BUTTON_DATA_INVALID"),
        (Parcel("send", TO, Html("x"), column(Button("A", ""))), "BUTTON_DATA_INVALID"),
        (Parcel("send", TO, Html("x"), column(Button("A", url="x"))), "BUTTON_URL_INVALID"),
        (Parcel("send", TO, Html("x"), column(Button("A"))), "either data or an address"),
        (Parcel("send", TO, Html("x"), column(Button(" ", "a"))), "text of a button is empty"),
        (Parcel("edit", TO, Html("x"), target="m9"), "message to edit not found"),
        (Parcel("edit", TO, Html("x"), target="m1"), "message can't be edited"),
        (Parcel("delete", TO, target="m9"), "message to delete not found"),
        (Parcel("react", TO, Html("👍")), "message to react not found"),
        (Parcel("react", TO, Html("ja"), target="m1"), "REACTION_INVALID"),
        (Parcel("menu", TO, Html('[["Rapport", "x"]]')), "BOT_COMMAND_INVALID"),
        (Parcel("menu", TO, Html('[["rapport", ""]]')), "DESCRIPTION_INVALID"),
        (Parcel("menu", TO, Html("x")), "can't parse commands"),
        (Parcel("dance", TO), "unknown verb"),
        (
            Parcel("send", TO, enclosure=Enclosure(Path("/no/such"), "a", "b/c")),
            "the file to send is not there",
        ),
        (
            Parcel("send", TO, Html("x" * 1025), enclosure=Enclosure(Path("x"), "a", "b/c")),
            "message caption is too long",
        ),
    ],
)
async def test_what_telegram_refuses_is_refused(demo: Set, parcel: Parcel, complaint: str) -> None:
    with demo.door.writing("kari", "u1", "Min egen"):
        pass
    with pytest.raises(Refused, match=complaint):
        await demo.door.deliver(parcel)
    assert texts(demo) == ["Min egen"]


@pytest.mark.parametrize("text", ["a < b", "<b>a", "a</b>", "<b><i>a</b></i>", "<img src=x>"])
async def test_broken_markup_is_refused_as_such(demo: Set, text: str) -> None:
    with pytest.raises(MarkupRefused):
        await demo.door.deliver(Parcel("send", TO, Html(text)))


async def test_what_telegram_takes_at_its_limits_is_taken(demo: Set) -> None:
    longest = Html("<b>" + "&lt;" * 4096 + "</b>")
    await demo.door.deliver(Parcel("send", TO, longest, column(Button("A", "x" * 64))))
    await demo.door.deliver(Parcel("send", TO, Html('<a href="https://x.no/?a=1&amp;b">x</a>')))
    assert len(texts(demo)) == 2


async def test_a_message_of_two_days_ago_is_not_deleted(demo: Set) -> None:
    await demo.door.deliver(Parcel("send", TO, Html("Gammel")))
    await demo.stage.jump()
    with pytest.raises(Refused, match="message can't be deleted"):
        await demo.door.deliver(Parcel("delete", TO, target="m1"))


async def test_the_small_answer_is_shown_once_to_the_one_who_pressed(demo: Set) -> None:
    await demo.door.deliver(Parcel("send", TO, Html("?"), column(Button("Ja", "yes"))))
    demo.door.press("kari", "u1", "m1", "yes")
    with demo.door.pages.opened("kari") as kari, demo.door.pages.opened("ola") as ola:
        for text in ("Notert", "Notert"):
            await demo.door.acknowledge("u1", text)
        assert kari.queue.get_nowait() == Change("toast", "Notert")
        assert kari.queue.empty()
        assert ola.queue.empty()


async def test_an_uploaded_file_is_fetched_within_the_limit(demo: Set, tmp_path: Path) -> None:
    kept = demo.door.keep("plan.pdf", "application/pdf", b"12345")
    await demo.door.fetch(kept.id, tmp_path / "plan", 5)
    assert (tmp_path / "plan").read_bytes() == b"12345"
    with pytest.raises(Refused, match="too big"):
        await demo.door.fetch(kept.id, tmp_path / "other", 4)
    with pytest.raises(Refused, match="wrong file_id"):
        await demo.door.fetch("nothing", tmp_path / "other", 5)


# What an open page hears


async def test_a_page_gets_the_whole_chat_first_and_then_each_change(demo: Set) -> None:
    await demo.door.deliver(Parcel("send", TO, Html("Før")))
    heard = stream(demo.door, "kari", heartbeat=0.01)
    first = await anext(heard)
    silence = await anext(heard)
    await demo.door.deliver(Parcel("delete", TO, target="m1"))
    change = await anext(heard)
    demo.door.close()
    assert [part async for part in heard] == []
    assert first.startswith('retry: 1000\nid: 0\nevent: snapshot\ndata: {"messages": [{"id": "m1"')
    assert silence == ": still here\n\n"
    assert change == 'id: 1\nevent: gone\ndata: "m1"\n\n'


async def test_what_was_written_cannot_break_out_of_its_event(demo: Set) -> None:
    with demo.door.writing("kari", "u1", "a\n\nevent: gone\r\ndata: 1\u2028"):
        pass
    heard = stream(demo.door, "kari")
    whole = await anext(heard)
    await heard.aclose()
    assert len(whole.splitlines()) == 5


def test_a_page_that_cannot_follow_is_asked_to_come_again(demo: Set) -> None:
    with demo.door.pages.opened("kari") as page:
        for _ in range(1001):
            demo.door.pages.nudge()
        assert [page.queue.get_nowait(), page.queue.empty()] == [None, True]
