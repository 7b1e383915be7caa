"""Each fault on demand, as a real ``telegram.Bot`` meets it."""

import pytest
from telegram import Bot
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from tests.botapi import BotApi, Limiter, Person, faults
from tests.botapi.faults import Fault
from tests.botapi.refusal import Refusal


@pytest.mark.parametrize(
    ("fault", "error", "says", "delivered"),
    [
        (faults.flood(3), RetryAfter, "Retry in 0:00:03", False),
        (faults.forbidden(), Forbidden, "bot was blocked by the user", False),
        (faults.migrate(-100_5), ChatMigrated, "New chat id: -1005", False),
        (faults.bad_request("have a rest"), BadRequest, "Have a rest", False),
        (faults.server_error_before(), NetworkError, "Bad Gateway|502", False),
        (faults.server_error_after(), NetworkError, "Bad Gateway|502", True),
        (faults.server_error_before(500), NetworkError, "Internal Server Error: restart", False),
        (faults.server_error_after(500), NetworkError, "Internal Server Error: restart", True),
        (faults.drop_before(), NetworkError, "RemoteProtocolError", False),
        (faults.drop_after(), NetworkError, "RemoteProtocolError", True),
    ],
)
async def test_a_fault_is_met_once_and_then_all_is_well(  # noqa: PLR0913
    api: BotApi,
    bot: Bot,
    anna: Person,
    fault: Fault,
    error: type[TelegramError],
    says: str,
    delivered: bool,  # noqa: FBT001
) -> None:
    api.faults.add("sendMessage", fault)
    with pytest.raises(error, match=f"(?i){says}") as met:
        await bot.send_message(7, "Hei")
    assert type(met.value) is error
    assert anna.screen() == (["Hei"] if delivered else [])
    await bot.send_message(7, "Igjen")
    assert anna.screen()[-1] == "Igjen"
    outcomes = [(call.outcome, call.done) for call in api.called("sendMessage")]
    assert outcomes == [(fault.name, delivered), ("ok", True)]


async def test_a_late_answer_is_a_timeout_though_the_message_is_there(
    api: BotApi, bot: Bot, anna: Person
) -> None:
    api.faults.add("sendMessage", faults.delay(0.3))
    with pytest.raises(TimedOut):
        await bot.send_message(7, "Hei", read_timeout=0.05)
    assert anna.screen() == ["Hei"]


async def test_a_fault_waits_for_its_chat_and_its_method(api: BotApi, bot: Bot) -> None:
    api.person(7, "Anna", started=True)
    api.person(8, "Bo", started=True)
    api.faults.add("*", faults.forbidden(), times=2, chat=8)
    api.faults.add("sendDocument", faults.bad_request("no papers"))
    await bot.get_me()
    await bot.send_message(7, "Hei")
    for _ in range(2):
        with pytest.raises(Forbidden):
            await bot.send_chat_action(8, "typing")
    await bot.send_message(8, "Hei")
    with pytest.raises(BadRequest, match="No papers"):
        await bot.send_document(8, b"x", filename="a.txt")


async def test_a_group_that_moved_is_found_at_its_new_place(api: BotApi, bot: Bot) -> None:
    api.faults.add("sendMessage", faults.migrate(-1005), times=None, chat=7)
    with pytest.raises(ChatMigrated) as moved:
        await bot.send_message(7, "Hei")
    sent = await bot.send_message(moved.value.new_chat_id, "Hei")
    assert sent.chat_id == -1005


async def test_a_server_that_is_down_refuses_and_comes_up_with_all_it_knew(
    api: BotApi, bot: Bot, anna: Person
) -> None:
    await bot.send_message(7, "Før")
    anna.says("Hei")
    await api.goes_down()
    with pytest.raises(NetworkError, match="ConnectError"):
        await bot.send_message(7, "Under")
    await api.comes_up()
    await bot.send_message(7, "Etter")
    assert anna.screen() == ["Før", "» Hei", "Etter"]
    assert [one.message.text for one in await bot.get_updates() if one.message] == ["Hei"]


async def test_the_strict_pace_refuses_what_is_too_fast(
    api: BotApi, bot: Bot, anna: Person
) -> None:
    api.strict(Limiter(lambda: 50.0))
    for number in range(3):
        await bot.send_message(7, str(number))
    with pytest.raises(RetryAfter):
        await bot.send_message(7, "for mye")
    assert anna.screen() == ["0", "1", "2"]


def test_the_pace_is_thirty_a_second_in_all_and_about_one_a_second_to_a_chat() -> None:
    now = [0.0]
    limiter = Limiter(lambda: now[0])

    def passes(chat: int) -> bool:
        try:
            limiter.pass_on("sendMessage", {"chat_id": chat})
        except Refusal:
            return False
        return True

    assert [passes(chat) for chat in range(31)] == [True] * 30 + [False]
    now[0] = 1.0
    assert passes(31)
    sent = 0
    for tenth in range(600):
        now[0] = 100 + tenth / 10
        sent += passes(7)
    assert sent == 72
    sent = 0
    for tenth in range(600):
        now[0] = 200 + tenth / 10
        sent += passes(-7)
    assert sent == 20
