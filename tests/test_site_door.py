"""What stands in a conversation at the page, and what its door remembers."""

import asyncio
import itertools
import json
from contextlib import ExitStack
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.parcel import Parcel, Receipt, Refused
from bot.web.conversation import Bubble, Conversation, fold
from bot.web.page_door import MOST_OPEN, MOST_OPEN_IN_ALL, PageDoor
from bot.web.posted import Deed, File, page_event
from bot.web.spoken import spoken
from handlers.events import Address, Attached, Edited, Event, Pressed, Said
from handlers.markup import Button, Html
from handlers.post import keyboard_json
from storage.records import File as Kept
from storage.records import InboxRow, OutboxRow, Verb

NOW = datetime(2026, 11, 2, 9, tzinfo=UTC)
KARI = Address("page", "kari")
_positions = itertools.count(1)


class Watch:
    def __init__(self) -> None:
        self.at = 0.0

    def __call__(self) -> float:
        return self.at


def came(deed: Deed, minutes: int) -> InboxRow:
    at = NOW + timedelta(minutes=minutes)
    incoming = deed.incoming("nb", at)
    payload = json.dumps(incoming.payload)
    return InboxRow(next(_positions), "page", incoming.update, payload, 0, at, "settled", 0)


def went(verb: Verb, message: str | None, text: str, minutes: int, **more: str) -> OutboxRow:
    row = OutboxRow(
        position=next(_positions), door="page", key="kari", priority=0, verb=verb, text=text,
        buttons="[]", file=None, language="nb", silent=False, dedupe_key="", about="",
        target_row=None, target_message=None, push=None, fleeting=False, state="sent", reason=None,
        message=message, tries=0, ended_at=NOW + timedelta(minutes=minutes),
    )  # fmt: skip
    return replace(row, **more)  # type: ignore[arg-type]  # columns that are text


def said(text: str, once: str = "form-1") -> Deed:
    return Deed("said", "kari", once, text=text)


def nothing(_: str) -> None:
    """No text is remembered."""


def test_a_conversation_is_folded_in_the_order_of_time() -> None:
    hi, press = said("hi"), Deed("pressed", "kari", "form-2", "m1", data="a:b")
    change = Deed("edited", "kari", "form-3", hi.update, text="hei")
    keyboard = keyboard_json(((Button("Ja", "a:b"),),))
    found = fold(
        [came(change, 5), came(press, 3), came(said("/start"), 0), came(hi, 1)],
        [
            went("menu", None, '[["hjelp", "Hva jeg kan"]]', 1),
            went("edit", "m1", "<b>Valgt</b>", 4, language="nn"),
            went("send", "m1", "Velg", 2, buttons=keyboard),
            went("send", "m2", "Borte", 2),
            went("delete", "m2", "", 3),
            went("react", hi.update, "👍", 4),
            went("edit", "m9", "Kom aldri", 4),
        ],
        {},
        nothing,
    )
    at = NOW + timedelta(minutes=1)
    mine = Bubble(hi.update, mine=True, at=at, text="hei", edited=True, reaction="👍")
    theirs = Bubble(
        "m1", mine=False, at=NOW + timedelta(minutes=2), html=Html("<b>Valgt</b>"), language="nn"
    )
    assert found == Conversation((mine, theirs), (("hjelp", "Hva jeg kan"),))


def test_at_one_instant_it_was_said_before_it_was_answered() -> None:
    found = fold([came(said("hi"), 1)], [went("send", "m1", "Hei", 1)], {}, nothing)
    assert [one.mine for one in found.bubbles] == [True, False]


def test_what_was_blanked_is_not_shown_and_a_file_without_words_is() -> None:
    paper = Kept("f1", "hash", "a.ics", "text/calendar", 9, None, None)
    rows = [went("send", "m1", "", 1), went("send", "m2", "", 1, file="f1")]
    found = fold([], rows, {"f1": paper}, nothing)
    assert [(one.id, one.file) for one in found.bubbles] == [("m2", paper)]


async def test_a_fleeting_text_is_remembered_for_an_hour_and_then_nowhere(tmp_path: Path) -> None:
    watch = Watch()
    door = PageDoor(tmp_path, watch)
    receipt = await door.deliver(Parcel("send", KARI, Html("Hemmelig"), fleeting=True))
    kept = await door.deliver(Parcel("send", KARI, Html("Vanlig")))
    assert receipt.message is not None
    assert kept.message is not None
    passing = door.passing("kari", receipt.message)
    assert passing is not None
    assert passing.text == "Hemmelig"
    assert door.passing("kari", kept.message) is None
    assert door.passing("siri", receipt.message) is None
    assert (door.last_word("kari"), door.last_word("siri")) == ("Hemmelig", None)
    watch.at = 3600.0
    assert (door.passing("kari", receipt.message), door.last_word("kari")) == (None, None)


async def test_a_change_answers_with_the_message_that_it_changes(tmp_path: Path) -> None:
    door = PageDoor(tmp_path)
    verbs = ("edit", "delete", "react")
    receipts = [await door.deliver(Parcel(verb, KARI, target="m1")) for verb in verbs]
    assert receipts == [Receipt("m1")] * 3
    assert await door.deliver(Parcel("menu", KARI, Html("[]"))) == Receipt(None)


async def test_the_small_answer_to_a_tap_is_shown_once_to_whoever_tapped(tmp_path: Path) -> None:
    door = PageDoor(tmp_path)
    await door.acknowledge("kari/update", "Recorded")
    await door.acknowledge("siri/update", None)
    assert [door.nod_for("siri"), door.nod_for("kari"), door.nod_for("kari")] == [
        None, "Recorded", None,
    ]  # fmt: skip


async def test_open_pages_of_one_conversation_are_told_and_the_oldest_makes_room(
    tmp_path: Path,
) -> None:
    door = PageDoor(tmp_path)
    with door.opened("kari", "phone") as first, door.opened("kari", "desk") as other:
        with door.opened("siri", "phone") as siri:
            await door.deliver(Parcel("send", KARI, Html("Hei")))
            told = [one.news.is_set() for one in (first, other, siri)]
        assert told == [True, True, False]
        with ExitStack() as stack:
            pages = [stack.enter_context(door.opened("kari", "phone")) for _ in range(MOST_OPEN)]
            assert [one.closed for one in (first, *pages)] == [True] + [False] * MOST_OPEN
            assert (first.made_room, other.closed) == (True, False)
        door.close()
        assert (other.closed, other.made_room) == (True, False)
    with door.opened("kari", "phone") as late:
        assert late.closed
    door.open()
    with door.opened("kari", "phone") as again:
        assert not again.closed


def test_the_whole_site_holds_a_bounded_number_of_pages_open(tmp_path: Path) -> None:
    door = PageDoor(tmp_path)
    with ExitStack() as stack:
        for number in range(MOST_OPEN_IN_ALL):
            assert not stack.enter_context(door.opened(f"{number}", "x")).closed
        late = stack.enter_context(door.opened("kari", "x"))
        assert (late.closed, late.made_room) == (True, True)
    with door.opened("kari", "x") as page:
        assert not page.closed


async def test_a_file_that_was_sent_in_outlives_a_restart_and_no_other_file_is_fetched(
    tmp_path: Path,
) -> None:
    (tmp_path / "secret").write_bytes(b"not for anybody")
    ref = await PageDoor(tmp_path / "uploads").keep(b"words", "form")
    door, to = PageDoor(tmp_path / "uploads"), tmp_path / "coming"
    await door.fetch(ref, to, 5)
    assert await asyncio.to_thread(to.read_bytes) == b"words"
    for wrong in ("../secret", "secret", "a" * 52):
        with pytest.raises(Refused):
            await door.fetch(wrong, to, 100)
    with pytest.raises(Refused):
        await door.fetch(ref, to, 4)


async def test_only_what_nobody_is_going_to_fetch_is_swept(tmp_path: Path) -> None:
    life = PageDoor(tmp_path)
    awaited, unwanted = await life.keep(b"a", "form"), await life.keep(b"b", "form")
    (tmp_path / f"{awaited}.0.part").write_bytes(b"half")
    (tmp_path / "notes.txt").write_bytes(b"not ours")
    door = PageDoor(tmp_path)
    coming = await door.keep(b"c", "form")

    late = []

    async def are_awaited(refs: frozenset[str]) -> frozenset[str]:
        assert refs == {awaited, unwanted}
        late.append(await door.keep(b"d", "form"))
        return frozenset({awaited})

    await door.sweep(are_awaited)
    assert lying_in(tmp_path) == {awaited, coming, *late, "notes.txt"}
    await door.let_go(coming)
    await door.let_go("notes.txt")
    assert lying_in(tmp_path) == {awaited, *late, "notes.txt"}


async def test_the_same_bytes_from_two_forms_are_two_files(tmp_path: Path) -> None:
    door = PageDoor(tmp_path)
    kari, siri = await door.keep(b"same", "kari:1"), await door.keep(b"same", "siri:1")
    await door.let_go(kari)
    assert lying_in(tmp_path) == {siri}


def lying_in(folder: Path) -> set[str]:
    return {one.name for one in folder.iterdir()}


def read(deed: Deed) -> Event:
    return page_event(came(deed, 0))


def test_each_deed_is_read_as_what_it_is() -> None:
    file = File(id="ref", kind="document", name="a.pdf", mime="application/pdf", size=3)
    text, edit = said("hi"), Deed("edited", "kari", "form-1", "m1", text="hei")
    press = Deed("pressed", "kari", "form-1", "m1", data="report:x")
    sent = Deed("attached", "kari", "form-1", text="see", file=file)
    assert [read(one).what for one in (text, edit, press, sent)] == [
        Said(text.update, "hi"),
        Edited("m1", "hei"),
        Pressed("report:x", "m1", f"kari/{press.update}"),
        Attached(sent.update, "document", "see", "ref", "a.pdf", "application/pdf", 3),
    ]
    event = read(text)
    assert (event.address, event.speaker, event.said_at) == (KARI, "kari", NOW)


def test_one_deed_has_one_id_and_nobody_elses() -> None:
    deeds = [
        said("hi"), said("ho"), said("hi", "form-2"), Deed("said", "siri", "form-1", text="hi"),
        Deed("edited", "kari", "form-1", text="hi"),
    ]  # fmt: skip
    assert len({one.update for one in deeds}) == 5
    assert said("hi").update == deeds[0].update


def button(command: str) -> str:
    return f'<button class="link" name="command" value="{command}">{command}</button>'


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        ("Skriv /report nå", f"Skriv {button('/report')} nå"),
        ("<b>/rapport</b>.", f"<b>{button('/rapport')}</b>."),
        ("og/eller 1/2 /ukjent", "og/eller 1/2 /ukjent"),
        ('<a href="https://x.no/report">/report</a>', '<a href="https://x.no/report">/report</a>'),
        ("<code>/report</code>", "<code>/report</code>"),
        ("&lt;/report&gt;", "&lt;/report&gt;"),
    ],
)
def test_a_command_in_the_houses_words_can_be_clicked(html: str, shown: str) -> None:
    assert spoken(Html(html)) == shown
