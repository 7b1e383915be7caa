"""The page that says in plain words how a person is reminded, with a button for each thing."""

from handlers.markup import Button, Html, column, lines, paragraphs, plain
from handlers.settings import duty, mail, mail_texts, pause_texts, texts
from handlers.settings.days import OF_THE_PROGRAMME
from handlers.settings.mine import Mine, mine
from handlers.tongue import Tongue
from handlers.turn import Turn

# Each language by its own name, so that one who reads no other finds it.
_LANGUAGES = {"nb": "bokmål", "nn": "nynorsk", "en": "English"}


def show(turn: Turn, _rest: str = "") -> None:
    """``/settings``: how the speaker is reminded, and what they can change."""
    found = mine(turn)
    if found is None:
        return
    t, team = turn.tongue, duty.team_of(turn)
    speakers = duty.speakers(turn, team) if team else Html("")
    text = paragraphs(
        texts.heading(t),
        lines(
            texts.hour_line(t, found.rules.hour, own=found.chosen.hour is not None),
            texts.days_line(t, days_of(found), own=found.chosen.days is not None),
            _pause(t, found),
            mail.line(turn),
            texts.language_line(t, _LANGUAGES[t.language]),
            speakers,
        ),
        lines(texts.at_most(t), texts.holidays(t), texts.why_line(t)),
    )
    buttons = _buttons(t, found, has_team=team is not None)
    if mail.is_offered(turn):
        buttons.append(Button(plain(mail_texts.button(t)), "mail:ask"))
    turn.say(text, column(*buttons))


def days_of(found: Mine) -> str:
    return found.chosen.days or OF_THE_PROGRAMME


def _pause(t: Tongue, found: Mine) -> Html:
    until = found.paused_until
    return texts.pause_line(t, until) if until else texts.no_pause(t)


def _buttons(t: Tongue, found: Mine, *, has_team: bool) -> list[Button]:
    is_paused = found.paused_until is not None
    pause = pause_texts.end(t) if is_paused else pause_texts.begin(t)
    found_buttons = [
        Button(plain(texts.button_hour(t)), "hour:ask"),
        Button(plain(texts.button_days(t)), "days:ask"),
        Button(plain(pause), "pause:off" if is_paused else "pause:on"),
        Button(plain(texts.button_language(t)), "lang:ask"),
    ]
    duty_button = Button(plain(texts.button_duty(t)), "duty:ask")
    return [*found_buttons, duty_button] if has_team else found_buttons
