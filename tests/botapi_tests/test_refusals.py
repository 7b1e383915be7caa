"""What Telegram refuses, a real ``telegram.Bot`` sees refused."""

from typing import Any

import httpx
import pytest
from telegram import Bot
from telegram.error import BadRequest, EndPointNotFound, Forbidden, InvalidToken

from tests.botapi import BotApi, Person


async def _refusal(bot: Bot, method: str, **params: Any) -> str:  # noqa: ANN401 - any JSON value
    with pytest.raises(BadRequest) as refusal:
        await bot._post(method, params)
    return refusal.value.message


def _rows(*buttons: dict[str, Any]) -> dict[str, Any]:
    return {"inline_keyboard": [[button] for button in buttons]}


_PAYLOAD_OF_65 = "https://t.me/mellom_test_bot?start=" + "x" * 65


@pytest.mark.parametrize(
    ("params", "why"),
    [
        ({"text": ""}, "message text is empty"),
        ({"text": " \n "}, "message text is empty"),
        ({"text": "<b></b>", "parse_mode": "HTML"}, "message text is empty"),
        ({"text": "x" * 4097}, "message is too long"),
        ({"text": "😀" * 2049}, "message is too long"),
        ({"text": "<b>x", "parse_mode": "HTML"}, "can't parse entities: Can't find end tag"),
        ({"text": "a<br>b", "parse_mode": "HTML"}, "can't parse entities: Unsupported start tag"),
        ({"text": "x", "parse_mode": "Wiki"}, "unsupported parse_mode"),
        ({"text": "x", "chat_id": 8}, "chat not found"),
        ({"text": "x", "chat_id": "@kommunen"}, "chat not found"),
        ({"text": "x", "chat_id": ""}, "chat_id is empty"),
        ({"text": "x", "colour": "red"}, "sendMessage takes no parameter 'colour'"),
        ({"text": "x", "reply_markup": "[["}, "can't parse reply markup JSON object"),
        (
            {"text": "x", "reply_markup": _rows({"text": "Ja", "callback_data": "å" * 33})},
            "BUTTON_DATA_INVALID",
        ),
        (
            {"text": "x", "reply_markup": _rows({"text": "Ja"})},
            "can't parse inline keyboard button: Text buttons are unallowed",
        ),
        (
            {"text": "x", "reply_markup": _rows({"callback_data": "x"})},
            'can\'t parse inline keyboard button: Field "text" must be of type String',
        ),
        (
            {"text": "x", "reply_markup": _rows({"text": "", "callback_data": "x"})},
            "inline keyboard button text must be non-empty",
        ),
        (
            {"text": "x", "reply_markup": _rows({"text": "Ja", "url": "http://localhost"})},
            "inline keyboard button URL 'http://localhost' is invalid: Wrong HTTP URL",
        ),
        (
            {"text": "x", "reply_markup": _rows({"text": "Ja", "url": _PAYLOAD_OF_65})},
            "BUTTON_URL_INVALID",
        ),
        (
            {"text": "x", "reply_markup": _rows(*[{"text": "x", "callback_data": "x"}] * 101)},
            "reply markup is too long",
        ),
        (
            {"text": "x", "reply_parameters": {"message_id": 99}},
            "message to be replied not found",
        ),
    ],
)
async def test_a_message_that_telegram_refuses_is_refused(
    api: BotApi, bot: Bot, anna: Person, params: dict[str, Any], why: str
) -> None:
    said = await _refusal(bot, "sendMessage", **{"chat_id": 7, **params})
    assert said.lower().startswith(why.lower())
    assert anna.screen() == []
    assert [call.done for call in api.called("sendMessage")] == [False]


async def test_what_just_fits_is_sent(bot: Bot, anna: Person) -> None:
    button = {"text": "Ja", "callback_data": "å" * 32}
    link = {"text": "Lenke", "url": _PAYLOAD_OF_65[:-1]}
    await bot._post(
        "sendMessage",
        {
            "chat_id": 7,
            "text": "<b>" + "😀" * 2048 + "</b>",
            "parse_mode": "html",
            "reply_markup": _rows(button, link),
        },
    )
    assert anna.screen() == ["😀" * 2048 + "\n[Ja]\n[Lenke]"]


async def test_the_space_around_a_text_is_cut_and_its_entities_move(bot: Bot, anna: Person) -> None:
    sent = await bot.send_message(7, " \n<b> hei </b>  ", parse_mode="HTML")
    assert (sent.text, anna.last.entities) == ("hei", ({"type": "bold", "offset": 0, "length": 3},))


async def test_captions_and_files_have_their_limits(bot: Bot, anna: Person) -> None:
    with pytest.raises(BadRequest, match=r"(?i)caption is too long"):
        await bot.send_document(7, b"x", filename="a.txt", caption="x" * 1025)
    with pytest.raises(BadRequest, match=r"(?i)file must be non-empty"):
        await bot.send_document(7, b"", filename="a.txt")
    with pytest.raises(BadRequest, match=r"(?i)wrong file identifier"):
        await bot.send_document(7, "no-such-file-id")
    with pytest.raises(BadRequest, match=r"(?i)image_process_failed"):
        await bot.send_photo(7, b"not a picture", filename="a.jpg")
    with pytest.raises(BadRequest, match=r"(?i)there is no document"):
        await bot._post("sendDocument", {"chat_id": 7})
    assert anna.screen() == []


async def test_edits_that_telegram_refuses_are_refused(bot: Bot, anna: Person) -> None:
    own = await bot.send_message(7, "Hei")
    paper = await bot.send_document(7, b"x", filename="a.txt")
    written = anna.says("Hei selv")
    cases = [
        (99, "Nytt", "message to edit not found"),
        (written.id, "Nytt", "message can't be edited"),
        (own.message_id, "Hei", "message is not modified: specified new"),
        (own.message_id, "", "message text is empty"),
        (paper.message_id, "Nytt", "there is no text in the message to edit"),
        (0, "Nytt", "message identifier is not specified"),
    ]
    for number, text, why in cases:
        said = await _refusal(bot, "editMessageText", chat_id=7, message_id=number, text=text)
        assert said.lower().startswith(why)
    said = await _refusal(
        bot,
        "editMessageReplyMarkup",
        chat_id=7,
        message_id=own.message_id,
        reply_markup={"keyboard": [["x"]]},
    )
    assert said.lower() == "inline keyboard expected"
    assert anna.screen() == ["Hei", "📎 a.txt", "» Hei selv"]


async def test_a_reply_to_what_is_gone_is_refused_unless_it_may_stand_alone(
    bot: Bot, anna: Person
) -> None:
    said = anna.says("Hei")
    answer = await bot.send_message(7, "Ja?", reply_to_message_id=said.id)
    assert answer.reply_to_message
    assert answer.reply_to_message.text == "Hei"
    await bot.delete_message(7, said.id)
    with pytest.raises(BadRequest, match="Message to be replied not found"):
        await bot.send_message(7, "Hallo?", reply_to_message_id=said.id)
    alone = await bot.send_message(
        7, "Hallo?", reply_to_message_id=said.id, allow_sending_without_reply=True
    )
    assert alone.reply_to_message is None


async def test_only_what_is_there_and_younger_than_two_days_is_deleted(
    api: BotApi, bot: Bot, anna: Person
) -> None:
    api.clock.set(1_000_000.0)
    old, young, gone = anna.says("gammel"), anna.says("ung"), anna.says("vekk")
    assert await bot.delete_message(7, gone.id)
    assert await _refusal(bot, "deleteMessage", chat_id=7, message_id=gone.id) == (
        "Message to delete not found"
    )
    api.clock.advance(48 * 3600)
    assert await bot.delete_message(7, young.id)
    api.clock.advance(1)
    assert await _refusal(bot, "deleteMessage", chat_id=7, message_id=old.id) == (
        "Message can't be deleted for everyone"
    )
    assert anna.screen() == ["» gammel"]


async def test_a_press_is_answered_within_150_seconds_or_never(
    api: BotApi, bot: Bot, anna: Person
) -> None:
    api.clock.set(1_000_000.0)
    await bot._post(
        "sendMessage",
        {
            "chat_id": 7,
            "text": "Kommer du?",
            "reply_markup": _rows({"text": "Ja", "callback_data": "ja"}),
        },
    )
    number = anna.taps("Ja")
    api.clock.advance(149)
    assert await bot.answer_callback_query(number, "Takk!")
    assert api.world.answers == {number: "Takk!"}
    assert await _refusal(bot, "answerCallbackQuery", callback_query_id=number, text="x" * 201)
    api.clock.advance(1)
    for press in (number, "never-pressed"):
        said = await _refusal(bot, "answerCallbackQuery", callback_query_id=press)
        assert said.startswith("Query is too old and response timeout expired")


@pytest.mark.parametrize(
    ("commands", "why"),
    [
        ([("Rapport", "x")], "Bot_command_invalid"),
        ([("påmelding", "x")], "Bot_command_invalid"),
        ([("a" * 33, "x")], "Bot_command_invalid"),
        ([("", "x")], "Bot_command_invalid"),
        ([("rapport", "")], "Bot_command_description_invalid"),
        ([(f"c{number}", "x") for number in range(101)], "Bot_commands_too_much"),
    ],
)
async def test_a_menu_that_telegram_refuses_is_refused(
    bot: Bot, commands: list[tuple[str, str]], why: str
) -> None:
    with pytest.raises(BadRequest, match=f"(?i)^{why}$"):
        await bot.set_my_commands(commands)
    assert await bot.get_my_commands() == ()


async def test_a_menu_is_kept_for_its_scope_and_language(bot: Bot) -> None:
    await bot.set_my_commands([("hjelp", "Hjelp")], language_code="nb")
    assert [one.command for one in await bot.get_my_commands(language_code="nb")] == ["hjelp"]
    assert await bot.get_my_commands() == ()
    await bot.delete_my_commands(language_code="nb")
    assert await bot.get_my_commands(language_code="nb") == ()
    with pytest.raises(BadRequest, match=r"(?i)invalid language code"):
        await bot.set_my_commands([("hjelp", "Hjelp")], language_code="norsk")
    with pytest.raises(BadRequest, match="Chat not found"):
        await bot.set_my_commands([("x", "X")], scope={"type": "chat", "chat_id": 8})  # type: ignore[arg-type]


async def test_reactions_and_actions_are_from_telegrams_lists(bot: Bot, anna: Person) -> None:
    said = anna.says("Ferdig")
    assert await bot.set_message_reaction(7, said.id, "👍")
    assert said.reaction == "👍"
    with pytest.raises(BadRequest, match=r"(?i)reaction_invalid"):
        await bot.set_message_reaction(7, said.id, "✅")
    with pytest.raises(BadRequest, match="Message to react not found"):
        await bot.set_message_reaction(7, 99, "👍")
    assert await bot.send_chat_action(7, "typing")
    with pytest.raises(BadRequest, match="Wrong parameter action"):
        await bot.send_chat_action(7, "thinking")
    assert said.reaction == "👍"


async def test_an_unknown_method_and_a_wrong_token_are_refused(api: BotApi, bot: Bot) -> None:
    with pytest.raises(EndPointNotFound):
        await bot.do_api_request("sendTelepathy")
    with pytest.raises(InvalidToken):
        async with Bot("1234567:another", base_url=f"{api.url}/bot"):
            pass
    async with httpx.AsyncClient(base_url=api.url) as client:
        statuses = [
            (await client.get(path)).status_code
            for path in ("/", f"/bot{api.token}", "/bot1:x/getMe", f"/bot{api.token}/x")
        ]
    assert statuses == [404, 404, 401, 404]


async def test_a_press_at_the_control_is_nothing_to_a_server_inside_a_test(api: BotApi) -> None:
    async with httpx.AsyncClient(base_url=api.url) as client:
        assert (await client.post("/control/counts")).status_code == 404


async def test_who_blocked_the_bot_is_not_written_to(api: BotApi, bot: Bot, anna: Person) -> None:
    anna.blocks()
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await bot.send_message(7, "Hei")
    anna.unblocks()
    await bot.send_message(7, "Velkommen igjen")
    anna.blocks()
    anna.says("Hei igjen")
    assert anna.screen() == ["Velkommen igjen", "» Hei igjen"]
    queued = api.world.updates.raws()
    changes = [one["my_chat_member"] for one in queued if "my_chat_member" in one]
    statuses = [one["new_chat_member"]["status"] for one in changes]
    assert statuses == ["kicked", "member", "kicked", "member"]
