"""/teams: the list of teams, one of them, and those who lead; withdrawing a team, and back."""

from collections.abc import Sequence

from handlers.changed import apply
from handlers.flow.words import folded
from handlers.markup import Button, column, paragraphs, plain
from handlers.programme_file import is_for_individuals
from handlers.teams import adding, card, changing, founding, texts
from handlers.teams.begin import fresh
from handlers.teams.edits import with_team
from handlers.teams.rights import Rights, held, rights
from handlers.turn import Turn


def teams(turn: Turn, rest: str = "") -> None:
    """List what the speaker sees; ``rest`` may name one of the teams."""
    mine = rights(turn)
    if mine is None:
        return
    said, t = folded(rest), turn.tongue
    named = [
        team
        for team in mine.programme.team
        if team.id in mine.sees and said and folded(t.pick(team.name)).startswith(said)
    ]
    if len(named) == 1:
        card.show(turn, mine, named[0])
    elif is_for_individuals(mine.programme):
        card.show_people(turn, mine)
    elif not mine.organises and mine.sees == {mine.speaks_for}:
        _open(turn, mine, mine.speaks_for or "")
    else:
        card.show_list(turn, mine)


def pressed(turn: Turn, arguments: Sequence[str]) -> None:
    """Answer the buttons; each deed asks anew what the speaker may."""
    mine = rights(turn)
    if mine is None:
        return
    match arguments:
        case []:
            teams(turn)
        case ["open", team]:
            _open(turn, mine, team)
        case ["keep"]:
            turn.say(texts.let_be(turn.tongue))
        case [word, *more] if mine.organises:
            _organise(turn, mine, word, more)
        case _:
            turn.say(texts.gone(turn.tongue))


def _organise(turn: Turn, mine: Rights, word: str, more: Sequence[str]) -> None:
    match word, more:
        case "lead", []:
            card.show_leaders(turn, mine)
        case "new", []:
            fresh(turn, founding.FORM, "")
        case "add", [*team]:
            fresh(turn, adding.FORM, "".join(team))
        case "change", [team]:
            fresh(turn, changing.FORM, team)
        case (("out" | "back"), [team, *sure]):
            _withdraw(turn, mine, team, out=word == "out", sure=list(sure) == ["yes"])
        case _:
            turn.say(texts.gone(turn.tongue))


def _open(turn: Turn, mine: Rights, team: str) -> None:
    found = mine.team(team)
    if found is None:
        turn.say(texts.gone(turn.tongue))
    else:
        card.show(turn, mine, found)


def _withdraw(turn: Turn, mine: Rights, team: str, *, out: bool, sure: bool) -> None:
    """Withdraw a team once it was asked, or bring it back; done already, it shows the team."""
    found, t = mine.team(team), turn.tongue
    if found is None:
        turn.say(texts.gone(t))
    elif found.withdrawn == out:
        card.show(turn, mine, found)
    elif out and not sure:
        yes = Button(plain(texts.yes_withdraw(t)), turn.press("team", "out", team, "yes"))
        no = Button(plain(texts.no_let_be(t)), turn.press("team", "keep"))
        ask = texts.ask_withdraw(t, t.pick(found.name))
        turn.say(paragraphs(ask, texts.what_withdrawing_does(t)), column(yes, no))
    else:
        after = with_team(mine.programme, team, withdrawn=True if out else None)
        apply(turn.unit, after, turn.now, turn.person.id if turn.person else None)
        turn.note("withdrawn" if out else "brought back", team)
        turn.forget_what_was_read()
        turn.say((texts.is_withdrawn if out else texts.is_back)(t, t.pick(found.name)))
        now = held(turn)
        stands = now.team(team) if now else None
        if now is not None and stands is not None:
            card.show(turn, now, stands)
