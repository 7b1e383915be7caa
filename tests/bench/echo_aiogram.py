"""A bare echo bot on aiogram, which keeps nothing: ``echo_aiogram.py URL TOKEN``.

It runs in a venv of its own, so it imports nothing of ours.
"""

import asyncio
import logging
import sys

from aiogram import Bot, Dispatcher  # type: ignore[import-not-found]
from aiogram.client.session.aiohttp import AiohttpSession  # type: ignore[import-not-found]
from aiogram.client.telegram import TelegramAPIServer  # type: ignore[import-not-found]
from aiogram.types import Message  # type: ignore[import-not-found]

logging.basicConfig(level=logging.CRITICAL)


async def echo(message: Message) -> None:
    """Say it back."""
    await message.answer(message.text or "")


async def main(url: str, token: str) -> None:
    """Poll with the library's own defaults: each update is a task of its own."""
    bot = Bot(token, session=AiohttpSession(api=TelegramAPIServer.from_base(url)))
    dispatcher = Dispatcher()
    dispatcher.message.register(echo)
    await dispatcher.start_polling(bot)


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], sys.argv[2]))
