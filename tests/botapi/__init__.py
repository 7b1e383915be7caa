"""A local Bot API server for tests, bench and torture: true queue, true refusals, faults.

async with BotApi() as api:              # the bot's base_url is f"{api.url}/bot"
    anna = api.person(7, "Anna")
    api.faults.add("sendMessage", faults.drop_after())
    anna.says("/start")
    await api.until(anna.screen)
    anna.taps("Ja")
"""

from tests.botapi import faults
from tests.botapi.limiter import Limiter
from tests.botapi.message import Button, Message
from tests.botapi.person import Person
from tests.botapi.server import BotApi
from tests.botapi.world import Call

__all__ = ["BotApi", "Button", "Call", "Limiter", "Message", "Person", "faults"]
