"""A reflection is opened, with an honest word first, or the one who asks is told why it is not."""

from collections.abc import Sequence

from handlers.flow import talk
from handlers.flow import texts as flow_texts
from handlers.flow.party import person_party
from handlers.flow.scene import Form
from handlers.markup import Button, Html, bold, column, lines, paragraphs, plain
from handlers.programme_file import (
    Milestone,
    ProgrammeFile,
    milestone,
    reflection_closes,
    reflection_opens,
    samlinger,
    zone,
)
from handlers.reflect import absent, finish, flow, texts
from handlers.reflect.lapse import FORM
from handlers.turn import Turn
from handlers.visits import PAGE

UNSIGNED = Form(FORM, flow.questions, flow.title, flow.may_unsigned, finish.unsigned, fleeting=True)
SIGNED = Form("reflect-signed", flow.questions, flow.title, flow.may_signed, finish.signed)


def show(turn: Turn, _rest: str = "") -> None:
    """Open the reflection that waits; ask which, if several do."""
    programme = _place(turn)
    if programme is None:
        return
    is_open = [one for one in samlinger(programme) if flow.is_open(turn, programme, one)]
    open_still = [one for one in is_open if not _marked(turn, programme, one)]
    waiting = [one for one in open_still if not absent.said_so(turn, programme, one)]
    if len(waiting) == 1:
        _begin(turn, programme, waiting[0])
    elif waiting:
        titles = [(turn.tongue.pick(one.title), one.id) for one in waiting]
        buttons = (Button(title, f"reflect:{about}") for title, about in titles)
        turn.say(texts.which_one(turn.tongue), column(*buttons))
    elif open_still:
        absent.ask_again(turn, open_still[-1])
    elif is_open:
        _already(turn, programme, is_open[-1])
    else:
        turn.say(_nothing(turn, programme))


def pressed(turn: Turn, arguments: Sequence[str]) -> None:
    """Answer the buttons: one reflection by its milestone, its answers, or changing them."""
    programme = _place(turn)
    if programme is None:
        return
    after = milestone(programme, arguments[-1]) if arguments else None
    if after is None or after.kind != "samling":
        show(turn)
        return
    match arguments:
        case ["see", _] if _marked(turn, programme, after):
            _show_answers(turn, programme, after)
        case ["change", _] if not _is_unsigned(programme):
            _begin(turn, programme, after)
        case _:
            _open(turn, programme, after)


def _place(turn: Turn) -> ProgrammeFile | None:
    """The programme in which the speaker may reflect; None once they are told why not."""
    programme, t = turn.programme, turn.tongue
    if programme is None:
        turn.say(texts.no_programme(t))
        return None
    if programme.reflection is None:
        turn.say(texts.no_reflections(t, t.pick(programme.name)))
        return None
    if "participant" not in turn.roles:
        turn.say(texts.for_participants(t))
        return None
    return programme


def _open(turn: Turn, programme: ProgrammeFile, after: Milestone) -> None:
    if _marked(turn, programme, after):
        _already(turn, programme, after)
    elif flow.is_open(turn, programme, after):
        _begin(turn, programme, after)
    else:
        opens = reflection_opens(programme, after)
        is_over = opens is not None and opens <= turn.now
        turn.say(
            flow.closed(turn.tongue, programme, after)
            if is_over
            else texts.not_open(turn.tongue, turn.tongue.pick(after.title))
        )


def _begin(turn: Turn, programme: ProgrammeFile, after: Milestone) -> None:
    """Begin, or go on; what is promised about the name is said before the first question."""
    assert turn.person is not None  # noqa: S101 - a participant is somebody
    party = person_party(turn.person.id)
    form = UNSIGNED if _is_unsigned(programme) else SIGNED
    if turn.unit.drafts.of(programme.id, form.key, party, after.id) is None:
        t, page = turn.tongue, turn.address.door == PAGE
        turn.say(texts.unsigned(t, page=page) if form is UNSIGNED else texts.signed(t))
    talk.begin(turn, form, party, after.id)


def _already(turn: Turn, programme: ProgrammeFile, after: Milestone) -> None:
    """Thank again; what is signed can be seen, and changed while it is open."""
    t = turn.tongue
    if _is_unsigned(programme):
        turn.say(texts.already_unsigned(t))
        return
    see = Button(plain(texts.see(t)), f"reflect:see:{after.id}")
    change = Button(plain(flow_texts.change(t)), f"reflect:change:{after.id}")
    is_open = flow.is_open(turn, programme, after)
    turn.say(texts.already_signed(t), column(*((see, change) if is_open else (see,))))


def _show_answers(turn: Turn, programme: ProgrammeFile, after: Milestone) -> None:
    assert turn.person is not None  # noqa: S101 - a participant is somebody
    t = turn.tongue
    said = turn.unit.reflections.signed_after(programme.id, after.id, turn.person.id)
    answers = [lines(bold(one.wording), one.shown) for one in said]
    head = bold(texts.title(t, t.pick(after.title)))
    turn.say(paragraphs(head, *answers) if said else texts.already_unsigned(t))


def _nothing(turn: Turn, programme: ProgrammeFile) -> Html:
    """Until when the last one was open, and when the next one opens."""
    t, there = turn.tongue, zone(programme)
    opening = [(reflection_opens(programme, one), one) for one in samlinger(programme)]
    past = [(at, one) for at, one in opening if at is not None and at <= turn.now]
    ahead = [(at, one) for at, one in opening if at is not None and at > turn.now]
    last = max(past, key=lambda pair: pair[0])[1] if past else None
    lead = flow.closed(t, programme, last) if last and reflection_closes(programme, last) else None
    if not ahead:
        return lines(lead or texts.nothing_waits(t))
    at, coming = min(ahead, key=lambda pair: pair[0])
    day = t.day(at.astimezone(there).date(), year=True)
    return lines(lead, texts.opens(t, t.pick(coming.title), day))


def _marked(turn: Turn, programme: ProgrammeFile, after: Milestone) -> bool:
    person = turn.person.id if turn.person else ""
    return turn.unit.reflections.marked(programme.id, after.id, person)


def _is_unsigned(programme: ProgrammeFile) -> bool:
    return programme.reflection is not None and programme.reflection.anonymous
