"""A file has been read: who sent it is shown what it would change, and asked."""

import json
from datetime import datetime
from typing import Any

from handlers.events import Address
from handlers.markup import Html, Keyboard, lines, paragraphs
from handlers.post import Letter, address_of, post
from handlers.programme_file import load
from handlers.series import preview, texts
from handlers.series.reading import people_of
from handlers.tongue import Tongue, tongue
from storage.records import Person
from storage.unit import Unit

MOST_COMPLAINTS = 20


def take(unit: Unit, arguments: str, now: datetime) -> None:
    """Answer whoever sent the file, if they still lead anything.

    ``arguments`` is JSON: ``person``, ``update``, and ``read`` (None: no try could read it).
    """
    asked = json.loads(arguments)
    person = unit.people.find(asked["person"])
    to = address_of(unit, person) if person is not None else None
    if person is None or to is None:
        return
    leads = [m.programme for m in unit.people.memberships(person.id) if m.role == "organiser"]
    row = unit.programmes.find(leads[-1]) if leads else None
    if row is None:
        return
    t = tongue(person.language or load(row.body).language)
    answer = Answer(unit, person, to, t, asked["update"], now)
    read = asked["read"]
    if read is None:
        answer.give(texts.cannot_be_read(t))
    elif not read["ours"]:
        answer.give(texts.is_no_series(t))
    elif "complaints" in read:
        answer.give(_complaints(t, read["complaints"][t.language]))
    else:
        _propose(answer, read)


class Answer:
    """What somebody is answered whose file was read."""

    def __init__(  # noqa: PLR0913 - whom, where, in what language, to which update
        self, unit: Unit, person: Person, to: Address, t: Tongue, update: str, now: datetime
    ) -> None:
        """Say nothing yet."""
        self.unit, self.person, self.t, self.now = unit, person, t, now
        self._to = to
        self._key = f"series:{person.id}:{update}"

    def give(self, text: Html, buttons: Keyboard = ()) -> None:
        post(self.unit, self._to, Letter(text, buttons), self._key, self.t.language, self.now)


def _unread(t: Tongue, read: Any) -> Html:  # noqa: ANN401 - as it was written
    told = read.get("unread", {}).get(t.language, [])
    shown, left = told[:MOST_COMPLAINTS], len(told) - MOST_COMPLAINTS
    return lines(
        texts.not_read(t) if told else "",
        *(texts.point(one) for one in shown),
        texts.and_more(t, left) if left > 0 else "",
    )


def _complaints(t: Tongue, told: list[str]) -> Html:
    shown, left = told[:MOST_COMPLAINTS], len(told) - MOST_COMPLAINTS
    return lines(
        texts.has_mistakes(t, len(told)),
        *(texts.point(one) for one in shown),
        texts.and_more(t, left) if left > 0 else "",
        texts.mend_and_send(t),
    )


def _propose(answer: Answer, read: dict[str, str]) -> None:
    unit, t, me = answer.unit, answer.t, answer.person.id
    programme = load(read["programme"])
    if not preview.may_change(unit, me, programme.id):
        answer.give(texts.not_yours(t))
        return
    if programme.privacy is None:
        answer.give(texts.no_controller(t))
        return
    row = unit.programmes.find(programme.id)
    would = preview.would(unit, programme, people_of(read), answer.now, me)  # type: ignore[arg-type]
    if would.is_nothing:
        unit.programmes.drop_proposal(me)
        stands = texts.stands_already(t, t.pick(programme.name))
        answer.give(paragraphs(stands, _unread(t, read)))
        return
    version = row.version if row is not None else 0
    body = json.dumps(read, ensure_ascii=False)
    unit.programmes.propose(me, programme.id, version, body, answer.now)
    kept = unit.programmes.proposal(me)
    assert kept is not None  # noqa: S101 - it was kept just now
    shown = preview.shown(t, unit, would, answer.now, _unread(t, read))
    answer.give(shown, preview.buttons(t, kept))
