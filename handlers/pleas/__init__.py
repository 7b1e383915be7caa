"""Calls for help: who helps a party, how they are told at once, and what the asker hears of it."""

from handlers.pleas.calls import (
    LASTS,
    add,
    call,
    is_called,
    name_of_party,
    outcome,
    who_gets_it,
    whom_to_ask,
    write_back,
)
from handlers.pleas.rings import guides, helpers, may_help, nearest, tell_each

__all__ = [
    "LASTS",
    "add",
    "call",
    "guides",
    "helpers",
    "is_called",
    "may_help",
    "name_of_party",
    "nearest",
    "outcome",
    "tell_each",
    "who_gets_it",
    "whom_to_ask",
    "write_back",
]
