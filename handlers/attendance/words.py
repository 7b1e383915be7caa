"""The 256 words that code words begin with: plain, without æ, ø and å, and hard to misread.

None ends in a letter that could be a digit, and none is said with a number every day (buss, bord).
"""

WORDS: tuple[str, ...] = tuple(
    """
    agurk avis bakke ballong bamse banan bank beker bekk belte benk berg bever bille bjelke
    bjerk blyant bolle bolt bregne brev bris brus brygge bue bukk bukse busk dans drage dugg
    dukke dusj dyne einer elv eng eple erle fane farge fasan fele ferje fiolin fisk fjord flagg
    flaske flis flue foss frakk frost frukt furu gardin gaupe geit genser gitar glass gran grein
    gren gress gris grotte gryte gulrot gulv hage hale hammer hanske hare harpe hatt hav hegre
    hest hjelm hjerte hjort holme horn humle hund hvete hyse hytte jakke jerv jord kaffe kajakk
    kake kalv kamera kanin kanne kart kasse katt kikkert kiste kjele kjelke kjeller kjole klokke
    klubb knapp knute kompass kopp kost krabbe krage krone krukke kurv kvern kyst laks lampe
    larve lefse lerke lind luft lykt lyng magnet maske maur meise melk melon mose multe musling
    mutter mynt myr nebb nepe nese nett nisse nype odde okse osp oter padde pakke palme panne
    park peis penn perle pinne pipe planke plate plomme plysj potet pumpe purre pute ramme ravn
    regn rein reke ring rips rogn rose rute rygg rype saft salat salt sang sekk selje seng sild
    skip skive skje skjorte skog sky slede slott smed snor sofa sokker spade spark spiker spurv
    stein stige stork storm strand stubbe stue sukker sund suppe svane sverd tang tann tavle
    telt teppe terne tind tjern tomat topp torden torsk traktor trapp tromme trompet trost tunge
    ugle urne valp vann varde vater vegg vekt veps veranda vest vidde vind vindu vinge vogn vott
    """.split()
)
