"""Programme files with one fault each, and the sentence that it is told in."""

TOP = 'schema = 1\nid = "p"\nname = "P"\n'
SAMLING = '[[milestone]]\nid = "s1"\nkind = "samling"\ntitle = "Introduksjon"\n'


def question(body: str) -> str:
    return f'{TOP}[report]\ndays_before = 7\n[[report.question]]\nkey = "a"\nask = "?"\n{body}\n'


def samling(more: str, rest: str = "", when: str = "2022-09-01") -> str:
    return f'{TOP}{SAMLING}when = "{when}"\n{more}\n{rest}'


def sign_up(body: str) -> str:
    return f"{TOP}[samling.sign_up]\ndays_before = 21\n{body}\n"


SIGN_UP = "[samling.sign_up]\ndays_before = 21\n"
REPORT = '[report]\ndays_before = 7\nmeasures = true\nbefore = ["s1"]\n'
TEAM = '[teams]\nfunctions = ["leder"]\n[[team]]\nid = "senja"\nname = "Senja"\n'


def score(labels: str) -> str:
    return f"{TOP}[report]\ndays_before = 7\nmeasures = true\n[report.score.labels]\n{labels}\n"


ONE_COMPLAINT = [
    (TOP + SAMLING + 'language = "nb"', ("gathering 1 («Introduksjon»): “language” belongs at the "
     "top of the file; move it above the first line with [ ]")),
    (TOP.replace("1", "2"), "“schema”: schema 2 is not known to this Mellom; write schema = 1"),
    (TOP.replace("schema = 1\n", ""), ("“schema” is missing; write schema = 1 at the top of the "
     "file")),
    (TOP + '[milestone]\nid = "a"', ("“milestone” must be a list of tables; "
     "write it with [[milestone]]")),
    (TOP + "[[teams]]", ("the rules for teams: “teams” must be a table; write it with single "
     "brackets, [teams]")),
    (TOP + "[teams]\nsize = 3", ("the rules for teams: “teams.size” must be a table; "
     "write it with single brackets, [teams.size]")),
    (TOP + "[teams]\nsize = { min = 7, max = 3 }", ("the rules for teams: max (3) is less than min "
     "(7); swap them")),
    (TOP + '[teams]\nfunctions = ["HR", "HR"]', ("the rules for teams: “HR” is in the list twice; "
     "take one out")),
    (TOP + "[report]\ndays_before = 0\nmeasures = true", ("the report, “days_before”: 0 is too "
     "little; write 1 or more")),
    (TOP + '[report]\ndays_before = "7"\nmeasures = true', ("the report, “days_before”: “7” is not "
     "a whole number; write it in digits, without quotation marks")),
    (TOP + "[report]\ndays_before = 7", ("the report: nothing is asked here; write at least "
     "one question under [[report.question]]")),
    (TOP + "[report]\ndays_before = 7\nmeasures = true\nattachments = 1", ("the report, "
     "“attachments”: “1” is neither true nor false; write true or false")),
    (score("6 = 'x'"), ("the report: “labels” names 6, which is no step from 0.5 to 5.0 in halves; "
     'write for instance "2.5"')),
    (score('"2,5" = "x"'), ("the report: “labels” names 2,5, which is no step from 0.5 to 5.0 in "
     'halves; write for instance "2.5"')),
    (score('"2.5" = ""'), ("the report, “labels”: the text is empty; write something, or take the "
     "key out")),
    (score("2 = 'x'\n'2.0' = 'y'"), ("the report, “labels”: “2.0” is in the list twice; take one "
     "out")),
    (TOP + "[report]\ndays_before = 7\nmeasures = true\nscore = { labels = 'x' }", ("the report: "
     "“report.score.labels” must be a table; write it with single brackets, "
     "[report.score.labels]")),
    (question('kind = "text"').replace('"a"', '"-a"'), ("question 1 in the report, “key”: “-a” "
     "begins with a hyphen, as Mellom's own keys do; begin with a letter or a digit")),
    (TOP + "[reflection]", ("the reflection: nothing is asked here; write at least one "
     "question under [[reflection.question]]")),
    (TOP + SAMLING.replace("samling", "frist") + '[report]\ndays_before = 7\nmeasures = true\n'
     'before = ["s1"]', ("the report: “before” names “s1”, which is a deadline; "
     "write the id of a gathering")),
    (TOP + SAMLING + 'when = "2022-03-27T02:30"', ("gathering 1 («Introduksjon»): "
     "“2022-03-27T02:30” does not exist: the clock is put forward that night; "
     "choose another time")),
    (TOP + SAMLING + 'when = "2022-09-01T12:00/2022-09-02T13:00"\n[[milestone.agenda]]\n'
     'at = "2022-09-02T13:01"\nwhat = "Hjem"', ("gathering 1 («Introduksjon»), agenda item 1: "
     "2022-09-02T13:01 is outside 2022-09-01T12:00/2022-09-02T13:00; change one of them")),
    (TOP + SAMLING + 'when = "2022-09-01"\n[[milestone.agenda]]\nat = "2022-09-02T13:01"\n'
     'what = "Hjem"', ("gathering 1 («Introduksjon»), agenda item 1: 2022-09-02T13:01 is outside "
     "2022-09-01; change one of them")),
    (TOP + SAMLING.replace("samling", "workshop"), ("milestone 1 («Introduksjon»), “kind”: "
     "“workshop” is not known here; write one of samling, modul, fase, frist")),
    (TOP + SAMLING + 'note = { en = "Bring a pen" }', ("gathering 1 («Introduksjon»): “note” has "
     "no text in nb, the programme's own language; add one")),
    (TOP + SAMLING + 'note = { nb = "A", de = "B" }', ("gathering 1 («Introduksjon»), “note”: “de” "
     "is not a language here; write nb, nn or en")),
    (TOP + SAMLING + 'link = "kommune.no"', ("gathering 1 («Introduksjon»), “link”: “kommune.no” "
     "is not a link; write the whole address, from https://")),
    (TOP + '[reminders]\npauses = ["2023-07"]', ("the reminders, “pauses”, number 1: “2023-07” is "
     "not a span of days; write for instance 2023-07-03/2023-07-30")),
    (TOP + '[reminders]\nquiet = { from = "08:00", to = "08:00" }', ("the reminders: “quiet” is "
     "from 08:00 to 08:00, all day; make them differ")),
    (question('kind = "text"\nhelp = true'), ("question 1 in the report: “help” has no meaning in "
     "a question of kind text; take it out")),
    (question('kind = "choice"\noptions = ["Ja"]'), ("question 1 in the report: a question of kind "
     "choice needs at least two options; write for instance "
     'options = ["Ja", "Delvis", "Nei"]')),
    (question('kind = "choice"\noptions = ["Ja", "Ja"]'), ("question 1 in the report: “Ja” is in "
     "the list twice; take one out")),
    (question('kind = "choice"\noptions = [{key="a",text="A"},{key="a",text="B"}]'), ("question 1 "
     "in the report, option 2: “key” is “a”, and another has that already; give each its own")),
    (question('kind = "choice"\noptions = [{key="aaaaaaaaaaaaaaaaa",text="A"}, "B"]'), ("question "
     "1 in the report, option 1, “key”: “aaaaaaaaaaaaaaaaa” cannot be a key; write 1 to 16 small "
     "letters a–z, digits and hyphens")),
    (question('kind = "scale"\nmax = 99'), ("question 1 in the report: the scale is too long for "
     "buttons; write at most 11 steps")),
    (question('kind = "scale"\nmin = 0.5'), ("question 1 in the report: a scale has whole steps; "
     "write “min” and “max” as whole numbers")),
    (question('kind = "scale"\nlabels = { 6 = "X" }'), ("question 1 in the report: “labels” names "
     "6, which is no step of the scale from 1 to 5; mend it")),
    (samling('without = ["thanks"]', SIGN_UP), ("gathering 1 («Introduksjon»): “without” names "
     "“thanks”, which [samling] does not have; take it out")),
    (samling('without = ["thanks"]', "[samling]\nthanks = false\n"), ("gathering 1 "
     "(«Introduksjon»): “without” names “thanks”, which [samling] does not have; take it out")),
    (samling('without = ["sign_up"]', SIGN_UP).replace('"samling"', '"modul"'), ("module 1 "
     "(«Introduksjon»): “without” is for a gathering, and this is none; take it out")),
    (samling('without = ["takk"]', SIGN_UP), ("gathering 1 («Introduksjon»), “without”, number 1: "
     "“takk” is not known here; write one of hold_date, sign_up, practicalities, presence, "
     "thanks")),
    (samling('without = ["sign_up", "sign_up"]', SIGN_UP), ("gathering 1 («Introduksjon»): "
     "“sign_up” is in the list twice; take one out")),
    (samling('concerns = { teams = ["senja", "dyroy"] }', TEAM), ("gathering 1 («Introduksjon»), "
     "“concerns”: no team has the id “dyroy”; write the id of a team")),
    (samling('concerns = { functions = ["leder", { nb = "mentor" }] }', TEAM), ("gathering 1 "
     "(«Introduksjon»), “concerns”: no team has the function “mentor”; write one of “functions” "
     "under [teams]")),
    (samling('concerns = { team = ["senja"] }', TEAM), ("gathering 1 («Introduksjon»), “concerns”: "
     "unknown key “team”; did you mean “teams”?")),
    (samling("concerns = { teams = [1] }", TEAM), ("gathering 1 («Introduksjon»), “concerns”, "
     "“teams”, number 1: “1” cannot be an id; write 1 to 40 small letters a–z, digits and "
     "hyphens")),
    (samling('sign_up_by = "2022-08-12"'), ("gathering 1 («Introduksjon»): “sign_up_by” is the "
     "deadline of a sign-up that nobody is asked for; write [samling.sign_up], or take it out")),
    (samling('sign_up_by = "2022-08-12"\nwithout = ["sign_up"]', SIGN_UP), ("gathering 1 "
     "(«Introduksjon»): “sign_up_by” is the deadline of a sign-up that nobody is asked for; write "
     "[samling.sign_up], or take it out")),
    (samling('sign_up_by = "2022-08-12"', SIGN_UP).replace('"samling"', '"fase"'), ("phase 1 "
     "(«Introduksjon»): “sign_up_by” is the deadline of a sign-up that nobody is asked for; write "
     "[samling.sign_up], or take it out")),
    (samling('sign_up_by = "2022-09-01"', SIGN_UP), ("gathering 1 («Introduksjon»): “sign_up_by” "
     "is 2022-09-01, and that is not before the first day, 2022-09-01; write an earlier day")),
    (samling("sign_up_by = 2022-09-03", SIGN_UP), ("gathering 1 («Introduksjon»): “sign_up_by” "
     "is 2022-09-03, and that is not before the first day, 2022-09-01; write an earlier day")),
    (samling('sign_up_by = "2022-08-12"', SIGN_UP, "2022-09"), ("gathering 1 («Introduksjon»): "
     "“sign_up_by” needs a day to come before; set it in “when”, or take it out")),
    (samling('sign_up_by = "2022-08"', SIGN_UP), ("gathering 1 («Introduksjon»), “sign_up_by”: "
     "“2022-08” is not a day; write for instance 2023-08-25")),
    (samling('report_by = "2022-08-25"'), ("gathering 1 («Introduksjon»): “report_by” is the "
     "deadline of a report that is not asked for here; see “before” under [report], or take it "
     "out")),
    (samling('report_by = "2022-08-25"', REPORT.replace('before = ["s1"]', "")), ("gathering 1 "
     "(«Introduksjon»): “report_by” is the deadline of a report that is not asked for here; see "
     "“before” under [report], or take it out")),
    (samling('report_by = "2022-09-02"', REPORT), ("gathering 1 («Introduksjon»): “report_by” is "
     "2022-09-02, and that is not before the first day, 2022-09-01; write an earlier day")),
    (samling('report_by = "2022-08-25"', REPORT, ""), ("gathering 1 («Introduksjon»): "
     "“report_by” needs a day to come before; set it in “when”, or take it out")),
    (samling('report_by = "2022-08-25"', REPORT, "2022-13"), ("gathering 1 («Introduksjon»): "
     "“2022-13” is not a valid month; write year and month, such as 2022-12")),
    (samling("cancelled = 1"), ("gathering 1 («Introduksjon»), “cancelled”: “1” is neither true "
     "nor false; write true or false")),
    (TOP + "[samling]\nsign_up = true", ("around the gatherings, “sign_up”: “days_before” is "
     "missing; write for instance days_before = 21")),
    (TOP + "[samling]\nthanks = 1", ("around the gatherings: “samling.thanks” must be a table; "
     "write it with single brackets, [samling.thanks]")),
    (TOP + "[samling]\nsignup = true", ("around the gatherings: unknown key “signup”; did you "
     "mean “sign_up”?")),
    (TOP + "samling = true", ("around the gatherings: “samling” must be a table; "
     "write it with single brackets, [samling]")),
    (sign_up('meals = ["lunch", "lunch"]'), ("around the gatherings, “sign_up”: “lunch” is in the "
     "list twice; take one out")),
    (sign_up('meals = ["lunsj"]'), ("around the gatherings, “sign_up”, “meals”, number 1: “lunsj” "
     "is not known here; write one of lunch, dinner")),
    (sign_up("ask_days_before = [7, 2, 7]"), ("around the gatherings, “sign_up”: “7” is in the "
     "list twice; take one out")),
    (sign_up('allergies = "skjema.no"'), ("around the gatherings, “sign_up”, “allergies”: "
     "“skjema.no” is not a link; write the whole address, from https://")),
    (TOP + '[samling.practicalities]\nbefore = "2 days"', ("around the gatherings, "
     "“practicalities”, “before”: “2 days” is not a number of days; write for instance 7, or "
     "“2 working days”")),
    (TOP + '[reminders]\nreport_days_after = ["2 working days", "2 working days"]', ("the "
     "reminders: “2 working days” is in the list twice; take one out")),
    (TOP + "[reminders]\ndate_months_before = [6, 6]", ("the reminders: “6” is in the list twice; "
     "take one out")),
    (TOP + "[reminders]\nmodule_days_before = [0]", ("the reminders, “module_days_before”, "
     "number 1: “0” is not a number of days; write for instance 7, or “2 working days”")),
    (TOP + "[reminders.off]\ncommon_holiday = [28, 29, 28]", ("the reminders, “off”: “28” is in "
     "the list twice; take one out")),
    (TOP + f"[reminders.off]\ncommon_holiday = {list(range(1, 14))}", ("the reminders, “off”: "
     "these are too many weeks; name 12 or fewer")),
    (TOP + "[reminders.off]\ncommon_holiday = [54]", ("the reminders, “off”, “common_holiday”, "
     "number 1: 54 is too much; write 53 or less")),
    (question(""), 'question 1 in the report: “kind” is missing; write for instance kind = "text"'),
    ("schema = 1\nid = p", ("line 2: there is no valid value here; "
     "texts and dates stand between quotation marks")),
    ("schema = 1\n\nschema = 2", "line 3: this key or table stands twice; take one of them out"),
    ('schema = 1\nname = "P\n', ("line 2: a text begins here and never ends; "
     "write the missing quotation mark")),
    ("schema = 1\nname\n", ("line 2: this cannot be read as TOML; look for a missing quotation "
     "mark, bracket or = here or on the line above")),
    ("schema = [1,", ("line 1: there is no valid value here; "
     "texts and dates stand between quotation marks")),
]  # fmt: skip
