"""What is kept, for what, how long and who reads it: in five lines, and in full."""

from collections.abc import Sequence

from handlers.markup import Button, Html, bold, column, lines, paragraphs, plain
from handlers.privacy import full_texts, page_texts, texts
from handlers.programme_file import ProgrammeFile, is_for_individuals
from handlers.tongue import Tongue
from handlers.turn import Turn
from handlers.visits import PAGE


def show(turn: Turn, _rest: str = "") -> None:
    """Say it in five lines; a button leads to the rest."""
    t, programme = turn.tongue, turn.programme
    text = lines(
        bold(texts.heading(t)),
        texts.kept(t),
        texts.readers(t, alone=_alone(programme)),
        page_texts.passes(t) if turn.address.door == PAGE else texts.telegram(t),
        texts.how_long(t),
        texts.rights(t),
    )
    full = Button(plain(texts.read_all(t)), "privacy:full")
    turn.say(paragraphs(text, _answers_for_it(t, programme)), column(full))


def pressed(turn: Turn, _arguments: Sequence[str]) -> None:
    turn.say(full(turn.tongue, turn.programme, page=turn.address.door == PAGE))


def full(t: Tongue, programme: ProgrammeFile | None, *, page: bool = False) -> Html:
    """Everything that a person is told on their data; without a programme, what holds in all.

    ``page``: they sit at the page, and not in Telegram.
    """
    alone = _alone(programme)
    return paragraphs(
        lines(bold(full_texts.controller_heading(t)), _controller(t, programme)),
        lines(bold(full_texts.purposes_heading(t)), full_texts.purposes(t)),
        lines(
            bold(full_texts.kept_heading(t)),
            page_texts.kept(t) if page else full_texts.kept(t),
        ),
        lines(
            bold(full_texts.readers_heading(t)),
            full_texts.readers_alone(t) if alone else full_texts.readers(t),
            _reflections(t, programme, page=page),
            full_texts.public(t),
        ),
        lines(bold(page_texts.heading(t)), page_texts.page(t))
        if page
        else lines(bold(full_texts.telegram_heading(t)), full_texts.telegram(t)),
        lines(bold(full_texts.time_heading(t)), full_texts.time(t), _retention(t, programme)),
        lines(bold(full_texts.rights_heading(t)), full_texts.rights(t)),
    )


def _controller(t: Tongue, programme: ProgrammeFile | None) -> Html:
    """Who answers for it and on what ground, in the controller's own words."""
    if programme is None:
        return full_texts.controller_later(t)
    said = programme.privacy
    if said is None:
        return texts.not_set_up(t)
    officer = t.pick(said.officer) if said.officer else None
    return lines(
        full_texts.controller(t, t.pick(said.controller)),
        full_texts.contact(t, t.pick(said.contact)),
        full_texts.officer(t, officer) if officer else None,
        full_texts.ground(t, t.pick(said.ground)),
    )


def _answers_for_it(t: Tongue, programme: ProgrammeFile | None) -> Html | None:
    if programme is None:
        return None
    if programme.privacy is None:
        return texts.not_set_up(t)
    said = programme.privacy
    return texts.answers_for_it(t, t.pick(said.controller), t.pick(said.contact))


def _reflections(t: Tongue, programme: ProgrammeFile | None, *, page: bool) -> Html | None:
    if programme is None or programme.reflection is None:
        return None
    if not programme.reflection.anonymous:
        return full_texts.signed(t)
    return page_texts.anonymous(t) if page else full_texts.anonymous(t)


def _retention(t: Tongue, programme: ProgrammeFile | None) -> Html | None:
    said = programme.privacy.retention if programme and programme.privacy else None
    return full_texts.retention(t, t.pick(said)) if said else None


def _alone(programme: ProgrammeFile | None) -> bool:
    return programme is not None and is_for_individuals(programme)
