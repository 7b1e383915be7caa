"""What becomes a message to many, and what never does: texts, files, edits, the next samling."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from handlers.broadcast import commands
from handlers.broadcast.compile import Sender, letter, room_for
from handlers.broadcast.samling import programme_of
from handlers.events import Address, Attached, Edited, Event, Said
from handlers.markup import plain, utf16_length
from handlers.programme_file import read_programme, samlinger
from handlers.tongue import tongue
from handlers.turn import Turn
from tests.broadcasting import (
    CAKE,
    HEAD,
    NOW,
    copies,
    crowd,
    goes_out,
    kari,
    loses,
    opened,
    states,
    turns,
    works,
)
from tests.room import PROGRAMMES, Room


@pytest.fixture(name="room")
def _room(tmp_path: Path) -> Iterator[Room]:
    yield from opened(tmp_path)


def test_a_participants_words_are_never_a_message_to_everybody(room: Room) -> None:
    kari(room)
    [one] = crowd(room, 1)
    what: list[Said | Attached] = [Said("u1", CAKE), Said("u2", CAKE, forwarded=True)]
    what.append(Attached("u3", "document", "", "ref", "a.pdf", "application/pdf", 1000))
    taken = [turns(room, one, said, str(n)) for n, said in enumerate(what, 900)]
    one.says("/broadcast " + CAKE)
    assert (taken, states(room)) == ([False, False, False], [])


@pytest.mark.parametrize("text", ["hi", "thank you", "all is well", "/what is this here"])
def test_a_few_words_and_a_slash_are_no_message_to_everybody(room: Room, text: str) -> None:
    sender, _ = kari(room), crowd(room, 1)
    assert (turns(room, sender, Said("u1", text), "900"), states(room)) == (False, [])


def test_four_words_or_a_forwarded_word_are_a_message(room: Room) -> None:
    sender, _ = kari(room), crowd(room, 1)
    sender.says("we start at ten")
    sender.forwards("Velkommen!")
    assert [states(room), sender.screen[-2].text] == [["draft", "draft"], HEAD + "Velkommen!"]


def test_a_typed_yes_asks_again_to_whom_and_a_typed_no_puts_it_away(room: Room) -> None:
    sender, _ = kari(room), crowd(room, 1)
    sender.says("we start at ten")
    sender.says("hm")
    sender.says("ja")
    assert sender.last.labels == ["Everybody (1)", "My team (1)", "No"]
    sender.says("hm")
    sender.says("nei")
    assert (sender.last.text, states(room)) == ("Fine, nothing was sent.", ["dropped"])
    sender.says("we start at ten")
    room.passes(hours=2)
    sender.says("nei")
    assert states(room) == ["dropped", "draft"]


def test_nothing_is_taken_in_a_group(room: Room) -> None:
    sender, _ = kari(room), crowd(room, 1)
    event = Event(
        "telegram:1", "9", Address("telegram", "-5"), sender.key, NOW, Said("u", CAKE),
        private=False,
    )  # fmt: skip
    with room.unit() as unit:
        assert not commands.loose(Turn(unit, NOW, event))


def test_broadcast_alone_waits_for_a_text_of_any_length(room: Room) -> None:
    sender, [reader] = kari(room), crowd(room, 1)
    sender.says("/broadcast")
    offered = sender.last.labels
    sender.says("Cake!")
    sender.taps("Everybody")
    sender.taps("Yes, send")
    goes_out(room)
    assert offered == ["Send the programme of the next gathering"]
    assert [shown.text for shown in reader.screen] == [HEAD + "Cake!"]
    assert not turns(room, sender, Said("u", "thanks"), "900")


def test_broadcast_with_a_text_takes_it_at_once(room: Room) -> None:
    sender, _ = kari(room), crowd(room, 1)
    sender.says("/melding Cake!")
    assert sender.screen[0].text == HEAD + "Cake!"


def test_waiting_ends_with_the_role(room: Room) -> None:
    sender, _ = kari(room), crowd(room, 1)
    sender.says("/broadcast")
    loses(room, sender.key, "facilitator")
    sender.says(CAKE)
    with room.unit() as unit:
        waiting = unit.drafts.seat("telegram", sender.key, sender.key).waiting
    assert (waiting, states(room)) == (None, [])


def test_the_programme_of_the_next_samling_is_sent_from_the_file(room: Room) -> None:
    sender, [reader] = kari(room), crowd(room, 1)
    sender.says("/broadcast")
    sender.taps("Send the programme")
    sender.taps("Everybody")
    sender.taps("Yes, send")
    goes_out(room)
    assert reader.last.html == sender.screen[1].html
    for part in (
        "Hva fant vi, og hva prøver vi?",
        "onsdag 2. desember 2026",
        "09.00–14.30",
        "https://mote.havnes.example/trygg-oppstart",
        "Teamet sitter samlet, så bestill et møterom.",
        "Spør minst fem nytilsatte",
        "Prøv ut ett tiltak i liten skala",
        "• 09.00–09.20 Velkommen (Ingrid Solli)",
        "• 14.10–14.30 Oppsummering og refleksjon",
    ):
        assert part in reader.last.text


def test_a_long_agenda_is_left_to_the_programme_itself() -> None:
    file = read_programme((PROGRAMMES / "eksempel.toml").read_text(encoding="utf-8"))
    samling = samlinger(file)[1]
    whole = programme_of(tongue("en"), file, samling, 4096)
    short = programme_of(tongue("en"), file, samling, utf16_length(whole) - 1)
    head, _, agenda = whole.partition("Agenda:")
    assert (short, len(agenda.strip().split("\n"))) == (
        f"{head}The agenda: write /programme to me.",
        len(samling.agenda),
    )


def test_when_no_samling_lies_ahead_none_is_offered(room: Room) -> None:
    sender, _ = kari(room), crowd(room, 1)
    room.passes(days=1000)
    sender.says("/broadcast")
    labels = sender.last.labels
    sender.presses("broadcast:samling")
    assert (labels, states(room)) == ([], [])


def test_an_edit_changes_the_draft_and_what_was_shown(room: Room) -> None:
    sender, [reader] = kari(room), crowd(room, 1)
    message = sender.says(CAKE)
    assert turns(room, sender, Edited(message, "There will be <i>two</i> cakes."), "900")
    sender.taps("Everybody")
    sender.taps("Yes, send")
    goes_out(room)
    assert reader.last.text == HEAD + "There will be <i>two</i> cakes."
    assert reader.last.html == sender.screen[0].html


def test_an_edit_of_a_command_leaves_the_word_out(room: Room) -> None:
    sender, _ = kari(room), crowd(room, 1)
    message = sender.says("/broadcast Cake!")
    turns(room, sender, Edited(message, "/broadcast Two cakes!"), "900")
    assert sender.screen[0].text == HEAD + "Two cakes!"


def test_an_edit_after_it_was_confirmed_changes_nothing(room: Room) -> None:
    sender, [reader] = kari(room), crowd(room, 1)
    message = sender.says(CAKE)
    sender.taps("Everybody")
    sender.taps("Yes, send")
    assert turns(room, sender, Edited(message, "No cake after all."), "900")
    said = sender.last.text
    goes_out(room)
    assert said == "It has been sent already, so the change stays with you."
    assert reader.last.text == HEAD + CAKE


def test_an_edit_of_something_else_is_not_for_us(room: Room) -> None:
    assert not turns(room, kari(room), Edited("nothing", CAKE), "900")


def test_a_file_is_named_fetched_and_goes_with_the_words(room: Room) -> None:
    sender, [reader] = kari(room), crowd(room, 1)
    sender.sends("program <1>.pdf", caption="The programme")
    sender.taps("Everybody")
    sender.taps("Yes, send")
    works(room)
    early = copies(room)
    [file] = room.connection.execute("SELECT id, source, ref FROM file").fetchall()
    fetch = room.connection.execute("SELECT arguments FROM task WHERE kind = 'fetch'").fetchall()
    with room.unit() as unit:
        unit.files.fetched(file["id"], "hash", 1000)
    room.passes(seconds=6)
    goes_out(room)
    assert (file["source"], file["ref"]) == ("telegram:1", "ref-program <1>.pdf")
    assert ([row[0] for row in fetch], early) == ([file["id"]], [])
    assert (reader.last.html, reader.last.file) == (sender.screen[0].html, file["id"])
    assert reader.last.text == HEAD + "The programme\n\nAttached: program <1>.pdf"


def test_a_file_that_never_comes_is_told_and_nothing_goes_out(room: Room) -> None:
    sender, [reader] = kari(room), crowd(room, 1)
    sender.sends("program.pdf")
    sender.taps("Everybody")
    sender.taps("Yes, send")
    for _ in range(70):
        works(room)
        room.passes(seconds=6)
    goes_out(room)
    assert (reader.screen, states(room)) == ([], ["stopped"])
    assert sender.last.text == (
        "I could not get hold of the file, so nothing was sent. Please send it again."
    )


def test_a_file_over_twenty_megabytes_is_refused(room: Room) -> None:
    sender, _ = kari(room), crowd(room, 1)
    large = Attached("u", "document", "", "ref", "a.pdf", "application/pdf", 20 * 1024 * 1024 + 1)
    assert turns(room, sender, large, "900")
    assert (states(room), sender.last.text) == (
        [],
        "That file is larger than 20 MB, and I cannot carry it. Send a link instead.",
    )


@pytest.mark.parametrize("kind", ["voice", "sticker", "video_note", "location"])
def test_a_voice_or_a_sticker_is_no_message_to_everybody(room: Room, kind: str) -> None:
    sender, _ = kari(room), crowd(room, 1)
    assert not turns(room, sender, Attached("u", kind, ref="ref", size=1), "900")


def test_a_photo_without_a_name_gets_one(room: Room) -> None:
    sender, _ = kari(room), crowd(room, 1)
    turns(room, sender, Attached("u", "photo", "Cake", "ref", size=1), "900")
    assert sender.screen[0].text == HEAD + "Cake\n\nAttached: picture.jpg"


def test_a_text_that_would_be_cut_is_refused(room: Room) -> None:
    sender, _ = kari(room), crowd(room, 1)
    sender.says("word " * 1000)
    assert (states(room), sender.last.text[:37]) == ([], "That is too long for one message. Wit")


@pytest.mark.parametrize(("file", "limit"), [(None, 4096), ("a.pdf", 1024)])
def test_what_fits_fills_one_message_in_the_longest_language(file: str | None, limit: int) -> None:
    sender = Sender("Kari", "facilitator", {"nb": "Nettverk", "en": "A learning network"})
    text = "x" * room_for(sender, file)
    lengths = [
        utf16_length(plain(letter(tongue(one), sender, text, file))) for one in ("nb", "nn", "en")
    ]
    assert max(lengths) == limit


def test_alone_in_the_programme_one_is_told_so(room: Room) -> None:
    sender = kari(room)
    sender.says(CAKE)
    assert (states(room), sender.last.text) == ([], "There is nobody to send to yet.")
