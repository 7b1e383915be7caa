"""The Telegram door: the one package that knows telegram and aiohttp."""
