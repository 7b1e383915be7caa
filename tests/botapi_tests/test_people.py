"""People say and tap; a real ``telegram.Bot`` receives what Telegram would send."""

import asyncio

import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, InputFile, Update
from telegram.error import BadRequest, Conflict

from tests.botapi import BotApi, Person, faults


def _keys(*rows: tuple[str, ...]) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup(
        [[InlineKeyboardButton(one, callback_data=f"d:{one}") for one in row] for row in rows]
    )


async def _updates(bot: Bot) -> list[Update]:
    got = list(await bot.get_updates())
    if got:
        await bot.get_updates(offset=got[-1].update_id + 1)
    return got


async def test_what_a_person_writes_arrives_as_from_telegram(
    api: BotApi, bot: Bot, anna: Person
) -> None:
    api.clock.set(1_660_975_200.0)
    anna.starts("KODE-1")
    anna.says("Se /hjelp, takk")
    first, second = (one.message for one in await _updates(bot))
    assert first
    assert second
    assert first.from_user
    assert (first.text, first.chat.type, first.from_user.first_name) == (
        "/start KODE-1", "private", "Anna",
    )  # fmt: skip
    assert first.from_user.language_code == "nb"
    assert first.date.isoformat() == "2022-08-20T06:00:00+00:00"
    assert first.parse_entities() == {first.entities[0]: "/start"}
    assert list(second.parse_entities(["bot_command"]).values()) == ["/hjelp"]


async def test_a_tap_finds_the_newest_button_with_that_label(bot: Bot, anna: Person) -> None:
    await bot.send_message(7, "Første", reply_markup=_keys(("Ja", "Nei")))
    await bot.send_message(7, "Andre", reply_markup=_keys(("Ja, takk", "Ja"), ("Vet ikke",)))
    anna.taps("Ja")
    anna.taps("Nei")
    anna.taps("Vet")
    anna.taps("Ja,")
    presses = [one.callback_query for one in await _updates(bot) if one.callback_query]
    assert [one.data for one in presses] == ["d:Ja", "d:Nei", "d:Vet ikke", "d:Ja, takk"]
    assert [one.message.message_id for one in presses if one.message] == [2, 1, 2, 2]
    assert anna.screen() == ["Første\n[Ja] [Nei]", "Andre\n[Ja, takk] [Ja]\n[Vet ikke]"]


async def test_a_tap_on_a_button_that_is_not_there_says_what_is(bot: Bot, anna: Person) -> None:
    old = await bot.send_message(7, "Kommer du?", reply_markup=_keys(("Ja",)))
    await bot.edit_message_text("Du kommer.", 7, old.message_id)
    with pytest.raises(AssertionError, match=r"no button 'Ja' on the screen:\nDu kommer\."):
        anna.taps("Ja")
    assert await _updates(bot) == []


async def test_an_old_button_can_still_be_pressed(bot: Bot, anna: Person) -> None:
    await bot.send_message(7, "Kommer du?", reply_markup=_keys(("Ja",)))
    shown = anna.last
    await bot.edit_message_reply_markup(7, shown.id)
    anna.taps_old(shown, "d:Ja")
    await bot.delete_message(7, shown.id)
    anna.taps_old(shown, "d:Ja")
    before, after = (one.callback_query for one in await _updates(bot))
    assert before
    assert after
    assert before.message
    assert after.message
    assert (before.message.is_accessible, after.message.is_accessible) == (True, False)


async def test_an_edit_arrives_and_the_screen_shows_it(bot: Bot, anna: Person) -> None:
    said = anna.says("Vi har strta")
    anna.edits(said, "Vi har starta")
    first, second = await _updates(bot)
    assert first.message
    assert second.edited_message
    assert (first.message.text, second.edited_message.text) == ("Vi har strta", "Vi har starta")
    assert second.edited_message.message_id == first.message.message_id
    assert anna.screen() == ["» Vi har starta"]


async def test_a_long_text_is_cut_as_the_app_cuts_it(bot: Bot, anna: Person) -> None:
    anna.says("x" + "😀" * 2048)
    texts = [one.message.text for one in await _updates(bot) if one.message]
    assert texts == ["x" + "😀" * 2047, "😀"]


async def test_a_file_goes_both_ways_and_again_by_its_id(bot: Bot, anna: Person) -> None:
    anna.sends_document("program.pdf", b"%PDF-1.7 \x00\xff", "application/pdf", "Her")
    (update,) = await _updates(bot)
    assert update.message
    assert update.message.document
    assert update.message.caption == "Her"
    file = await bot.get_file(update.message.document.file_id)
    assert bytes(await file.download_as_bytearray()) == b"%PDF-1.7 \x00\xff"
    sent = await bot.send_document(
        7, InputFile(b"a;b\r\n", "tabell.csv"), caption="<b>Tabell</b>", parse_mode="HTML",
        disable_notification=True,
    )  # fmt: skip
    assert sent.document
    await bot.send_document(7, sent.document.file_id)
    await bot.send_document(7, InputFile(b"c", "del.csv", attach=True))
    files = [(one.text, one.file.name, one.file.data, one.silent)
             for one in anna.visible if one.by_bot and one.file]  # fmt: skip
    assert files == [
        ("Tabell", "tabell.csv", b"a;b\r\n", True),
        ("", "tabell.csv", b"a;b\r\n", False),
        ("", "del.csv", b"c", False),
    ]
    with pytest.raises(BadRequest, match=r"(?i)wrong file_id"):
        await bot.get_file("nothing")


async def test_pictures_voices_and_forwards_arrive_as_what_they_are(bot: Bot, anna: Person) -> None:
    anna.sends_photo()
    anna.sends_voice()
    anna.forwards("Fra lederen")
    photo, voice, forward = (one.message for one in await _updates(bot))
    assert photo
    assert voice
    assert forward
    assert (len(photo.photo), bool(voice.voice), forward.text) == (1, True, "Fra lederen")
    assert forward.forward_origin
    assert forward.forward_origin.type == "hidden_user"
    sent = await bot.send_photo(7, photo.photo[0].file_id)
    assert sent.photo == photo.photo


async def test_the_bot_cannot_write_first(api: BotApi, bot: Bot) -> None:
    bo = api.person(8, "Bo")
    with pytest.raises(BadRequest, match="Chat not found"):
        await bot.send_message(8, "Hei")
    bo.says("Hei")
    await bot.send_message(8, "Hei, Bo")
    assert bo.last.text == "Hei, Bo"


async def test_a_second_bot_ends_the_first_ones_poll(api: BotApi, bot: Bot, anna: Person) -> None:
    async with Bot(api.token, base_url=f"{api.url}/bot") as other:
        first = asyncio.create_task(bot.get_updates(timeout=20))
        await api.until(lambda: api.world.updates.polled)
        second = asyncio.create_task(other.get_updates(timeout=20))
        with pytest.raises(Conflict):
            await asyncio.wait_for(first, 5)
        anna.says("Hei")
        assert [one.message.text for one in await second if one.message] == ["Hei"]


async def test_a_poll_ends_when_its_bot_is_gone_and_takes_nothing_along(
    api: BotApi, bot: Bot, anna: Person
) -> None:
    poll = asyncio.create_task(bot.get_updates(timeout=20))
    await api.until(lambda: api.world.updates.polled)
    poll.cancel()
    await api.until(lambda: not api.world.updates.polled)
    anna.says("Hei")
    assert [one.message.text for one in await bot.get_updates() if one.message] == ["Hei"]
    assert [call.outcome for call in api.called("getUpdates")] == ["ok"]


async def test_what_expired_is_never_handed_out(api: BotApi, bot: Bot, anna: Person) -> None:
    api.clock.set(1_000_000.0)
    await bot.send_message(7, "Kommer du?", reply_markup=_keys(("Ja",)))
    anna.taps("Ja")
    anna.says("Ja!")
    api.clock.advance(150)
    assert [bool(one.message) for one in await bot.get_updates()] == [True]
    api.clock.advance(86_250)
    assert await bot.get_updates() == ()


async def test_a_webhook_and_polling_exclude_each_other(bot: Bot) -> None:
    assert await bot.set_webhook("https://kommune.no/hook")
    with pytest.raises(Conflict, match="webhook is active"):
        await bot.get_updates()
    assert (await bot.get_webhook_info()).url == "https://kommune.no/hook"
    with pytest.raises(BadRequest, match=r"(?i)an https url must be provided"):
        await bot.set_webhook("http://kommune.no/hook")
    assert await bot.delete_webhook()
    assert await bot.get_updates() == ()


async def test_waiting_ends_with_what_was_waited_for_or_says_what_came(
    api: BotApi, bot: Bot, anna: Person
) -> None:
    api.faults.add("sendMessage", faults.delay(0))
    sending = asyncio.create_task(bot.send_message(7, "Hei"))
    assert await api.until(anna.screen) == ["Hei"]
    await sending
    with pytest.raises(AssertionError, match="sendMessage: delay"):
        await api.until(lambda: len(anna.screen()) > 1, within=0.01)
