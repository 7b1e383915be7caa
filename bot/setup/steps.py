"""The questions on the machine, in order: where data lies, Telegram, the page."""

from dataclasses import dataclass

from bot.app import Unanswered
from bot.settings import Settings, Trouble
from bot.setup import asked, readers, texts
from bot.setup.question import NO, YES, Asking, Question, Talk
from bot.setup.trials import Trials, Values
from bot.telegram.outcome import TokenRefused
from handlers.tongue import Tongue

_TOKENS = {"TELEGRAM_TOKEN", "TELEGRAM_TOKEN_FILE"}
_HOST = "127.0.0.1"


@dataclass(frozen=True, slots=True)
class Round:
    """What every question needs: who is asked, in which language, what stands, what tries it."""

    talk: Talk
    t: Tongue
    settings: Settings
    outside: frozenset[str]
    """The settings (without prefix) that stand in the environment, and are not asked for."""
    trials: Trials

    @property
    def ask(self) -> Asking:
        return Asking(self.talk, self.outside, lambda name: texts.stands_outside(self.t, name))

    def whether(self, key: str, said: tuple[str, str], *, on: bool) -> bool:
        """Ask for a yes or no; Return leaves it as it is."""
        read = readers.yes_or_no(self.t)
        default, shown = (YES, texts.yes(self.t)) if on else (NO, texts.no(self.t))
        return self.ask(Question(key, *said, read, default=default, shown=shown)) == YES


@dataclass(frozen=True, slots=True)
class Reached:
    """How people will reach the house: the settings for it, and the bot's name where it is known.

    ``telegram`` and ``web`` are whether each is wanted.
    """

    values: Values
    telegram: bool
    web: bool
    username: str = ""


def where_data_lies(this: Round) -> Values:
    stands = str(this.settings.data_dir)
    read = readers.folder(this.t)
    question = Question("data", *asked.data_dir(this.t), read, default=stands, setting="DATA_DIR")
    return {"DATA_DIR": this.ask(question)}


def how_people_reach_it(this: Round) -> Reached:
    """Telegram, the page, or both; asked again where it is neither."""
    while True:
        values, username = telegram(this)
        page = web(this)
        found = Reached(values | page, username is not None, bool(page["WEB_HOST"]), username or "")
        if found.telegram or found.web:
            return found
        this.talk.refuse("web", texts.neither(this.t))


def telegram(this: Round) -> tuple[Values, str | None]:
    """The token, and the bot's name ("" where Telegram did not answer); None without Telegram."""
    stands = this.settings.token()
    on = stands is not None or this.settings.web_host is None
    outside = not _TOKENS.isdisjoint(this.outside)
    if not outside and not this.whether("telegram", asked.telegram(this.t), on=on):
        return {"TELEGRAM_TOKEN": None, "TELEGRAM_TOKEN_FILE": None}, None
    if stands is None:
        this.talk.tell(texts.how_to_get_a_token(this.t))
    while True:
        token = stands or "" if outside else this.ask(_token(this, stands))
        try:
            username = _met(this, token)
        except TokenRefused:
            if outside:
                raise Trouble(texts.token_refused(this.t)) from None
            this.talk.refuse("token", texts.token_refused(this.t))
        else:
            return ({} if token == stands else {"TELEGRAM_TOKEN": token}), username


def web(this: Round) -> Values:
    """Where the page listens and is reached; no host without one."""
    settings = this.settings
    on = settings.web_host is not None
    if "WEB_HOST" not in this.outside and not this.whether("web", asked.web(this.t), on=on):
        return {"WEB_HOST": None}
    host = Question(
        "web_host",
        *asked.web_host(this.t),
        readers.host(this.t),
        default=settings.web_host or _HOST,
        setting="WEB_HOST",
    )
    port = Question(
        "web_port",
        *asked.web_port(this.t),
        readers.port(this.t),
        default=str(settings.web_port),
        setting="WEB_PORT",
    )
    url = Question(
        "web_url",
        *asked.web_url(this.t),
        readers.web_address(this.t),
        default=settings.web_url or "",
        setting="WEB_URL",
    )
    found: Values = {name: this.ask(one) for name, one in _named(host, port, url).items()}
    reached, place = found["WEB_URL"] or "", f"{found['WEB_HOST']}:{found['WEB_PORT']}"
    if reached.startswith("https://"):  # else it is for trying it out on this machine
        this.talk.tell(texts.about_the_proxy(this.t, reached, place))
    return found


def _named(*questions: Question) -> dict[str, Question]:
    return {one.setting: one for one in questions if one.setting is not None}


def _token(this: Round, stands: str | None) -> Question:
    return Question(
        "token",
        *asked.token(this.t),
        readers.words(this.t),
        default=stands or "",
        shown=texts.is_set(this.t) if stands else None,
        secret=True,
    )


def _met(this: Round, token: str) -> str:
    """The bot's name, or "" where Telegram does not answer and it is let go at that."""
    while True:
        try:
            username = this.trials.bot(token)
        except Unanswered:
            if not this.whether("telegram_again", asked.telegram_silent(this.t), on=True):
                return ""
        else:
            this.talk.tell(texts.bot_named(this.t, username))
            return username
