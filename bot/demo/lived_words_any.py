"""The same for any other programme: of teams that try something new at work, in two languages."""

from bot.demo.lived_words import Sought, TeamWords, Tried, Words

_BOKMAL = Words(
    teams=(
        TeamWords(
            aims=(Sought("Alle på avdelingen kjenner planen", ("under-way",)),),
            tried=(
                Tried("Ti minutter på hvert personalmøte", 0, ("under-way",)),
                Tried(
                    "Tavle med det vi prøver denne uka",
                    0,
                    ("slow",),
                    "Den blir stående når det er travelt.",
                ),
            ),
            learnt=("Vi får med flere når vi spør hva de ville ha prøvd, enn når vi informerer.",),
            step=3,
            rooted=1,
            hindered=(0, 1),
            many=4,
            wanted="Hvordan får dere med dem som jobber kveld og natt?",
            helped="Andre team har lagt en fast kvarter i overlappingen og latt nattevaktene velge "
            "det første tiltaket. Prøv det i fire uker, så tar vi en prat etterpå.",
        ),
        TeamWords(
            aims=(Sought("Rutinen er i bruk på alle vakter", ("under-way", "partly")),),
            tried=(
                Tried("Sjekkliste på én side", 0, ("under-way", "done")),
                Tried("To som minner de andre på det", 0, ("under-way", "under-way")),
            ),
            learnt=(
                "Det må være enkelt. Alt som tar mer enn to minutter, blir ikke gjort.",
                "Da listen ble kort, ble den brukt.",
            ),
            step=4,
            rooted=0,
            hindered=(0,),
            many=6,
        ),
        TeamWords(
            aims=(Sought("Brukere og pårørende er med", ("under-way",)),),
            tried=(
                Tried("Spørre fem pårørende hva som er viktig", 0, ("done",)),
                Tried("Ta med en bruker på teammøtet", 0, ("not-started",)),
            ),
            learnt=("De spurte om helt andre ting enn vi trodde.",),
            step=2,
            rooted=1,
            hindered=(0, 3),
            many=3,
        ),
        TeamWords(
            aims=(Sought("Lederen følger opp hver måned", ("under-way", "partly")),),
            tried=(
                Tried("Fast punkt på ledermøtet", 0, ("under-way", "done")),
                Tried(
                    "Tall på én side, hver første mandag",
                    0,
                    ("slow", "under-way"),
                    "Tallene kommer for sent.",
                ),
            ),
            learnt=(
                "Når lederen spør, blir det gjort.",
                "Tre tall holder. Vi begynte med elleve.",
            ),
            step=3,
            rooted=0,
            hindered=(0,),
            many=5,
        ),
        TeamWords(
            aims=(Sought("Alle har fått opplæring", ("not-started",)),),
            tried=(
                Tried("Øve på hverandre, en halvtime i uka", 0, ("under-way",)),
                Tried("Film på fire minutter til vikarene", 0, ("not-started",)),
            ),
            learnt=("Vi må øve, ikke bare høre om det.",),
            step=2,
            rooted=2,
            hindered=(1, 3),
            many=2,
        ),
        TeamWords(
            aims=(Sought("Det vi har fått til, blir værende", ("under-way", "partly")),),
            tried=(
                Tried("Skrive det inn i opplæringen av nye", 0, ("under-way", "done")),
                Tried(
                    "To i hver turnus som har ansvar",
                    0,
                    ("slow", "under-way"),
                    "Turnusen var lagt.",
                ),
            ),
            learnt=(
                "Det står og faller på to personer. Det må vi gjøre noe med.",
                "Nå er vi seks som kan det. Det merkes i ferien.",
            ),
            step=4,
            rooted=0,
            hindered=(1,),
            many=7,
        ),
    ),
    taken=(
        (
            "At vi er flere som strever med det samme.",
            "Mot til å ta det opp på personalmøtet.",
            "To mål er nok. Vi hadde ni.",
            "Å spørre dem det gjelder, først.",
            "At lederen må være med fra dag én.",
            "Å begynne i det små.",
        ),
        (
            "Å prøve på én avdeling først.",
            "At det går an å måle med tre streker på en tavle.",
            "Vi er kommet lenger enn jeg trodde.",
            "En idé som vi stjeler med en gang.",
            "Lapper med «dette prøvde vi, dette skjedde».",
        ),
        (
            "Ro. Det tar den tiden det tar.",
            "Å feire det som virker.",
            "At det er lov å legge bort noe.",
            "Samtalen er det viktigste verktøyet vi har.",
        ),
    ),
    better=("Mer tid i eget team.", "", "Litt flere pauser.", "", "Gjerne bord på tvers.", ""),
)
_ENGLISH = Words(
    teams=(
        TeamWords(
            aims=(Sought("Everybody on the ward knows the plan", ("under-way",)),),
            tried=(
                Tried("Ten minutes at every staff meeting", 0, ("under-way",)),
                Tried(
                    "A board with what we try this week",
                    0,
                    ("slow",),
                    "It is left as it is when we are busy.",
                ),
            ),
            learnt=("More people join when we ask what they would have tried.",),
            step=3,
            rooted=1,
            hindered=(0, 1),
            many=4,
            wanted="How do you reach those who work evenings and nights?",
            helped="Other teams have set aside a quarter of an hour when the shifts meet, and let "
            "the night staff choose the first measure. Try it for four weeks, and let us talk.",
        ),
        TeamWords(
            aims=(Sought("The routine is in use on every shift", ("under-way", "partly")),),
            tried=(
                Tried("A checklist of one page", 0, ("under-way", "done")),
                Tried("Two who remind the others", 0, ("under-way", "under-way")),
            ),
            learnt=(
                "It must be simple. What takes more than two minutes is not done.",
                "When the list became short, it was used.",
            ),
            step=4,
            rooted=0,
            hindered=(0,),
            many=6,
        ),
        TeamWords(
            aims=(Sought("Patients and families take part", ("under-way",)),),
            tried=(
                Tried("Ask five families what matters", 0, ("done",)),
                Tried("Bring a patient to the team's meeting", 0, ("not-started",)),
            ),
            learnt=("They asked about quite other things than we thought.",),
            step=2,
            rooted=1,
            hindered=(0, 3),
            many=3,
        ),
        TeamWords(
            aims=(Sought("The manager follows up every month", ("under-way", "partly")),),
            tried=(
                Tried("A fixed point on the managers' agenda", 0, ("under-way", "done")),
                Tried(
                    "Figures on one page, every first Monday",
                    0,
                    ("slow", "under-way"),
                    "The figures come too late.",
                ),
            ),
            learnt=(
                "When the manager asks, it gets done.",
                "Three figures are enough. We began with eleven.",
            ),
            step=3,
            rooted=0,
            hindered=(0,),
            many=5,
        ),
    ),
    taken=(
        (
            "That we are not alone with this.",
            "The courage to bring it up at the staff meeting.",
            "Two aims are enough. We had nine.",
            "To ask those it is about, first.",
            "To begin small.",
        ),
        (
            "To try it on one ward first.",
            "That three marks on a board are a measurement.",
            "We have come further than I thought.",
            "An idea that we shall steal at once.",
            "Notes that say: this we tried, this happened.",
        ),
    ),
    better=("More time with our own team.", "", "A few more breaks.", ""),
)


def words_in(language: str) -> Words:
    """In English where the programme speaks it; else in bokmål."""
    return _ENGLISH if language == "en" else _BOKMAL
