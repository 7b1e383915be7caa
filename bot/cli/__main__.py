"""``python -m bot.cli`` is ``mellom``."""

from bot.cli import main

main()
