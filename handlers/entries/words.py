"""What an entry says to its reader: its title, its place, and what is worth knowing beforehand."""

import re
from collections.abc import Mapping
from urllib.parse import quote

from handlers.agenda import agenda
from handlers.entries import texts
from handlers.entries.entry import Sort
from handlers.entries.history import Lived
from handlers.entries.mine import Part
from handlers.markup import Html, joined, lines, paragraphs, plain, safe
from handlers.programme_file import ProgrammeFile, milestone
from handlers.tongue import Tongue, tongue
from handlers.when import At, Days, Yearly

NOBODY = "noreply@mellom.invalid"
_EMAIL = re.compile(r"[\w.+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+", re.ASCII)
_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f]")
_IN_A_LINK = "%/:=&?~#+!$,;'@()*[]"


def summary(t: Tongue, part: Part, one: Lived) -> str:
    """The title, in one line; what has ended says so, since some calendars show it all the same."""
    title = t.pick(one.entry.milestone.title)
    match one.entry.sort:
        case "report":
            what = texts.report_due(t, title)
        case "sign-up":
            what = texts.sign_up_due(t, title)
        case "milestone":
            what = texts.titled(t, one.entry.milestone.kind, title)
    return in_one_line(_ended(t, part, one, what) if one.ended else what)


def location(t: Tongue, one: Lived) -> str:
    """The place; where there is none the link, or that it is on the net."""
    if one.entry.sort != "milestone":
        return ""
    held = one.entry.milestone
    if held.place:
        return in_one_line(safe(t.pick(held.place)))
    if held.link:
        return address(held.link)
    return in_one_line(texts.online(t)) if held.mode == "digital" else ""


def description(t: Tongue, part: Part, one: Lived) -> str:
    head = lines(
        t.pick(part.programme.name),
        texts.subject_to_change(t) if part.programme.subject_to_change else None,
    )
    if one.entry.sort != "milestone":
        done = one.entry.key in part.done
        return clean(plain(paragraphs(head, _asked(t, one.entry.sort, done=done))))
    held, bring = one.entry.milestone, one.entry.bring
    about = lines(
        texts.the_link(t, address(held.link)) if held.link else None,
        texts.themes(t, _several(t, held.themes)) if held.themes else None,
        texts.bring(t, t.pick(bring)) if bring else None,
        texts.materials(t, _several(t, held.materials)) if held.materials else None,
        t.pick(held.note) if held.note else None,
    )
    return clean(plain(paragraphs(head, about, agenda(t, held))))


def organiser(programme: ProgrammeFile) -> tuple[str, str]:
    """Who stands behind it, and the first e-mail address among the contacts: the same for all."""
    t = tongue(programme.language)
    names = t.listed([t.pick(one) for one in programme.organisers or (programme.name,)])
    reaches = [t.pick(one.reach) for one in programme.contact if one.reach]
    found = [address for reach in reaches for address in _EMAIL.findall(reach)]
    # A parameter has no sign for a quotation mark that every calendar knows.
    name = re.sub('["^]', " ", in_one_line(names))
    return " ".join(name.split()), found[0] if found else NOBODY


def address(link: str) -> str:
    """A link as a calendar takes it: in ASCII."""
    return quote(link, safe=_IN_A_LINK)


def in_one_line(text: Html) -> str:
    return " ".join(clean(plain(text)).split())


def clean(text: str) -> str:
    """Without the signs that a calendar file cannot hold; every line ends alike."""
    return _CONTROLS.sub("", _LINE_ENDS.sub("\n", text)).strip()


def _ended(t: Tongue, part: Part, one: Lived, what: Html) -> Html:
    now = milestone(part.programme, one.entry.milestone.id)
    if one.entry.sort != "milestone":
        return texts.no_longer(t, what)
    if now is None or now.cancelled:
        return texts.cancelled(t, what)
    has_day = isinstance(now.when, At | Days | Yearly)
    return texts.no_longer(t, what) if has_day else texts.date_to_come(t, what)


def _asked(t: Tongue, sort: Sort, *, done: bool) -> Html:
    if sort == "report":
        return texts.delivered(t) if done else texts.write_it(t)
    return texts.answered(t) if done else texts.say_whether(t)


def _several(t: Tongue, names: tuple[str | Mapping[str, str], ...]) -> Html:
    return joined(" · ", (t.pick(one) for one in names))
