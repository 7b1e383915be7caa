"""What a paper is called, so that every file system takes the name."""

import re
import unicodedata

from handlers.markup import plain
from handlers.papers import texts
from handlers.papers.values import Back, ReportPaper
from handlers.tongue import Tongue

_PART = 80  # bytes each: file systems take 255 in all, and the date must not be what is cut
_UNSAFE = re.compile(r'[<>:"/\\|?*,\x00-\x1f\x7f]')


def report_name(paper: ReportPaper, t: Tongue, ending: str) -> str:
    """«Rapport Tromsø hjemmetjenesten – før samling 3 – 2022-11-24.pdf»."""
    day = paper.dated.date()
    said = texts.report_file(t, _part(paper.party), _part(paper.before), day)
    return f"{plain(said)}.{ending}"


def picture_name(back: Back, t: Tongue) -> str:
    return f"{plain(texts.picture_file(t, _part(back.title)))}.png"


def _part(words: str) -> str:
    """Without the signs that some system reserves, and short."""
    kept = _UNSAFE.sub(" ", unicodedata.normalize("NFC", words))
    short = " ".join(kept.split()).encode()[:_PART].decode(errors="ignore")
    return short.strip(" .")
