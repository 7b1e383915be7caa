"""What comes next in all programmes, in words, for those who move the clock."""

from handlers.markup import Html
from handlers.tongue import Tongue


def comes_gathering(t: Tongue, title: str) -> Html:
    return t.say("reminder of “{title}”", title=title)


def comes_report(t: Tongue, title: str) -> Html:
    return t.say("reminder of the report before “{title}”", title=title)


def comes_reflect(t: Tongue, title: str) -> Html:
    return t.say("reminder of the reflection on “{title}”", title=title)


def comes_sign_up(t: Tongue, title: str) -> Html:
    return t.say("question whether people come to “{title}”", title=title)


def comes_sign_up_closes(t: Tongue, title: str) -> Html:
    return t.say("deadline to sign up for “{title}”", title=title)


def comes_reminder_of_due(t: Tongue, title: str) -> Html:
    return t.say("reminder of the deadline “{title}”", title=title)


def comes_call(t: Tongue, title: str) -> Html:
    return t.say("word to those who help about the report before “{title}”", title=title)


def comes_thanks(t: Tongue, title: str) -> Html:
    return t.say("thanks for “{title}”", title=title)


def comes_unset(t: Tongue, title: str) -> Html:
    return t.say("question to the organisers for the date of “{title}”", title=title)


def comes_news(t: Tongue, _title: str) -> Html:
    return t.say("a change in the programme is told")


def comes_room(t: Tongue, title: str) -> Html:
    return t.say("question in the room about “{title}”", title=title)


def comes_begins(t: Tongue, title: str) -> Html:
    return t.say("“{title}” begins", title=title)


def comes_ends(t: Tongue, title: str) -> Html:
    return t.say("“{title}” is over", title=title)


def comes_frist(t: Tongue, title: str) -> Html:
    return t.say("deadline: “{title}”", title=title)


def comes_deadline(t: Tongue, title: str) -> Html:
    return t.say("deadline of the report before “{title}”", title=title)


def comes_closes(t: Tongue, title: str) -> Html:
    return t.say("the reflection on “{title}” closes", title=title)


def comes_message(t: Tongue, _title: str) -> Html:
    return t.say("a message that waits is sent")


def comes_morning(t: Tongue, title: str) -> Html:
    """What happens next, for those who move the clock."""
    return t.say("welcome on the day to “{title}”", title=title)
