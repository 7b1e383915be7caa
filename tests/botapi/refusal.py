"""How the Bot API says no: a code, a description, and sometimes parameters."""

import json
from collections.abc import Mapping

_TITLES = {400: "Bad Request", 401: "Unauthorized", 403: "Forbidden", 404: "Not Found"}


class Refusal(Exception):
    """A request is refused; ``code`` is the HTTP status and Telegram's ``error_code``."""

    def __init__(
        self, code: int, description: str, parameters: Mapping[str, int] | None = None
    ) -> None:
        """Keep what the error body will say, word for word."""
        super().__init__(f"{code} {description}")
        self.code = code
        self.description = description
        self.parameters = parameters

    def body(self) -> bytes:
        said: dict[str, object] = {
            "ok": False,
            "error_code": self.code,
            "description": self.description,
        }
        if self.parameters:
            said["parameters"] = dict(self.parameters)
        return json.dumps(said).encode()


def refused(why: str, code: int = 400) -> Refusal:
    """Make a refusal in Telegram's form, such as ``Bad Request: chat not found``."""
    return Refusal(code, f"{_TITLES[code]}: {why}")


def flooded(seconds: int) -> Refusal:
    return Refusal(429, f"Too Many Requests: retry after {seconds}", {"retry_after": seconds})


def blocked() -> Refusal:
    return refused("bot was blocked by the user", 403)


def migrated(to: int) -> Refusal:
    return Refusal(
        400,
        "Bad Request: group chat was upgraded to a supergroup chat",
        {"migrate_to_chat_id": to},
    )
