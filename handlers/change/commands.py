"""What organisers ask for: what can be changed, and the form for one of them."""

from collections.abc import Sequence

from handlers.change import form_texts as texts
from handlers.change.form import FORM, is_closed
from handlers.change.proposal import WHAT, WHEN
from handlers.flow import talk
from handlers.flow.party import person_party
from handlers.flow.words import folded
from handlers.markup import Button, column, joined, plain
from handlers.programme_file import Milestone, first_day, last_day, milestone
from handlers.timeline import in_time
from handlers.turn import Turn
from handlers.when import Days
from storage.records import AnswerRow


def change(turn: Turn, rest: str = "") -> None:
    """Offer what can be changed, in the order of time; ``rest`` may name one of them."""
    programme, t = turn.programme, turn.tongue
    if programme is None or not _may(turn):
        return
    ahead = [one for one in in_time(programme) if not is_closed(programme, one, turn.now)]
    if not ahead:
        turn.say(texts.nothing_ahead(t))
        return
    named = [one for one in ahead if rest and folded(t.pick(one.title)).startswith(folded(rest))]
    if len(named) == 1:
        _begin(turn, named[0].id)
    else:
        turn.say(texts.which(t), column(*(_button(turn, one) for one in ahead)))


def pressed(turn: Turn, arguments: Sequence[str]) -> None:
    """Answer the buttons: one of them, or a deadline of it."""
    match arguments:
        case ["report" | "signup" as what, about]:
            _begin(turn, about, what)
        case [about]:
            _begin(turn, about)
        case _:
            change(turn)


def date_pressed(turn: Turn, arguments: Sequence[str]) -> None:
    """Ask for the date of one that has none yet."""
    _begin(turn, next(iter(arguments), ""), WHEN)


def _begin(turn: Turn, about: str, what: str | None = None) -> None:
    """Begin anew: what was left half done would be about what stood then."""
    if not _may(turn):
        return
    row, me = turn.programme_row, turn.person
    one = milestone(turn.programme, about) if turn.programme else None
    if row is None or me is None or one is None:
        turn.say(texts.gone(turn.tongue))
        return
    drafts, party = turn.unit.drafts, person_party(me.id)
    if (left := drafts.of(row.id, FORM.key, party, about)) is not None:
        drafts.drop(left.id)
    draft = drafts.start(row.id, row.version, FORM.key, party, about, me.id, turn.now)
    if what is not None:
        said = AnswerRow(draft.id, WHAT, "given", what, 1, me.id, turn.event.said_at)
        drafts.put(said, turn.now)
    talk.begin(turn, FORM, party, about)


def _may(turn: Turn) -> bool:
    """Whether the speaker may change the programme; they were told if not."""
    if not turn.event.private:
        turn.say(texts.in_private(turn.tongue))
    elif "organiser" not in turn.roles:
        turn.say(texts.only_organisers(turn.tongue))
    else:
        return True
    return False


def _button(turn: Turn, one: Milestone) -> Button:
    """A button with its title and its days, without the hours: a phone cuts what is longer."""
    t, first, last = turn.tongue, first_day(one.when), last_day(one.when)
    days = Days(first, last) if first and last else one.when
    words = joined(": ", (t.pick(one.title), t.when(days)))
    shown = texts.marked_cancelled(t, words) if one.cancelled else words
    return Button(plain(shown), turn.press("change", one.id))
