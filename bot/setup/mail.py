"""The questions on mail, tried with a mail to whoever asks for it."""

from bot.settings import Trouble
from bot.setup import asked, readers, texts
from bot.setup.question import Question
from bot.setup.steps import Round
from bot.setup.trials import Untaken, Values, over

_PORT, _SECURITY = "587", "starttls"


def mail(this: Round) -> Values:
    """The settings for mail; none are changed where it is given up, all go where it is not wanted.

    A password that lies in a file of its own stays there. Raises ``Trouble`` where nobody can
    answer anew.
    """
    stands = _stand(this)
    on = bool(stands["SMTP_HOST"])
    if "SMTP_HOST" not in this.outside and not this.whether("mail", asked.mail(this.t), on=on):
        return dict.fromkeys([*stands, "SMTP_PASSWORD_FILE"])
    while True:
        stands = _answers(this, stands)
        failed = _tried(this, stands)
        if failed is None:
            return stands
        this.talk.refuse("mail", texts.mail_failed(this.t, failed))
        if not this.whether("mail_again", asked.mail_again(this.t), on=True):
            return {}


def _tried(this: Round, values: Values) -> str | None:
    """Why mail cannot be sent so; None where a trial mail left, or none is wanted."""
    try:
        over(this.settings, values).mail()
    except Trouble as why:
        return str(why)
    to = this.ask(Question("mail_to", *asked.mail_to(this.t), readers.mail_address(this.t)))
    if not to:
        return None
    try:
        this.trials.mail(values, to)
    except Untaken as why:
        return str(why)
    this.talk.tell(texts.mail_sent(this.t, to))
    return None


def _stand(this: Round) -> Values:
    settings = this.settings
    password = settings.smtp_password
    return {
        "SMTP_HOST": settings.smtp_host,
        "SMTP_PORT": str(settings.smtp_port),
        "SMTP_SECURITY": settings.smtp_security,
        "SMTP_USER": settings.smtp_user,
        "SMTP_PASSWORD": password.get_secret_value() if password else None,
        "MAIL_FROM": settings.mail_from,
    }


def _answers(this: Round, stands: Values) -> Values:
    found: Values = {one.setting or "": this.ask(one) for one in _questions(this, stands)}
    found["SMTP_USER"] = found["SMTP_USER"] or None
    if this.settings.smtp_password_file is not None and found["SMTP_USER"]:
        return found
    password = this.ask(_password(this, stands["SMTP_PASSWORD"])) if found["SMTP_USER"] else None
    return {**found, "SMTP_PASSWORD": password}


def _questions(this: Round, stands: Values) -> list[Question]:
    t = this.t
    return [
        Question(
            "smtp_host",
            *asked.smtp_host(t),
            readers.host(t),
            default=stands["SMTP_HOST"] or "",
            setting="SMTP_HOST",
        ),
        Question(
            "smtp_port",
            *asked.smtp_port(t),
            readers.port(t),
            default=stands["SMTP_PORT"] or _PORT,
            setting="SMTP_PORT",
        ),
        Question(
            "smtp_security",
            *asked.smtp_security(t),
            readers.security(t),
            default=stands["SMTP_SECURITY"] or _SECURITY,
            setting="SMTP_SECURITY",
        ),
        Question(
            "smtp_user",
            *asked.smtp_user(t),
            readers.words_or_none,
            default=stands["SMTP_USER"] or readers.NONE,
            setting="SMTP_USER",
        ),
        Question(
            "mail_from",
            *asked.mail_from(t),
            readers.sender(t),
            default=stands["MAIL_FROM"] or "",
            setting="MAIL_FROM",
        ),
    ]


def _password(this: Round, stands: str | None) -> Question:
    return Question(
        "smtp_password",
        *asked.smtp_password(this.t),
        readers.words(this.t),
        default=stands or "",
        shown=texts.is_set(this.t) if stands else None,
        secret=True,
        setting="SMTP_PASSWORD",
    )
