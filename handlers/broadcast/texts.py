"""Every sentence of a broadcast, a typed function each."""

from typing import assert_never

from handlers.markup import Html, safe
from handlers.tongue import Tongue
from storage.records import Role


def summary(t: Tongue) -> Html:
    """What the command is for, in the menu."""
    return t.say("Send a message to everybody")


def sender(t: Tongue, who: Html) -> Html:
    """Over the message: the name and what they are, such as «Kari Nordmann, facilitator»."""
    return t.say("From {who}", who=who)


def role(t: Tongue, which: Role) -> Html:
    match which:
        case "organiser":
            return t.say("organiser")
        case "facilitator":
            return t.say("facilitator")
        case "participant":
            return t.say("participant")
        case "observer":
            return t.say("observer")
        case _:
            assert_never(which)


def enclosed(t: Tongue, name: str) -> Html:
    """Names the file that comes with the message."""
    return t.say("Attached: {name}", name=name)


def what_to_send(t: Tongue) -> Html:
    return t.say(
        "Write what you want to send, forward a message, or send a file (at most 20 MB). You see "
        "it as they will, and nothing goes out before you say yes."
    )


def send_samling(t: Tongue) -> Html:
    """On the button that takes the programme of what comes next."""
    return t.say("Send the programme of the next gathering")


def no_samling(t: Tongue) -> Html:
    return t.say("No gathering lies ahead in the programme. Write what you want to send instead.")


def whom(t: Tongue) -> Html:
    return t.say("This is how they will see it. Send it? To whom?")


def changed(t: Tongue) -> Html:
    return t.say("Changed, also in the message above. Send it? To whom?")


def to_all(t: Tongue, n: int) -> Html:
    return t.say("Everybody ({n})", n=t.number(n))


def to_mine(t: Tongue, n: int) -> Html:
    return t.say("My team ({n})", n=t.number(n))


def no(t: Tongue) -> Html:
    return t.say("No")


def send_now(t: Tongue, n: int) -> Html:
    return t.many("Send to one person now?", "Send to {n} people now?", n)


def out_of_reach(t: Tongue, n: int) -> Html:
    return t.many("One of them cannot be reached.", "{n} of them cannot be reached.", n)


def have_neither(t: Tongue, n: int) -> Html:
    """Of those whom no message reaches at all."""
    return t.many(
        "One of them has neither Telegram nor e-mail: you get the text to pass on.",
        "{n} of them have neither Telegram nor e-mail: you get the text to pass on.",
        n,
    )


def yes(t: Tongue) -> Html:
    return t.say("Yes, send")


def stop(t: Tongue) -> Html:
    return t.say("Stop")


def count(t: Tongue, sent: int, total: int) -> Html:
    return t.say("Sending: {sent} of {total}.", sent=t.number(sent), total=t.number(total))


def result(t: Tongue, sent: int, total: int) -> Html:
    return t.say("Sent to {sent} of {total}.", sent=t.number(sent), total=t.number(total))


def missed(t: Tongue, n: int) -> Html:
    return t.many("One was not reached.", "{n} were not reached.", n)


def stopped(t: Tongue, gone: int, total: int) -> Html:
    return t.say(
        "Stopped. It had gone to {gone} of {total}, and nobody else gets it.",
        gone=t.number(gone),
        total=t.number(total),
    )


def dropped(t: Tongue) -> Html:
    return t.say("Fine, nothing was sent.")


def on_its_way(t: Tongue) -> Html:
    return t.say("It is on its way already, and goes out once.")


def was_dropped(t: Tongue) -> Html:
    return t.say("That one was put away. Send it to me again if you want it to go out.")


def too_late_to_change(t: Tongue) -> Html:
    return t.say("It has been sent already, so the change stays with you.")


def gone(t: Tongue) -> Html:
    return t.say("I do not have that message any more. Nothing was sent.")


def not_leading(t: Tongue) -> Html:
    return t.say("Only organisers and facilitators can send to everybody. Nothing was sent.")


def leads_no_more(t: Tongue) -> Html:
    return t.say("The rest of your message was stopped, since you no longer lead the programme.")


def in_private(t: Tongue) -> Html:
    return t.say("Write to me alone, not in a group, to send something to everybody.")


def nobody(t: Tongue) -> Html:
    return t.say("There is nobody to send to yet.")


def nobody_there(t: Tongue) -> Html:
    """When the audience has become empty since the button was shown."""
    return t.say("There is nobody left to send that to.")


def too_long(t: Tongue, room: int) -> Html:
    return t.say(
        "That is too long for one message. With the sender's name there is room for about {room} "
        "characters. Shorten it and send it again.",
        room=t.number(room),
    )


def too_large(t: Tongue) -> Html:
    return t.say("That file is larger than 20 MB, and I cannot carry it. Send a link instead.")


def file_not_here(t: Tongue) -> Html:
    return t.say("I could not get hold of the file, so nothing was sent. Please send it again.")


def photo(t: Tongue) -> Html:
    """The name of a picture that came without one."""
    return t.say("picture.jpg")


def file(t: Tongue) -> Html:
    """The name of a file that came without one."""
    return t.say("file")


def samling_cancelled(t: Tongue, title: str) -> Html:
    return t.say("{title} is cancelled.", title=title)


def samling_when(t: Tongue, when: Html) -> Html:
    return t.say("When: {when}", when=when)


def samling_where(t: Tongue, where: Html) -> Html:
    return t.say("Where: {where}", where=where)


def samling_mode(t: Tongue, mode: str) -> Html:
    match mode:
        case "digital":
            return t.say("online")
        case "hybrid":
            return t.say("in person or online")
        case _:
            return t.say("in person")


def samling_link(t: Tongue, url: str) -> Html:
    return t.say("To the meeting: {url}", url=safe(url))


def homework_before(t: Tongue, what: str) -> Html:
    """What the samling before gave people to do until this one."""
    return t.say("To have done before we meet: {what}", what=what)


def homework_after(t: Tongue, what: str) -> Html:
    return t.say("To do until the next one: {what}", what=what)


def agenda_elsewhere(t: Tongue) -> Html:
    """Where the agenda is too long for one message."""
    return t.say("The agenda: write /programme to me.")


def subject_to_change(t: Tongue) -> Html:
    return t.say("Subject to change.")
