"""/invite: whom, then the link and a text to paste; a QR code and a sheet to print on demand."""

from collections.abc import Sequence

from handlers.codes import GOOD_FOR, Ways, leader_ways, team_ways
from handlers.markup import Button, Html, code, column, lines, paragraphs, plain, safe
from handlers.programme_file import is_for_individuals
from handlers.teams import invite_texts as texts
from handlers.teams import sending
from handlers.teams.card import MOST
from handlers.teams.letter import Invitation, invitation, invitations, mail, subject
from handlers.teams.rights import Rights, held
from handlers.turn import Turn
from storage.records import Role

LEADERS: dict[str, Role] = {"o": "organiser", "f": "facilitator"}
HOUR = 3600


def invite(turn: Turn, _rest: str = "") -> None:
    """Ask whom; the contact person of a team invites to that one."""
    mine = _allowed(turn)
    if mine is None:
        return
    if not mine.organises:
        _team(turn, mine, mine.speaks_for or "")
        return
    t, alone = turn.tongue, is_for_individuals(mine.programme)
    buttons = [_button(turn, texts.everybody(t), "team", "")] if alone else []
    teams = [team for team in mine.programme.team if not team.withdrawn]
    buttons += [_button(turn, safe(t.pick(team.name)), "team", team.id) for team in teams]
    many = [] if alone else [_button(turn, texts.all_teams(t), "all")]
    leader = _button(turn, texts.a_leader(t), "lead")
    several = len({one.programme for one in turn.memberships}) > 1
    whom = texts.whom_to(t, t.pick(mine.programme.name)) if several else texts.whom(t)
    turn.say(whom, column(*many, *buttons[:MOST], leader))


def pressed(turn: Turn, arguments: Sequence[str]) -> None:
    """Answer the buttons; each deed asks anew who may invite."""
    mine = _allowed(turn)
    if mine is None:
        return
    match arguments:
        case ["team", team]:
            _team(turn, mine, team)
        case ["qr" | "sheet" as what, team] if _invites(turn, mine, team):
            sending.order(turn, sending.QR if what == "qr" else sending.SHEET, team)
        case [word, *more] if mine.organises:
            _organise(turn, mine, word, more)
        case _:
            invite(turn)


def _organise(turn: Turn, mine: Rights, word: str, more: Sequence[str]) -> None:
    match word, more:
        case "all", []:
            _all(turn, mine)
        case (("sheets" | "mails"), []):
            sending.order(turn, sending.SHEETS if word == "sheets" else sending.MAILS)
        case "new", [team, *sure] if team and _invites(turn, mine, team):
            _renew(turn, mine, team, sure)
        case "lead", []:
            t = turn.tongue
            organiser = _button(turn, texts.an_organiser(t), "lead", "o")
            facilitator = _button(turn, texts.a_facilitator(t), "lead", "f")
            turn.say(texts.which_leader(t), column(organiser, facilitator))
        case "lead", ["o" | "f" as letter]:
            _leader(turn, mine, LEADERS[letter])
        case _:
            invite(turn)


def _allowed(turn: Turn) -> Rights | None:
    """What the speaker may do, if they may invite anybody; None once they are told why not."""
    mine = held(turn)
    if mine is not None and (mine.organises or mine.speaks_for):
        return mine
    turn.say(texts.not_yours(turn.tongue) if turn.event.private else texts.in_private(turn.tongue))
    return None


def _invites(turn: Turn, mine: Rights, team: str) -> bool:
    """Whether they may let people into a team that a code leads to."""
    return mine.invites_to(team) and team_ways(turn.unit, mine.programme, team) is not None


def _team(turn: Turn, mine: Rights, team: str) -> None:
    """The links and the text of one team; nothing of either is kept once it is out."""
    t, found = turn.tongue, mine.team(team)
    one = invitation(turn.unit, mine.programme, team) if mine.invites_to(team) else None
    if one is None:
        stands = found is not None and not found.withdrawn and mine.invites_to(team)
        name = t.pick(found.name) if found else ""
        turn.say(texts.no_way(t, name) if stands else texts.not_yours(t))
        return
    whose = one.team or one.programme
    good = texts.for_many_alone(t) if one.alone else texts.for_many(t)
    turn.say(paragraphs(texts.links_of(t, whose), _links(turn, one.ways), good), fleeting=True)
    turn.say(paragraphs(texts.paste_this(t), _copy(one)), fleeting=True)
    turn.note("invited", team)
    turn.say(texts.what_more(t, whose), column(*_more(turn, mine, one, team)))


def _more(turn: Turn, mine: Rights, one: Invitation, team: str) -> list[Button]:
    t, found = turn.tongue, []
    if one.ways.best:
        found.append(_button(turn, texts.qr(t), "qr", team))
    found.append(_button(turn, texts.sheet(t), "sheet", team))
    if mine.organises and team:
        found.append(_button(turn, texts.new_link(t), "new", team))
    if mine.organises:
        found.append(_button(turn, texts.somebody_else(t)))
    return found


def _links(turn: Turn, ways: Ways, *, taps: bool = False) -> Html:
    """The links to copy at a tap; or, in what is forwarded, to follow (``taps``)."""
    t, shown = turn.tongue, safe if taps else code
    browser = texts.browser if ways.telegram else texts.browser_alone
    return lines(
        browser(t, shown(ways.web)) if ways.web else None,
        texts.telegram(t, shown(ways.telegram)) if ways.telegram else None,
        texts.the_code(t, code(ways.code)),
        None if ways.best else texts.no_bot(t),
    )


def _copy(one: Invitation) -> Html:
    """The e-mail as one block that a phone copies at a tap."""
    return code("\n\n".join((subject(one), *mail(one))))


def _all(turn: Turn, mine: Rights) -> None:
    """Every team's link in one message, and the two files."""
    t = turn.tongue
    every = [one for _, one in invitations(turn.unit, mine.programme)]
    told = [texts.line(t, one.team, code(one.ways.best or one.ways.code)) for one in every]
    if not told:
        invite(turn)
        return
    turn.say(paragraphs(lines(*told), texts.for_many(t)), fleeting=True)
    turn.note("invited", "")
    name = t.pick(mine.programme.name)
    sheets = _button(turn, texts.sheets(t), "sheets")
    mails = _button(turn, texts.mails(t), "mails")
    more = _button(turn, texts.somebody_else(t))
    turn.say(texts.what_more(t, name), column(sheets, mails, more))


def _renew(turn: Turn, mine: Rights, team: str, sure: Sequence[str]) -> None:
    """Make the team's next code, once it was asked."""
    t, found = turn.tongue, mine.team(team)
    name = t.pick(found.name) if found else ""
    if list(sure) == ["yes"]:
        turn.unit.programmes.renew(mine.programme.id, team)
        turn.note("new link", team)
        turn.say(texts.is_new(t, name))
        _team(turn, mine, team)
    elif list(sure) == ["no"]:
        turn.say(texts.old_one_stands(t))
    else:
        yes = _button(turn, texts.yes_new_link(t), "new", team, "yes")
        no = _button(turn, texts.no_new_link(t), "new", team, "no")
        turn.say(texts.ask_new_link(t, name), column(yes, no))


def _leader(turn: Turn, mine: Rights, role: Role) -> None:
    """A new link for one person, in a message of its own that can be forwarded."""
    t = turn.tongue
    found = leader_ways(turn.unit, mine.programme.id, role, turn.now)
    turn.note("invited", role)
    turn.say(texts.forward_this(t))
    said = texts.leader_link(t, role, t.pick(mine.programme.name))
    hours = int(GOOD_FOR.total_seconds()) // HOUR
    links = _links(turn, found, taps=True)
    shown = paragraphs(said, links, texts.leader_limits(t, hours))
    turn.say(shown, fleeting=True)


def _button(turn: Turn, label: Html, *words: str) -> Button:
    return Button(plain(label), turn.press("invite", *words))
