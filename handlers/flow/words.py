"""Words that steer a conversation instead of answering in it, in bokmål, nynorsk and English.

Only a whole message steers. One that says nothing but «senere» could be meant as an answer; it
stops the form all the same, since that loses nothing (the draft stays) and a person who cannot get
out is worse off than one who must write a whole sentence. Where the word is itself an option of
the question that was shown, it is an answer.
"""

import re
import unicodedata
from collections.abc import Iterable
from enum import Enum

from handlers.flow.form import Option

# Letters that Unicode does not take apart, as one types them on a keyboard without.
_PLAIN = str.maketrans({"ø": "o", "æ": "ae", "đ": "d", "ŧ": "t", "ŋ": "n", "ł": "l"})
_NO_WORD = re.compile(r"[\W_]+")
# «–», «*», «•», «1.», «2)»: how people write lists.
_LIST_MARK = re.compile(r"\s*(?:[-–—•*·]|\d{1,2}[.)])\s+")
# With a slash these are commands of the house: /neste asks what waits.
_NOT_AS_COMMANDS = {"neste"}


class Control(Enum):
    """What a steering word asks for."""

    SKIP = "skip"
    BACK = "back"
    STOP = "stop"
    WHERE = "where"
    KEEP = "keep"
    SEND = "send"
    REST = "rest"
    ERASE = "erase"
    WHOLE = "whole"


_PHRASES = {
    Control.SKIP: "hopp over, hopp, neste, neste spørsmål, skip, skip it, next, next question",
    Control.BACK: "tilbake, gå tilbake, forrige, attende, gå attende, førre, back, go back",
    Control.STOP: (
        "stopp, stans, senere, avbryt, fortsett senere, seinare, seinere, hald fram seinare, "
        "fortset seinare, stop, later, cancel, continue later, quit, exit"
    ),
    Control.WHERE: (
        "hvor var jeg, hvor var vi, fortsett, kvar var eg, kor var eg, kvar var vi, hald fram, "
        "fortset, where was i, where were we, continue, resume"
    ),
    Control.KEEP: "behold, behold svaret, behald, behald svaret, keep, keep it, keep the answer",
    Control.SEND: "send, send inn, lever, lever inn, submit, deliver",
    Control.REST: "hopp over resten, hopp over alt, skip the rest, skip all",
    Control.ERASE: "slett svaret, fjern svaret, delete the answer, remove the answer",
    Control.WHOLE: "alt i én tekst, alt på én gang, alt i éin tekst, all in one text",
}


def folded(text: str) -> str:
    """Text reduced to its words: no case, accents, punctuation or doubled spaces."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(c for c in apart if not unicodedata.combining(c))
    return _NO_WORD.sub(" ", bare.casefold().translate(_PLAIN)).strip()


_CONTROLS = {
    folded(phrase): control
    for control, phrases in _PHRASES.items()
    for phrase in phrases.split(", ")
}


def control(text: str, options: Iterable[Option] = ()) -> Control | None:
    """The steering that a whole message asks for, with or without a slash, or None.

    ``options`` are those of the question that was shown: what reads like one of them is an answer.
    """
    said = text.strip()
    command = said.startswith("/")
    words = folded(said.split("@")[0] if command else said)
    if command and words in _NOT_AS_COMMANDS:
        return None
    if not command and any(words == folded(option.text) for option in options):
        return None
    return _CONTROLS.get(words)


def unlisted(line: str) -> str:
    """A line without the bullet or the number of a list, and without space around it."""
    mark = _LIST_MARK.match(line)
    return line[mark.end() :].strip() if mark else line.strip()
