"""/measures is answered: the list, what is written behind the command, and every button."""

from collections.abc import Callable, Sequence

from handlers.flow import talk
from handlers.flow.form import Refusal
from handlers.flow.scene import Form
from handlers.markup import Html
from handlers.measures import change, finish, flow, sayings, show
from handlers.measures.place import Place, own_place, place_by_key, place_of, seen_places
from handlers.measures.words import Wordings
from handlers.measures.work import MOST, work_of
from handlers.programme_file import is_for_individuals
from handlers.turn import Turn
from storage.records import Aim, Measure

Page = Callable[[Turn, Place], None]


def command(turn: Turn, rest: str = "") -> None:
    """Show the list of one's own, or which teams one may look at; ``rest`` becomes measures."""
    place = _begin(turn)
    if place is not None and rest:
        _add(turn, place, rest)
    elif place is not None:
        show.listing(turn, place)


def pressed(turn: Turn, arguments: Sequence[str]) -> None:
    """Answer the buttons of the list."""
    if arguments[:1] == ["teams"]:
        _ask_which(turn)
        return
    if arguments[:1] == ["of"]:
        _look(turn, ":".join(arguments[1:]))
        return
    if arguments[:1] == ["closed"] and arguments[1:]:
        _look(turn, ":".join(arguments[1:]), show.closed)
        return
    place = _begin(turn)
    if place is None:
        return
    match arguments:
        case ["new"]:
            _write(turn, place, finish.ADD_MEASURE, None)
        case ["aim"]:
            _write(turn, place, finish.ADD_AIM, None)
        case ["closed"]:
            show.closed(turn, place)
        case _:
            show.listing(turn, place)


def measure_pressed(turn: Turn, arguments: Sequence[str]) -> None:
    """Answer the buttons of one measure, whose id is the first argument."""
    found = turn.unit.measures.measure(arguments[0]) if arguments else None
    place = _place(turn, found)
    if found is None or place is None:
        return
    match arguments[1:]:
        case []:
            show.one(turn, place, found)
        case ["history"]:
            show.history(turn, place, found)
        case _ if not place.mine:
            show.one(turn, place, found, sayings.only_theirs(turn.tongue))
        case ["state", state]:
            change.measure_state(turn, place, found, state)
        case ["reopen"]:
            change.reopen_measure(turn, place, found)
        case ["move"] if found.is_open:
            show.move(turn, place, found)
        case ["to", aim]:
            change.move(turn, place, found, aim)
        case [word] if word in finish.OF_MEASURE:
            _write(turn, place, finish.OF_MEASURE[word], found)
        case _:
            show.one(turn, place, found)


def aim_pressed(turn: Turn, arguments: Sequence[str]) -> None:
    """Answer the buttons of one aim, whose id is the first argument."""
    found = turn.unit.measures.aim(arguments[0]) if arguments else None
    place = _place(turn, found)
    if found is None or place is None:
        return
    match arguments[1:]:
        case []:
            show.one(turn, place, found)
        case ["history"]:
            show.history(turn, place, found)
        case _ if not place.mine:
            show.one(turn, place, found, sayings.only_theirs(turn.tongue))
        case ["state", state]:
            change.aim_state(turn, place, found, state)
        case ["close" | "reopen" as word]:
            change.close_aim(turn, place, found, closed=word == "close")
        case ["new"]:
            _write(turn, place, finish.ADD_MEASURE, found)
        case ["words"]:
            _write(turn, place, finish.AIM_WORDS, found)
        case _:
            show.one(turn, place, found)


def _add(turn: Turn, place: Place, rest: str) -> None:
    """Make measures of what stood behind the command."""
    open_now = work_of(turn.unit, place.programme.id, place.party).open_measures
    if len(open_now) >= MOST:
        turn.say(sayings.full_of_measures(turn.tongue, MOST))
        return
    try:
        said = Wordings(MOST - len(open_now))(rest, turn.tongue)
    except Refusal as refusal:
        turn.say(refusal.sentence)
        return
    change.add_measures(turn, place, None, said.splitlines())


def _write(turn: Turn, place: Place, form: Form, subject: Aim | Measure | None) -> None:
    """Ask for words in a form of the speaker's own."""
    if turn.person is not None:
        talk.begin(turn, form, place.party, flow.about(turn.person.id, subject))


# Whose it is


def _begin(turn: Turn) -> Place | None:
    """The speaker's own place; else they are shown what they may see, or told why there is none."""
    refusal = _refusal(turn)
    if refusal is not None:
        turn.say(refusal)
        return None
    place = own_place(turn)
    if place is None:
        _ask_which(turn)
    return place


def _refusal(turn: Turn) -> Html | None:
    t, programme = turn.tongue, turn.programme
    if not turn.event.private:
        return sayings.in_private(t)
    if programme is None:
        return sayings.no_programme(t)
    if programme.report is None or not programme.report.measures:
        return sayings.no_measures(t, t.pick(programme.name))
    return None


def _ask_which(turn: Turn) -> None:
    """Let one who leads choose whose to look at; where there is one only, show it."""
    refusal, places = _refusal(turn), seen_places(turn)
    if refusal is not None or not places:
        turn.say(refusal or sayings.nobody_s(turn.tongue, alone=_are_alone(turn)))
    elif len(places) == 1:
        show.listing(turn, places[0])
    else:
        show.teams(turn, places)


def _are_alone(turn: Turn) -> bool:
    return turn.programme is not None and is_for_individuals(turn.programme)


def _look(turn: Turn, key: str, page: Page = show.listing) -> None:
    place = place_by_key(turn, key) if _refusal(turn) is None else None
    if place is None:
        turn.say(_refusal(turn) or sayings.not_yours(turn.tongue))
    else:
        page(turn, place)


def _place(turn: Turn, subject: Aim | Measure | None) -> Place | None:
    """Where it belongs, if the speaker may see it; else they are told."""
    if subject is None or not turn.event.private:
        private = turn.event.private
        turn.say(sayings.gone(turn.tongue) if private else sayings.in_private(turn.tongue))
        return None
    place = place_of(turn, subject)
    if place is None:
        turn.say(sayings.not_yours(turn.tongue))
    return place
