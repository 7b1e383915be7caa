"""A bare echo bot on python-telegram-bot: ``echo_ptb.py URL TOKEN AT_ONCE``; it keeps nothing."""

import logging
import sys
from typing import Any

from telegram import Update
from telegram.ext import ApplicationBuilder, MessageHandler, filters

logging.basicConfig(level=logging.CRITICAL)


async def echo(update: Update, _context: Any) -> None:  # noqa: ANN401 - PTB's type has five holes
    """Say it back."""
    message = update.effective_message
    if message is not None:
        await message.reply_text(message.text or "")


def main(url: str, token: str, at_once: int) -> None:
    """Poll with the library's own defaults; ``at_once`` 0 is its default too."""
    builder = ApplicationBuilder().token(token).base_url(f"{url}/bot")
    if at_once:
        builder = builder.concurrent_updates(at_once)
    application = builder.build()
    application.add_handler(MessageHandler(filters.ALL, echo))
    application.run_polling()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
