"""The words of the template's examples, and of the questions that stand in it."""

from handlers.markup import Html
from handlers.tongue import Tongue


def name(t: Tongue) -> Html:
    return t.say("Learning network for a safe start")


def purpose(t: Tongue) -> Html:
    return t.say("New staff get a safe start, and want to stay.")


def ground(t: Tongue) -> Html:
    return t.say("The municipality's task of developing its services (GDPR article 6, 1 e)")


def retention(t: Tongue) -> Html:
    return t.say("Erased six months after the last gathering.")


def functions(t: Tongue) -> tuple[Html, Html, Html]:
    return t.say("manager"), t.say("union representative"), t.say("mentor")


def project_leader(t: Tongue) -> Html:
    return t.say("project leader")


def about_all(t: Tongue) -> Html:
    return t.say("the programme, and anything you wonder about")


def steering_group(t: Tongue) -> Html:
    return t.say("Steering group")


def first(t: Tongue) -> Html:
    return t.say("Getting to know each other")


def second(t: Tongue) -> Html:
    return t.say("From aims to measures")


def third(t: Tongue) -> Html:
    return t.say("What works with us")


def local_plan(t: Tongue) -> Html:
    return t.say("Local plan to the project leader")


def themes(t: Tongue) -> list[Html]:
    return [t.say("What makes a start safe?"), t.say("Support at home")]


def homework(t: Tongue) -> Html:
    return t.say("Ask five who are new how they were received.")


def lunch(t: Tongue) -> Html:
    return t.say("Lunch and registration")


def welcome(t: Tongue) -> Html:
    return t.say("Welcome, and who we are")


def team_one(t: Tongue) -> Html:
    return t.say("Havnes, home care")


def team_two(t: Tongue) -> Html:
    return t.say("Elvvik, health centre")


def ask_learnt(t: Tongue) -> Html:
    return t.say("What have you learnt since last time?")


def ask_anchored(t: Tongue) -> Html:
    return t.say("Does your manager stand behind the work?")


def answers(t: Tongue) -> list[Html]:
    return [t.say("Yes"), t.say("Partly"), t.say("Not yet")]


def ask_far(t: Tongue) -> Html:
    return t.say("How far do you feel that you have come?")


def just_begun(t: Tongue) -> Html:
    return t.say("just begun")


def all_the_way(t: Tongue) -> Html:
    return t.say("all the way")


def ask_help(t: Tongue) -> Html:
    return t.say("Do you need help from us now?")


def ask_takes(t: Tongue) -> Html:
    return t.say("What do you take with you?")
