"""Every sentence of the web pages that is no answer in a conversation."""

from dataclasses import dataclass

from handlers.markup import Html
from handlers.tongue import Tongue


@dataclass(frozen=True, slots=True)
class Wrong:
    """What is wrong, and what to do about it."""

    title: Html
    advice: Html


def to_content(t: Tongue) -> Html:
    return t.say("To the content")


def pages(t: Tongue) -> Html:
    """What the list of links at the top is called to those who hear it."""
    return t.say("Pages")


def conversation(t: Tongue) -> Html:
    return t.say("Conversation")


def overview(t: Tongue) -> Html:
    """The organisers' page."""
    return t.say("Overview")


def devices(t: Tongue) -> Html:
    return t.say("Sign-ins")


def to_the_conversation(t: Tongue) -> Html:
    return t.say("To the conversation")


# The conversation


def what_this_is(t: Tongue) -> Html:
    return t.say(
        "Here you talk with Mellom, the assistant of your programme. What you deliver can be read "
        "by your team, the organisers and the facilitators."
    )


def in_your_own_time(t: Tongue) -> Html:
    return t.say("You do not have to answer in your spare time.")


def how_long(t: Tongue) -> Html:
    return t.say(
        "Your messages stand here for 7 days and mine for 30. What is delivered stays in the "
        "reports."
    )


def about_the_page(t: Tongue) -> Html:
    return t.say("About this page")


def what_is_kept(t: Tongue) -> Html:
    return t.say("What is kept about you")


def sign_out(t: Tongue) -> Html:
    return t.say("Sign out")


def earlier(t: Tongue) -> Html:
    return t.say("Show earlier messages")


def nothing_yet(t: Tongue) -> Html:
    return t.say("There is nothing here yet. Write «hi» below, and I tell you what I can do.")


def you(t: Tongue) -> Html:
    """Before what they wrote, to those who hear the page."""
    return t.say("You:")


def change(t: Tongue) -> Html:
    return t.say("Change")


def what_you_wrote(t: Tongue) -> Html:
    """On the field in which an own message is changed, to those who hear the page."""
    return t.say("What you wrote")


def save(t: Tongue) -> Html:
    return t.say("Save")


def edited(t: Tongue) -> Html:
    return t.say("changed")


def gone(t: Tongue) -> Html:
    """In the place of a message whose words are kept nowhere."""
    return t.say(
        "What stood here is kept nowhere. Write the same command once more to see it again."
    )


def sent_file(t: Tongue, name: str) -> Html:
    return t.say("File: {name}", name=name)


def picture_of(t: Tongue, name: str) -> Html:
    """What a picture is, to those who do not see it."""
    return t.say("Picture: {name}", name=name)


def coming(t: Tongue) -> Html:
    return t.say("The answer is on its way.")


def look_again(t: Tongue) -> Html:
    return t.say("See what is new")


def moved_on(t: Tongue) -> Html:
    return t.say("That button is gone: the conversation has moved on. Here is where it stands.")


def menu(t: Tongue) -> Html:
    return t.say("Menu")


def write_here(t: Tongue) -> Html:
    return t.say("Your message")


def no_names(t: Tongue) -> Html:
    return t.say("Write nothing about single persons or patients.")


def attach(t: Tongue) -> Html:
    return t.say("Attach a file")


def file_to_send(t: Tongue) -> Html:
    return t.say("File, at most 20 MB")


def send(t: Tongue) -> Html:
    return t.say("Send")


def not_sent(t: Tongue) -> Html:
    """Where the network failed; the text stands in the form still."""
    return t.say("That was not sent. Your text is still here: try once more.")


def signed_out_there(t: Tongue) -> Html:
    return t.say("You are signed out here. Copy your text before you leave the page.")


def parted(t: Tongue) -> Html:
    return t.say("Goodbye")


def no_longer_here(t: Tongue) -> Html:
    """Where the last word itself is not remembered any longer."""
    return t.say("You are signed out here.")


# What goes wrong


def error(t: Tongue, status: int) -> Wrong:
    """What is said where a page cannot be shown."""
    match status:
        case 403:
            return Wrong(
                t.say("That did not come from this page"),
                t.say("Open the page anew and try again. Nothing was changed."),
            )
        case 404:
            return Wrong(
                t.say("There is nothing here"),
                t.say("The address may be misspelt, or what was here is gone."),
            )
        case 405:
            return Wrong(
                t.say("That cannot be done here"), t.say("Go to the conversation and try there.")
            )
        case 408 | 400:
            return Wrong(
                t.say("That did not come all the way"),
                t.say("The connection may be slow. Go back and try again."),
            )
        case 409:
            return Wrong(
                t.say("That button is gone"),
                t.say("The conversation has moved on. Go to it to see where things stand."),
            )
        case 411 | 413:
            return Wrong(
                t.say("That is too large"),
                t.say("A file may hold 20 MB, and a message 16,000 characters."),
            )
        case 429:
            return Wrong(
                t.say("That was many at once"), t.say("Wait a minute, and then try again.")
            )
        case _:
            return Wrong(
                t.say("Something went wrong on our side"),
                t.say("What you sent may have arrived. Go to the conversation and see."),
            )
