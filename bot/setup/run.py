"""The whole set-up, from the first question to what comes next."""

from datetime import datetime

from bot.clock import Clock
from bot.settings import PREFIX, Trouble
from bot.setup import asked, conclude, ending, texts
from bot.setup.conclude import Done, Wished, carry_out, env_text, standing
from bot.setup.mail import mail
from bot.setup.programme import brought
from bot.setup.steps import Round, how_people_reach_it, where_data_lies
from bot.setup.trials import Values, over
from handlers.codes import GOOD_FOR
from handlers.programme.importing import MovedOn


def set_up(this: Round, clock: Clock, command: str) -> None:
    """Ask, show, write, and say what comes next; ``command`` is how Mellom is called here.

    Raises ``Trouble`` where it was stopped or cannot go on; then everything is as it was.
    """
    try:
        wished = _asked(this, clock.now())
    except (KeyboardInterrupt, EOFError):
        raise Trouble(texts.nothing_done(this.t)) from None
    if wished is None:
        this.talk.tell(texts.as_before(this.t))
        return
    try:
        done = carry_out(wished, clock)
    except MovedOn:
        raise Trouble(texts.moved_on(this.t)) from None
    _tell(this, wished, done, command)


def outside(environment: dict[str, str]) -> frozenset[str]:
    """The settings, without prefix, that stand in the environment."""
    found = (name.upper() for name, value in environment.items() if value)
    return frozenset(name.removeprefix(PREFIX) for name in found if name.startswith(PREFIX))


def _asked(this: Round, now: datetime) -> Wished | None:
    """Everything that is wished for; None where it changes nothing, or is not agreed to."""
    this.talk.tell(texts.welcome(this.t))
    values = where_data_lies(this)
    reached = how_people_reach_it(this)
    values |= reached.values
    values |= mail(this) if reached.web else {}
    before, after = this.settings, over(this.settings, values)
    if before.database.exists() and not after.database.exists():
        this.talk.tell(texts.data_stay(this.t, str(before.database.parent.absolute())))
    there = standing(after)
    found = brought(this, there)
    ahead = None if found is None else conclude.ahead(after, found.programme, now)
    wished = Wished(env_text(values, this.outside), reached, found, ahead, there)
    _show(this, wished, values, now)
    return wished if this.whether("write", asked.write(this.t), on=True) else None


def _show(this: Round, wished: Wished, values: Values, now: datetime) -> None:
    """What will stand, so that a slip is seen before it is written."""
    t, reached = this.t, wished.reached
    settings = over(this.settings, values)
    host = settings.smtp_host if reached.web else None
    lines = [ending.summed_up(t), ending.line_data(t, str(settings.database.parent.absolute()))]
    if reached.telegram:
        lines.append(ending.line_telegram(t, reached.username))
    if reached.web:
        lines.append(ending.line_web(t, settings.web_url or ""))
    if host is not None:
        lines.append(ending.line_mail(t, host, settings.mail_from or ""))
    lines.append(
        ending.line_without(t, telegram=reached.telegram, web=reached.web, mail=host is not None)
    )
    if wished.ahead is not None:
        lines.append(ending.line_programme(t, t.pick(wished.ahead.programme.name)))
        told = wished.ahead.in_words(t, now) if wished.ahead.changes else ""
        lines += [f"  {one}" for one in told.splitlines()]
    this.talk.tell("\n" + "\n".join(line for line in lines if line))


def _tell(this: Round, wished: Wished, done: Done, command: str) -> None:
    """Where it stands, who comes in first, and what is next."""
    t, brought = this.t, wished.brought
    this.talk.tell("\n" + ending.written(t, done.file, done.before))
    if brought is not None and brought.people:
        this.talk.tell(ending.people_wait(t, brought.people, command, str(brought.file)))
    if done.ways is not None and done.ways.best is not None:
        this.talk.tell(ending.organiser_link(t, done.ways.best, GOOD_FOR))
    elif done.ways is not None:
        this.talk.tell(ending.organiser_code(t, done.ways.code, GOOD_FOR))
    this.talk.tell("\n" + ending.what_next(t, command, done.programme))
