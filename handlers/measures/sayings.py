"""What is said after a change, why one is not made, and what the history tells."""

from handlers.markup import Html
from handlers.tongue import Tongue

# After a change


def added(t: Tongue, wording: str) -> Html:
    return t.say("Added: «{wording}».", wording=wording)


def added_many(t: Tongue, count: int) -> Html:
    return t.many("{n} measure is added.", "{n} measures are added.", count)


def added_aims(t: Tongue, count: int) -> Html:
    return t.many("{n} aim is added.", "{n} aims are added.", count)


def there_already(t: Tongue) -> Html:
    return t.say("That stands here already.")


def now_stands(t: Tongue, wording: str, state: Html) -> Html:
    return t.say("«{wording}» is now: {state}.", wording=wording, state=state)


def stands_already(t: Tongue, wording: str, state: Html) -> Html:
    return t.say("«{wording}» stands like that already: {state}.", wording=wording, state=state)


def is_closed_now(t: Tongue, wording: str, state: Html) -> Html:
    """A button came after somebody closed it: nothing was changed."""
    return t.say(
        "«{wording}» has been closed meanwhile: {state}. Nothing was changed.",
        wording=wording,
        state=state,
    )


def reworded(t: Tongue, was: str, now: str) -> Html:
    return t.say("«{was}» now says «{now}».", was=was, now=now)


def meanwhile(t: Tongue, words: str) -> Html:
    """Somebody else changed the words while these were written."""
    return t.say(
        "Somebody had changed it to «{words}» meanwhile. Yours stands now, and the history keeps "
        "both.",
        words=words,
    )


def unchanged(t: Tongue) -> Html:
    return t.say("It says that already.")


def note_kept(t: Tongue) -> Html:
    return t.say("Thank you. The sentence stands with the measure.")


def due_set(t: Tongue, day: Html) -> Html:
    return t.say("The measure is {day}.", day=day)


def due_gone(t: Tongue) -> Html:
    return t.say("The measure has no due date now.")


def responsible_set(t: Tongue, function: str) -> Html:
    return t.say("Responsible now: {function}.", function=function)


def responsible_gone(t: Tongue) -> Html:
    return t.say("Nobody in particular is responsible now.")


def moved(t: Tongue, aim: str) -> Html:
    return t.say("The measure now belongs to «{aim}».", aim=aim)


def moved_away(t: Tongue) -> Html:
    return t.say("The measure belongs to no aim now.")


def aim_closed(t: Tongue, wording: str) -> Html:
    return t.say("The aim «{wording}» is closed. Its measures stay.", wording=wording)


def reopened(t: Tongue, wording: str) -> Html:
    return t.say("«{wording}» is open again.", wording=wording)


# Why not


def no_programme(t: Tongue) -> Html:
    return t.say("You are in no programme yet, so there are no measures.")


def no_measures(t: Tongue, programme: str) -> Html:
    return t.say("{programme} does not use aims and measures.", programme=programme)


def nobody_s(t: Tongue, *, alone: bool) -> Html:
    """Where there is nothing that the speaker may see; ``alone``: there are no teams at all."""
    if alone:
        return t.say("Aims and measures are each participant's own. Their reports tell of them.")
    return t.say("Aims and measures belong to the teams, and you are in none.")


def not_yours(t: Tongue) -> Html:
    return t.say("That belongs to a team that you are not in, so nothing was changed.")


def only_theirs(t: Tongue) -> Html:
    """To one who leads, and may look on."""
    return t.say("Only those of the team change this. This is how it stands.")


def gone(t: Tongue) -> Html:
    return t.say("That is no longer here, so nothing was changed.")


def is_given(t: Tongue) -> Html:
    return t.say("The programme has set this aim, so its words stay. You can tell how it goes.")


def full_of_measures(t: Tongue, most: int) -> Html:
    return t.say(
        "There are {most} open measures, and there is room for no more. Close one that is done "
        "or put away, and try again.",
        most=most,
    )


def full_of_aims(t: Tongue, most: int) -> Html:
    return t.say(
        "There are {most} open aims, and there is room for no more. Close one, and try again.",
        most=most,
    )


def in_private(t: Tongue) -> Html:
    return t.say("This is between you and me. Write it to me in a chat of our own.")


# History


def change(t: Tongue, day: str, what: Html, who: object) -> Html:
    return t.say("{day}: {what} ({who})", day=day, what=what, who=who)


def former_member(t: Tongue) -> Html:
    return t.say("a former member")


def member(t: Tongue) -> Html:
    """A member who never told a name."""
    return t.say("a member")


def the_programme(t: Tongue) -> Html:
    return t.say("the programme")


def was_added(t: Tongue, wording: str) -> Html:
    return t.say("added: «{wording}»", wording=wording)


def from_to(t: Tongue, what: Html, was: object, now: object) -> Html:
    return t.say("{what}: {was} → {now}", what=what, was=was, now=now)


def words(t: Tongue) -> Html:
    return t.say("words")


def state(t: Tongue) -> Html:
    return t.say("state")


def sentence(t: Tongue) -> Html:
    return t.say("sentence")


def aim(t: Tongue) -> Html:
    return t.say("aim")


def due(t: Tongue) -> Html:
    return t.say("due date")


def responsible(t: Tongue) -> Html:
    return t.say("responsible")


def was_closed(t: Tongue) -> Html:
    return t.say("closed")


def was_reopened(t: Tongue) -> Html:
    return t.say("reopened")


def none(t: Tongue) -> Html:
    """In place of what was not there."""
    return t.say("not set")
