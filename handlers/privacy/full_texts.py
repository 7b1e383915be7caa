"""The full text on a person's data, heading by heading; the controller's own words are put in."""

from handlers.markup import Html, lines
from handlers.tongue import Tongue


def controller_heading(t: Tongue) -> Html:
    return t.say("Who is responsible")


def controller(t: Tongue, controller: str) -> Html:
    return t.say("Responsible for your data: {controller}", controller=controller)


def contact(t: Tongue, contact: str) -> Html:
    return t.say("Contact: {contact}", contact=contact)


def officer(t: Tongue, officer: str) -> Html:
    return t.say("Data protection officer: {officer}", officer=officer)


def ground(t: Tongue, ground: str) -> Html:
    return t.say("Legal ground: {ground}", ground=ground)


def controller_later(t: Tongue) -> Html:
    """To somebody who has not joined a programme."""
    return t.say(
        "Each programme has someone who is responsible for the data in it. Once you have joined, "
        "you see here who that is in yours, how you reach them, and on what legal ground."
    )


def purposes_heading(t: Tongue) -> Html:
    return t.say("What it is used for")


def purposes(t: Tongue) -> Html:
    return t.say(
        "To remind you of gatherings and deadlines, to take reports and reflections, to pass on "
        "messages from the organisers, and to give them and the facilitators an overview of what "
        "the teams are doing. It is not used to follow or to compare single persons. Nobody is "
        "shown when you have read something, or who is late."
    )


def kept_heading(t: Tongue) -> Html:
    return t.say("What is kept")


def kept(t: Tongue) -> Html:
    return t.say(
        "Your name, language and function; your number at Telegram, so that I can answer you; your "
        "role and your team; what you write and answer, and when; whether you come to a gathering, "
        "on which days, with which meals and overnight stay, and whether you were there; how you "
        "want to be reminded, and a pause; that you delivered a report, "
        "changed an aim or a measure, or asked for help; "
        "which reminders you got; and important things that you did, such as joining. National "
        "identity numbers are taken out before anything is kept."
    )


def readers_heading(t: Tongue) -> Html:
    return t.say("Who can read it")


def readers(t: Tongue) -> Html:
    return t.say(
        "A report can be read by your team, the facilitators and the organisers. While it is being "
        "written, the team shares it, and can see who began it. The same holds for aims and "
        "measures: your team sees who changed what, the others see the team. The organisers see "
        "by name who comes to a gathering and who was there, since they order meals and beds; the "
        "facilitators see numbers. Nobody sees that you are on a pause. Those who run "
        "Mellom's machine can technically see what is kept there."
    )


def readers_alone(t: Tongue) -> Html:
    """Where people take part alone."""
    return t.say(
        "A report can be read by you, the facilitators and the organisers. The organisers see by "
        "name who comes to a gathering and who was there, since they order meals and beds. Nobody "
        "sees that you are on a pause. Those who run Mellom's machine can technically see what is "
        "kept there."
    )


def anonymous(t: Tongue) -> Html:
    return t.say(
        "Reflections are anonymous: what you write is kept without name, team or time, apart from "
        "the note that you have answered, and is shown only once four have answered. So it cannot "
        "be found again, changed or erased afterwards. On its way it passes through Telegram, and "
        "Telegram and those who run the machine can technically see it."
    )


def signed(t: Tongue) -> Html:
    return t.say(
        "Reflections in this programme are not anonymous: they are kept together with who wrote "
        "them, and the organisers and facilitators can read them."
    )


def public(t: Tongue) -> Html:
    return t.say(
        "A report to a public body may be a public document, so that others, the press among them, "
        "can ask to see it (offentleglova)."
    )


def telegram_heading(t: Tongue) -> Html:
    return t.say("Telegram")


def telegram(t: Tongue) -> Html:
    return t.say(
        "Telegram is a company of its own, outside the EEA, and with terms of its own for what "
        "passes through it. Chats with me are cloud chats: they are kept on Telegram's servers and "
        "are not end-to-end encrypted, so Telegram can technically read them. Telegram also knows "
        "your telephone number; I do not. It is up to you whether you use Telegram: you can take "
        "part without it. Ask the organisers how."
    )


def time_heading(t: Tongue) -> Html:
    return t.say("How long")


def time(t: Tongue) -> Html:
    """As the machine does it, and nothing that it does not do."""
    return lines(
        t.say("• Your messages as they came: 7 days"),
        t.say("• My messages to you: 30 days"),
        t.say("• Codes that did not work: 2 days"),
        t.say(
            "• All the rest: until you erase it with /forget, or those responsible erase the "
            "programme. Backups are kept as long as those who run Mellom have decided."
        ),
    )


def retention(t: Tongue, retention: str) -> Html:
    return t.say("Those responsible say: {retention}", retention=retention)


def rights_heading(t: Tongue) -> Html:
    return t.say("Your rights")


def rights(t: Tongue) -> Html:
    return lines(
        t.say("• See everything that is kept about you: /mydata"),
        t.say("• Have it erased: /forget"),
        t.say(
            "• Correct it: choose «Change» on an answer or a delivered report, and tell the "
            "organisers if your name is wrong"
        ),
        t.say("• Object, or ask for the use to be limited: write to those responsible"),
        t.say("• Complain to the Norwegian Data Protection Authority: datatilsynet.no"),
    )
