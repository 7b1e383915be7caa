"""The same in Norwegian: of teams that give new staff a safe start."""

from bot.demo.lived_words import Sought, TeamWords, Tried, Words
from storage.records import AimState

_PARTLY: tuple[AimState, ...] = ("under-way", "partly")

WORDS = Words(
    teams=(
        TeamWords(
            aims=(
                Sought("Alle nye har en navngitt fadder før første vakt", ("under-way",)),
                Sought("Færre slutter det første halve året", ("under-way",)),
            ),
            tried=(
                Tried("Fadder på samme rute de tre første ukene", 0, ("under-way",)),
                Tried("Ringe alle nye en uke før de begynner", 0, ("under-way",)),
                Tried(
                    "Samtale etter to og seks uker",
                    1,
                    ("slow",),
                    "Samtalene ryker når det mangler folk på vakt.",
                ),
            ),
            learnt=(
                (
                    "De nye husker lite fra en hel opplæringsdag. Når de går sammen med fadderen "
                    "på de samme rutene, tør de å spørre."
                ),
            ),
            step=3,
            rooted=1,
            hindered=(1, 3),
            many=4,
            wanted="Hvordan får dere satt av tid til samtalene når turnusen er stram?",
            helped="Sykehjemmet i Havnes har lagt samtalene inn i overlappingen på onsdager, en "
            "halvtime, med egen kode i turnusen. Siri viser dere gjerne hvordan. Begynn med én "
            "gruppe i seks uker og se hva som skjer.",
        ),
        TeamWords(
            aims=(
                Sought("Nye er trygge på medisinrunden innen fire uker", _PARTLY),
                Sought("Alle nye blir spurt om hvordan det går", ("partly", "reached")),
            ),
            tried=(
                Tried("Sjekkliste for de ti første vaktene", 0, ("under-way", "done")),
                Tried(
                    "Medisinrunden sammen med en erfaren fire ganger", 0, ("under-way", "under-way")
                ),
                Tried("Samtale i overlappingen hver onsdag", 1, ("under-way", "done")),
            ),
            learnt=(
                "At listen må være kort. Den første var på tre sider, og ingen fylte den ut.",
                (
                    "Nå som samtalen står i turnusen, blir den av. De nye sier fra tidligere når "
                    "noe er vanskelig, og vi rekker å gjøre noe med det."
                ),
            ),
            step=4,
            rooted=0,
            hindered=(0,),
            many=6,
        ),
        TeamWords(
            aims=(Sought("Nye kjenner beboerne før de går alene på vakt", ("under-way",)),),
            tried=(
                Tried("Bli kjent-ark for hver beboer", 0, ("under-way",)),
                Tried(
                    "To opplæringsvakter til, også for vikarer",
                    0,
                    ("slow",),
                    "Budsjettet dekker bare faste ansatte.",
                ),
            ),
            learnt=(
                "Beboerne merker det med en gang når den nye vet hva de liker til frokost.",
                "Vi har skrevet arkene sammen med beboerne. Det ble fine samtaler av det.",
            ),
            step=2,
            rooted=1,
            hindered=(2, 3),
            many=3,
        ),
        TeamWords(
            aims=(
                Sought("Ingen kjører alene den første uka", ("under-way", "partly")),
                Sought("Nye vet hvem de kan ringe, også på kveld og natt", ("partly", "reached")),
            ),
            tried=(
                Tried("Egen liste for opplæring i hver bil", 0, ("under-way", "under-way")),
                Tried("Bakvakt med navn og bilde på veggen", 1, ("under-way", "done")),
                Tried(
                    "Nattevakt med mentor den første helga",
                    1,
                    ("not-started", "slow"),
                    "Vi har bare to faste på natt.",
                ),
            ),
            learnt=(
                (
                    "De fleste ringer ikke fordi de er redde for å forstyrre. Vi måtte si det "
                    "flere ganger: ring."
                ),
                (
                    "Da bakvakten fikk navn og bilde, gikk det fra én til ni telefoner på en "
                    "måned. Det er bra."
                ),
            ),
            step=3,
            rooted=0,
            hindered=(1,),
            many=5,
        ),
        TeamWords(
            aims=(Sought("Felles velkomst for alle tre avdelingene", ("not-started",)),),
            tried=(
                Tried("Velkomstdag den første mandagen i måneden", 0, ("not-started",)),
                Tried("Mappe med det viktigste på én side", 0, ("under-way",)),
            ),
            learnt=(
                "Vi spurte fem nytilsatte. Alle sa at de sto alene i garderoben den første dagen.",
            ),
            step=2,
            rooted=2,
            hindered=(0, 3),
            many=2,
        ),
        TeamWords(
            aims=(
                Sought("Mentor til alle nye, også lærlinger og vikarer", ("under-way", "partly")),
            ),
            tried=(
                Tried("Kurs for mentorer, to ettermiddager", 0, ("under-way", "done")),
                Tried(
                    "Mentor og ny på samme turnus i seks uker",
                    0,
                    ("slow", "under-way"),
                    "Turnusen var lagt til påske.",
                ),
            ),
            learnt=(
                "Vi trodde at vi hadde mentorer. De visste det ikke selv.",
                "Sju har gått kurset. Det beste var å øve på samtalen, ikke teorien.",
            ),
            step=4,
            rooted=0,
            hindered=(1,),
            many=7,
        ),
        TeamWords(
            aims=(Sought("De som flytter hit for jobben, blir boende", ("under-way",)),),
            tried=(
                Tried("Vertsfamilie fra bygda for tilflyttere", 0, ("under-way",)),
                Tried("Skyss til og fra flyet den første dagen", 0, ("done",)),
            ),
            learnt=(
                "Det er ikke jobben de slutter på grunn av. Det er kveldene.",
                "Koret og idrettslaget er med nå. To av de nye har begynt å spille fotball.",
            ),
            step=3,
            rooted=0,
            hindered=(3,),
            many=2,
        ),
        TeamWords(
            aims=(Sought("Språkstøtte på vakt for dem som lærer norsk", ("under-way",)),),
            tried=(
                Tried("Språkvenn på hver avdeling", 0, ("under-way",)),
                Tried(
                    "Ordliste med bilder til stell og måltid",
                    0,
                    ("slow",),
                    "Vi har bare fått ferdig to av seks sider.",
                ),
            ),
            learnt=(
                (
                    "Når vi snakker saktere med de nye, snakker vi saktere med de gamle også. Det "
                    "har alle godt av."
                ),
            ),
            step=3,
            rooted=1,
            hindered=(0, 1),
            many=3,
        ),
        TeamWords(
            aims=(Sought("Nye har fått opplæring i velferdsteknologien", _PARTLY),),
            tried=(
                Tried(
                    "Ein time med tryggleiksalarmane i den fyrste veka", 0, ("under-way", "done")
                ),
                Tried(
                    "Superbrukar på kvar vakt", 0, ("slow", "under-way"), "Vi er for få på helg."
                ),
            ),
            learnt=(
                "Dei nye lærer fort. Det er vi andre som må øve.",
                (
                    "Etter at vi tok den eine timen med alarmane, har ingen ringt teknisk vakt om "
                    "natta."
                ),
            ),
            step=4,
            rooted=0,
            hindered=(3,),
            many=2,
        ),
        TeamWords(
            aims=(Sought("Lederen møter alle nye den første dagen", ("under-way",)),),
            tried=(
                Tried("Fast plass i kalenderen klokka åtte", 0, ("under-way",)),
                Tried("Fast spørsmål på personalmøtet: hvordan går det?", 0, ("under-way",)),
            ),
            learnt=("Ti minutter med lederen er det de nye husker best.",),
            step=3,
            rooted=0,
            hindered=(0,),
            many=1,
        ),
        TeamWords(
            aims=(Sought("Sommervikarene kommer tilbake neste år", ("not-started",)),),
            tried=(
                Tried("Ringe vikarene i januar", 0, ("not-started",)),
                Tried("Fast ansatt som vikarene kan spørre", 0, ("under-way",)),
            ),
            learnt=("Halvparten av vikarene i fjor sa at ingen hadde spurt om de ville tilbake.",),
            step=2,
            rooted=1,
            hindered=(0, 2),
            many=0,
        ),
        TeamWords(
            aims=(
                Sought("Nye får én plan for de tre første månedene", ("under-way", "partly")),
                Sought("Tillitsvalgt møter alle nye", ("partly", "reached")),
            ),
            tried=(
                Tried("Plan på én side, gått gjennom den første dagen", 0, ("under-way", "done")),
                Tried("Kaffe med tillitsvalgt i den første uka", 1, ("under-way", "under-way")),
                Tried("Evaluering etter tre måneder", 0, ("not-started", "under-way")),
            ),
            learnt=(
                (
                    "En plan som ikke blir brukt, er verre enn ingen plan. Vi begynte på nytt med "
                    "én side."
                ),
                "De nye kommer selv og spør om neste punkt på planen. Da virker den.",
            ),
            step=4,
            rooted=0,
            hindered=(4,),
            many=3,
        ),
    ),
    taken=(
        (
            "At vi er flere som strever med det samme.",
            "Å spørre de nytilsatte først, og lage planen etterpå.",
            "Historien om den tomme garderoben. Den skal jeg fortelle hjemme.",
            "At lederen må være med fra dag én.",
            "To delmål er nok. Vi hadde ni.",
            "Mot til å ta det opp på personalmøtet.",
            "Vi har snakket mye om rekruttering og lite om den første uka.",
            "Ta med tillitsvalgt hjem til første møte. Hun hadde de beste spørsmålene.",
            "Lista over hva andre har prøvd før oss.",
            "Trygg er ikke det samme som ferdig opplært.",
        ),
        (
            "Lapper med «dette prøvde vi, dette skjedde». Enkelt og godt.",
            "Å prøve i liten skala først, på én avdeling.",
            "At det går an å måle med tre streker på en tavle.",
            "Velkomstdagen i Elvvik, den stjeler vi.",
            "Å si høyt at noe går tregt. Ingen lo.",
            "At de nye må få være med på å bestemme hva vi måler.",
            "Navn på to i andre kommuner som jeg kan ringe.",
            "Vi er kommet lenger enn jeg trodde.",
            "At turnusen er et verktøy og ikke bare et hinder.",
        ),
        (
            "Samtalen er det viktigste verktøyet vi har.",
            "Å velge mentorer som har lyst, ikke bare dem som har tid.",
            "At de som sluttet, også har noe å lære oss.",
            "En avtale med nabokommunen om felles mentorkurs.",
            "Lederen min var med, og det merkes.",
        ),
    ),
    better=(
        "Mer tid i eget team.",
        "Litt færre innlegg, litt flere pauser.",
        "",
        "",
        "Gjerne bord på tvers av kommunene.",
        "",
        "Send ut oppgaven litt før.",
        "",
        "La en nytilsatt fortelle selv.",
    ),
)
