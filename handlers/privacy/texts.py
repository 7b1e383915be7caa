"""Every short sentence on a person's own data, a typed function each."""

from handlers.markup import Html
from handlers.tongue import Tongue


def privacy_summary(t: Tongue) -> Html:
    return t.say("What I keep about you, and why")


def mydata_summary(t: Tongue) -> Html:
    return t.say("Get everything that is kept about you, as a file")


def forget_summary(t: Tongue) -> Html:
    return t.say("Have everything about you erased")


# A number that has no place here


def taken_out(t: Tongue) -> Html:
    """After a national number; never repeats anything of what was written."""
    return t.say(
        "There was a national identity number in what you sent, or something that reads like one. "
        "I took it out before anything was kept, and have not used the rest either. I delete your "
        "message here where I can; if you still see it, please delete it yourself. "
        "You are welcome to write it again without the number."
    )


# Five lines


def heading(t: Tongue) -> Html:
    return t.say("What I keep about you")


def kept(t: Tongue) -> Html:
    return t.say(
        "• Your name, your function if you told it, your team, and what you write and answer here. "
        "Please do not write about single persons."
    )


def readers(t: Tongue, *, alone: bool) -> Html:
    """Who can read a report; ``alone``: there are no teams."""
    if alone:
        return t.say("• A report that you deliver is read by the facilitators and the organisers.")
    return t.say(
        "• A report is read by your team, the facilitators and the organisers. It carries the "
        "team's name, not yours."
    )


def telegram(t: Tongue) -> Html:
    return t.say(
        "• All that is said here passes through Telegram, which is outside the EEA, and is not "
        "end-to-end encrypted."
    )


def how_long(t: Tongue) -> Html:
    return t.say(
        "• Your messages as they came are erased after 7 days, and mine to you after 30. The rest "
        "stays until you erase it, or those responsible erase the programme."
    )


def rights(t: Tongue) -> Html:
    return t.say("• /mydata sends you everything, and /forget erases it.")


def answers_for_it(t: Tongue, controller: str, contact: str) -> Html:
    return t.say("{controller} answers for it: {contact}.", controller=controller, contact=contact)


def not_set_up(t: Tongue) -> Html:
    """Where the programme does not say who answers for people's data."""
    return t.say(
        "This programme has not yet said who is responsible for your data, and on what legal "
        "ground it is used. Ask the organisers, and write nothing here that you would not show "
        "to anyone until they have."
    )


def read_all(t: Tongue) -> Html:
    """On the button that shows the full text."""
    return t.say("Read all of it")


# My data


def only_alone(t: Tongue) -> Html:
    return t.say("This is between you and me. Write it to me in a chat of our own.")


def data_is_coming(t: Tongue) -> Html:
    return t.say("I am collecting what is kept about you. The file comes here in a moment.")


def here_is_your_data(t: Tongue) -> Html:
    return t.say(
        "Here is everything that is kept about you. If your name or your function is wrong, tell "
        "the organisers; an answer you can change yourself, also after it was delivered. "
        "/privacy says what it is used for, and /forget erases it."
    )


def file_name(t: Tongue) -> Html:
    return t.say("mellom-my-data")


def nothing_held(t: Tongue) -> Html:
    """To somebody who has not joined."""
    return t.say(
        "You have not joined a programme, so I have neither a name nor any answers of yours. What "
        "you write to me is erased after 7 days, what I write to you after 30, and codes that did "
        "not work are remembered for two days. /forget erases what we have written at once."
    )


# Being forgotten


def ask_forget(t: Tongue) -> Html:
    return t.say("Shall I erase everything about you?")


def goes(t: Tongue) -> Html:
    return t.say(
        "This is erased at once: your name and your function, your place in the programme and your "
        "reminders, what you have written to me and I to you, what you have not delivered, aims "
        "and measures that are yours alone, and reflections with your name."
    )


def stays(t: Tongue) -> Html:
    return t.say(
        "This stays, without your name: reports that are delivered belong to the programme, and "
        "what you wrote in your team's report, or about its aims and measures, belongs to the "
        "team. An anonymous reflection stays too, since nobody can tell which one is yours."
    )


def messages_stay(t: Tongue) -> Html:
    """To organisers and facilitators."""
    return t.say("Messages that you have sent to many stay as well, without your name.")


def outside(t: Tongue) -> Html:
    return t.say(
        "This is out of my reach: the chat itself stays with Telegram until you delete it there, "
        "and a backup that was taken before stays until those who run Mellom delete it."
    )


def last_organiser(t: Tongue, programme: str) -> Html:
    return t.say(
        "You are the only organiser of {programme}. Without you nobody can see its reports here "
        "or send messages to everyone. Let somebody else join as an organiser first, if you can.",
        programme=programme,
    )


def yes_forget(t: Tongue) -> Html:
    return t.say("Yes, erase everything about me")


def no_forget(t: Tongue) -> Html:
    return t.say("No, keep it")


def not_forgotten(t: Tongue) -> Html:
    return t.say("Good. Everything is as it was.")


def goodbye(t: Tongue) -> Html:
    """The last word; it holds no name, and is not kept either."""
    return t.say(
        "Now everything about you is erased, and I shall not write to you again. To be rid of this "
        "chat too, delete it in Telegram. If you change your mind one day, you are welcome with a "
        "new code or the link from your organisers. Thank you for taking part!"
    )


def goodbye_stranger(t: Tongue) -> Html:
    return t.say(
        "I do not know you, and what we have written here is erased now. Only codes that did not "
        "work are remembered, for two days at most, so that nobody can go on guessing."
    )
