"""Steering instead of answering: back, skip, keep, change, send, stop, and «where was I»."""

import re
from collections.abc import Mapping
from typing import assert_never

from handlers.flow import ask, company, fill, finish, page, paste, sayings, texts
from handlers.flow.buttons import Handful, Steer
from handlers.flow.form import Question, Refusal
from handlers.flow.party import parties
from handlers.flow.position import Already, Answer, Conflict, Stale, Take, settle
from handlers.flow.scene import Form
from handlers.flow.sitting import Sitting, at, stands_in
from handlers.flow.steering import steer as steer_button
from handlers.flow.words import Control, folded
from handlers.markup import bold, column, plain
from handlers.turn import Turn
from storage.records import Draft

_CHANGE = re.compile(r"(?:endre|change|rett)(?: (?:nr |nummer |number )?(\d{1,3}))?")


def pressed(sitting: Sitting, steer: Steer) -> None:
    """Do what a steering button asks for, if what it stood under is still what is shown."""
    match steer.verb:
        case "back":
            _back_by_button(sitting, steer)
        case "skip":
            skip(sitting, steer.question, steer.revision)
        case "keep":
            keep(sitting, steer.question, steer.revision)
        case "stop":
            stop(sitting)
        case "resume":
            ask.show(sitting, company.also_here(sitting))
        case "send":
            finish.send(sitting, steer.revision)
        case "change":
            _change(sitting, steer.question, steer.revision)
        case "fill" | "rest" | "erase" | "whole" | "take" | "leave":
            _handful(sitting, steer.verb, steer.question, steer.revision)
        case _:
            assert_never(steer.verb)


def _handful(sitting: Sitting, verb: Handful, key: str, seen: int) -> None:
    match verb:
        case "fill":
            fill.filled(sitting, key, seen)
        case "rest":
            fill.skipped_rest(sitting, key, seen)
        case "erase":
            fill.erased(sitting, key, seen)
        case "whole":
            paste.explained(sitting)
        case "take":
            paste.filled(sitting, seen)
        case "leave":
            paste.left_alone(sitting, seen)
        case _:
            assert_never(verb)


def said(sitting: Sitting, control: Control, question: str | None, seen: int | None) -> None:
    """Do what a steering word asks for, of what was last shown."""
    match control:
        case Control.BACK:
            back(sitting, question)
        case Control.SKIP:
            skip(sitting, question or "", seen or 0)
        case Control.KEEP:
            keep(sitting, question or "", seen or 0)
        case Control.STOP:
            stop(sitting)
        case Control.WHERE:
            ask.show(sitting)
        case Control.SEND:
            finish.send(sitting, None if question else seen)
        case Control.REST:
            fill.skipped_rest(sitting, question or "", seen or 0)
        case Control.ERASE:
            fill.erased(sitting, question or "", seen or 0)
        case Control.WHOLE:
            paste.explained(sitting)
        case _:
            assert_never(control)


def _back_by_button(sitting: Sitting, steer: Steer) -> None:
    seat = sitting.turn.seat
    if (seat.draft, seat.question or "") != (sitting.draft.id, steer.question):
        ask.show(sitting, texts.stale(sitting.t))
        return
    if question := sitting.position().question(steer.question):
        sitting.edit(bold(question.text))
    back(sitting, steer.question or None)


def back(sitting: Sitting, key: str | None) -> None:
    """Reopen the last answer before what was shown; its value stays as a proposal."""
    before = sitting.position().before(key)
    if before is None:
        ask.show(sitting, texts.at_the_start(sitting.t))
        return
    sitting.open_again(before.key)
    ask.show(sitting)


def skip(sitting: Sitting, key: str, seen: int) -> None:
    question = sitting.position().question(key)
    if not key:
        sitting.say(sayings.page_words(sitting.t))
    elif question is None:
        ask.show(sitting, texts.stale(sitting.t))
    elif not question.optional:
        sitting.say(texts.not_skipped(sitting.t))
    else:
        _settle(sitting, question, seen, None, sitting.me)


def keep(sitting: Sitting, key: str, seen: int) -> None:
    """Let a proposal stand as the answer; whoever wrote it stays its author."""
    question, row = sitting.position().question(key), sitting.row(key)
    if not key:
        sitting.say(sayings.page_words(sitting.t))
    elif question is None:
        ask.show(sitting, texts.stale(sitting.t))
    elif row is None or row.value is None:
        sitting.say(texts.nothing_to_keep(sitting.t))
    else:
        _keep(sitting, question, seen, row.value, row.by)


def _keep(sitting: Sitting, question: Question, seen: int, value: str, by: str | None) -> None:
    try:
        read = question.read(value, sitting.t)
    except Refusal as refusal:
        sitting.say(refusal.sentence)
        return
    _settle(sitting, question, seen, read, by)


def _settle(
    sitting: Sitting, question: Question, seen: int, value: str | None, by: str | None
) -> None:
    current = sitting.position().answers.get(question.key)
    match settle(seen, current, value):
        case Take(revision):
            state = Answer(question.key, "skipped" if value is None else "given", value, revision)
            sitting.put(state, by)
            sitting.edit(page.answered(question, value, sitting.t))
            finish.after_answer(sitting)
        case Already():
            sitting.turn.nod.text = plain(texts.already(sitting.t))
            ask.show(sitting, texts.already(sitting.t))
        case Conflict() | Stale():
            ask.show(sitting, texts.stale(sitting.t))
        case never:
            assert_never(never)


def stop(sitting: Sitting) -> None:
    """Leave the seat, and nothing else."""
    resume_ = steer_button("resume", texts.resume(sitting.t), sitting.draft.id)
    sitting.rise()
    sitting.say(texts.stopped(sitting.t), column(resume_))


def resume(turn: Turn, forms: Mapping[str, Form]) -> bool:
    """Bring the speaker back to what they, or their team, touched last; false if nothing waits."""
    for draft in sorted(_waiting(turn, forms), key=lambda one: one.changed_at, reverse=True):
        form, row = forms.get(draft.form), turn.unit.programmes.find(draft.programme)
        if form is None or row is None:
            continue
        before = turn.seat
        sitting = at(turn, form, draft, row)
        if form.may(sitting.scene) is None:
            ask.show(sitting, company.arrived(sitting))
            return True
        turn.sit(before)
    return False


def _waiting(turn: Turn, forms: Mapping[str, Form]) -> list[Draft]:
    """The open drafts of the speaker's parties, and those that they began in another's stead."""
    mine = parties(turn)
    waiting = [one for party in mine for one in turn.unit.drafts.open_for(party)]
    begun = turn.unit.drafts.started_by(turn.person.id) if turn.person else []
    for draft in begun:
        form = forms.get(draft.form)
        others = draft.state == "open" and draft.party not in mine
        if others and form is not None and stands_in(turn, form, draft):
            waiting.append(draft)
    return waiting


# Changing what the page shows


def page_word(sitting: Sitting, seen: int | None, text: str) -> None:
    """Read what was typed to the page before sending; anything else gets its words."""
    found = _CHANGE.fullmatch(folded(text))
    number = int(found[1]) if found and found[1] else 0
    questions = sitting.position().questions
    if not 0 < number <= len(questions):
        sitting.say(sayings.page_words(sitting.t))
    elif not page.same_stamp(seen, sitting.stamp()):
        ask.show(sitting, sayings.page_changed(sitting.t))
    else:
        key = questions[number - 1].key
        change(sitting, key)


def asks_to_change(text: str) -> bool:
    """Whether a text asks for what was delivered to be opened again."""
    return _CHANGE.fullmatch(folded(text)) is not None


def _change(sitting: Sitting, key: str, seen: int) -> None:
    if sitting.position().question(key) is None:
        ask.show(sitting, texts.stale(sitting.t))
    elif sitting.position().revision(key) != seen:
        ask.show(sitting, sayings.page_changed(sitting.t))
    else:
        change(sitting, key)


def change(sitting: Sitting, key: str) -> None:
    """Reopen one answer, with its value as a proposal."""
    sitting.open_again(key)
    ask.show(sitting)


def reopen(sitting: Sitting) -> None:
    """Open what was delivered; every answer is kept, and the page is shown."""
    ask.show(sitting.reopened(), sayings.reopened(sitting.t))
