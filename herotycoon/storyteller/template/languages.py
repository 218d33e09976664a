"""The families of languages: syllables chosen by ear, so that any head goes with any tail."""

from typing import Final

from herotycoon.storyteller.template.phonology import Phonology


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


def _family(
    heads: str, middles: str, she: str, he: str, they: str, places: str, families: str, shifts: str = ""
) -> Phonology:
    respellings = (pair.split(">") for pair in shifts.split())
    return Phonology(
        heads=_words(heads),
        middles=_words(middles),
        she=_words(she),
        he=_words(he),
        they=_words(they),
        places=_words(places),
        families=_words(families),
        shifts=tuple((old, new) for old, new in respellings),
    )


HARBOUR: Final = _family(
    heads="""
        mar bel cor del per tam lis ven sal ner cal jor mel pas dor tess ros fal vim quel ban cass dar lam
        nol pell rin sten tor vass wend gil hal jess lor mos
        """,
    middles="el in or av ess and ol",
    she="a ine essa ou ina ette ira onna is etta",
    he="o an er ek ard as ion io ull ent",
    they="i ey en ay is owen eau u",
    places="mouth haven port strand wick quay ness pool bar cove reach",
    families="ain ello ardi osk ander esco ier ovar enn",
    shifts="ss>s qu>k rr>r v>w",
)
UPLAND: Final = _family(
    heads="""
        brann corm dugg fenn gow harr kell lach maw nev oss rodd sorl tarn uth wick bedd carr drum ewell
        garv hesk jedd kirr loth murd nairn peth reav scar torr yell
        """,
    middles="el an ar ig on",
    she="ag a ie wen ith ot eth una ish",
    he="ach an ock ie us art un o",
    they="y in ow el is eck",
    places="brae rigg knowe law shaw hope thwaite dale burn fell",
    families="ie ock art an ane ell",
    shifts="oo>u dd>d ss>s",
)
DUNE: Final = _family(
    heads="""
        ash bas daw faz ghal had ish jam kas lat mas nad qar ras sam tar ubar wad yas zah azr bur dhur far
        hash jaz khal mur naf sab tham zar
        """,
    middles="ar im ay un al ad",
    she="ira a iya een ouna ama isa ila",
    he="im un ar ad oud is ir af",
    they="i ay iq u en esh",
    places="abad ar oun iyah ez eer akh im",
    families="awi ani ouri ati abin eddar",
    shifts="dh>d gh>g kh>k q>k aa>a",
)
IMPERIAL: Final = _family(
    heads="""
        aur cass dom fab gall hon jul lent marc nerv oct pont quint reg sept tull urb val vib aem bal corv
        drus flav grat ign luc merc pall serg
        """,
    middles="in er il on it",
    she="ia illa ina ilia era ona iva entia",
    he="us ius o ian ax inus ert ens",
    they="is e ax en or ei",
    places="onium entum ium aqua ora una opolis iva",
    families="inus anus ellus orix icus onus ectus",
    shifts="ae>e x>s ct>t",
)
FROST: Final = _family(
    heads="""
        arn bjar dag eir finn gud hald ing jor ketil leif mag nor odd ragn sig thor ulf vig yng ask brod eyv
        frid grim hrol kar lod skal sten svan torf
        """,
    middles="il ar un ald ev",
    she="a is hild run dis veig ny borg frid",
    he="i ar vald mund stein bjorn ulf e",
    they="ey en ir o alf em",
    places="fjell vik heim stad nes gard sund holt borg",
    families="sson lund gren strom moe rud",
    shifts="gj>j hr>r bj>b",
)
FEN: Final = _family(
    heads="""
        murd slog wend pell crake dunn eel fold goss hobb lamm medd nibb ott pugg quill redd sedg tobb umber
        withy brock cobb dabb fenn gadd hask jupp mosk
        """,
    middles="er in le ow",
    she="a y ity ence abel is ina et",
    he="ard in er ock kin um us",
    they="y ey le ow en",
    places="ey mere fen lode stow hythe wash bank eau",
    families="er well ley by sedge man ditch",
    shifts="bb>b dd>d",
)
GREENWOOD: Final = _family(
    heads="""
        ael bryn cael dew elow fael gwen hew ion lew maeth nyr oew pren rhos syl tew ull wyn ard brae cer
        dwn ewl gor heul llan mor
        """,
    middles="an or eth ir aw",
    she="wen eth a is ona ys edd ira",
    he="an or ion wyr ach ell ys",
    they="i ow en au el yn",
    places="wood holt grove leth dene coed ath wen",
    families="yn ard owen eth addan ell",
    shifts="ae>e w>u gw>g ll>l",
)
CANTON: Final = _family(
    heads="""
        alb bern dietr eg fritt gott hans iver jost kasp lind matt nagg ob pirm regg stoff trud urs walt
        zell amm bral kun emm  grim  hild knopf lutz reut
        """,
    middles="el er in ol",
    she="i e ine a lind olde ella ina",
    he="i el er o art ung old",
    they="i el in y um",
    places="alp matt wil ingen egg berg thal au",
    families="er mann li egger acher inger bacher",
    shifts="tt>t tz>z gg>g",
)
RIVER: Final = _family(
    heads="""
        bol dob gleb jar kaz lub mil naz or pav rad stan tom vel zor bran ces dal gost hlav jan kam lad mir
        neb prok rost sob tvor vit zel
        """,
    middles="i o en ov im",
    she="ka a ina ena ica ana usha",
    he="ek an ik osh av il omir",
    they="ko i en esh ek",
    places="ov ice nik grad brod ava mlyn itz",
    families="ak ik enko avec ovan ar",
    shifts="v>w k>c",
)
STEPPE: Final = _family(
    heads="""
        alt bat chul dor erd gan hul jarg khar mund nar oyun sar tem ulag yes borl chag dzor enk ger hong
        jal kob nog ord suk tar tug
        """,
    middles="a u e an ul",
    she="ai a una ma geril aa sei",
    he="ai uk ar dei jin un ber",
    they="u en ai or il",
    places="balik gol tau aral oba dalai khot",
    families="chin tai gar dur lig nai",
    shifts="kh>h dz>z aa>a ch>j",
)
ORCHARD: Final = _family(
    heads="""
        ann bert clem dor edm flor gil hub isab jacqu lor mag nan ol perr quent ros sim tib urs viol aub
        brul corn del est fern gasp hel joss
        """,
    middles="el in et on",
    she="ette ine elle a ie ence eline otte",
    he="ot in ard ault ien ert on",
    they="y is ou e ain",
    places="ville court bois pommier eau ain iers",
    families="ault ier ot elin eau and ard",
    shifts="cqu>k au>o tt>t",
)
ASH: Final = _family(
    heads="""
        kal mah nal pel tan hok lan wai mok rul tav hal kel nam pon rak sol tul vah kon lom man nuk pav tem
        hil kaul mel nip ral
        """,
    middles="a o i ua ei",
    she="ani ela ia una ola ea ina",
    he="oa ak eki o anu ahi ou",
    they="i u ao e ei",
    places="oa uru ako ela ihi anui",
    families="anu oko eha ani aka oro",
    shifts="k>t l>r h>f",
)
MONSOON: Final = _family(
    heads="""
        an bod chand dev esh gop har ind jay kal lal mad nir padm raj sab tul udh vas yash amb bhan cham
        dhan ganj kesh malh nand pur shal
        """,
    middles="a i en av il",
    she="ini ati a ika ali ya una",
    he="an esh ir al am u ish",
    they="i u en ai ey",
    places="pur nagar ghat kot wadi garh alam",
    families="wala kar iyan andar ekar atti",
    shifts="bh>b dh>d sh>s",
)
OBSERVATORY: Final = _family(
    heads="""
        ald ben cyr dion eud fil gal hyp iod kall leon mel nik orf phil quar rhod syb theo urb xen zel arch
        bar crat dor ephr hesp lys myr
        """,
    middles="o i er an ost",
    she="ene ia ope ora is ona andra",
    he="on as os ander ias emon etes",
    they="is e ai en o",
    places="polis thea mene dora kastro ion os",
    families="ides oulos akis ander emon ates",
    shifts="ph>f th>t x>z",
)
VELVET: Final = _family(
    heads="""
        bracc cors dam fior gher lap malv niv orl past quar ruc sciar tard ugol vern zan bass cam dell fosc
        gam lun mir not
        """,
    middles="el in ar on",
    she="etta ina essa ola a iana ella",
    he="o ino ardo ello uccio etto one",
    they="i e ai u",
    places="ino ara agna ete olo anza",
    families="elli ino acci eschi ardi ola",
    shifts="cc>c sc>s zz>z",
)
BURR: Final = _family(
    heads="""
        abb barn coll dagg elk frob grub hodd jagg kett lugg mabb nodd pook rugg stubb tugg wagg yabb boll
        crump fulk gubb hump mugg yarr
        """,
    middles="er in le o",
    she="a y et ina is ity",
    he="er in le o kin it",
    they="y le en ow",
    places="ham ton worthy combe ley stock barrow bottom",
    families="bottom ley er worth kin man",
    shifts="gg>g bb>b dd>d",
)
