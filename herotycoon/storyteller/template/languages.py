"""The families of languages: syllables chosen by ear, so that any head goes with any tail."""

from typing import Final

from herotycoon.storyteller.template.phonology import Phonology


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


def _family(
    heads: str, middles: str, she: str, he: str, they: str, places: str, families: str, shifts: str = ""
) -> Phonology:
    pairs = (pair.split(">") for pair in shifts.split())
    return Phonology(
        *(_words(text) for text in (heads, middles, she, he, they, places, families)),
        shifts=tuple((old, new) for old, new in pairs),
    )


HARBOUR: Final = _family(
    "mar bel cor del per tam lis ven sal ner cal jor mel pas dor tess ros fal vim quel ban cass dar lam nol"
    " pell rin sten tor vass wend gil hal jess lor mos",
    "el in or av ess and ol",
    "a ine essa ou ina ette ira onna is etta",
    "o an er ek ard as ion io ull ent",
    "i ey en ay is owen eau u",
    "mouth haven port strand wick quay ness pool bar cove reach",
    "ain ello ardi osk ander esco ier ovar enn",
    "ss>s qu>k rr>r v>w",
)
UPLAND: Final = _family(
    "brann corm dugg fenn gow harr kell lach maw nev oss rodd sorl tarn uth wick bedd carr drum ewell garv hesk"
    " jedd kirr loth murd nairn peth reav scar torr yell",
    "el an oc ar ig",
    "ag a ie wen ith ot eth una ish",
    "ach an ock ie us art un o",
    "y in ow el is eck",
    "brae rigg knowe law shaw hope thwaite dale burn fell",
    "ie ock art an ane ell",
    "oo>u dd>d ss>s",
)
DUNE: Final = _family(
    "ash bas daw faz ghal had ish jam kas lat mas nad qar ras sam tar ubar wad yas zah azr bur dhur far hash jaz"
    " khal mur naf sab tham zar",
    "ar im ay un al ad",
    "ira a iya een ouna ama isa ila",
    "im un ar ad oud is ir af",
    "i ay iq u en esh",
    "abad ar oun iyah ez eer akh im",
    "awi ani ouri ati abin eddar",
    "dh>d gh>g kh>k q>k aa>a",
)
IMPERIAL: Final = _family(
    "aur cass dom fab gall hon jul lent marc nerv oct pont quint reg sept tull urb val vib aem bal corv drus flav"
    " grat ign luc merc pall serg",
    "in er il on it",
    "ia illa ina ilia era ona iva entia",
    "us ius o ian ax inus ert ens",
    "is e ax en or ei",
    "onium entum ium aqua ora una opolis iva",
    "inus anus ellus orix icus onus ectus",
    "ae>e x>s ct>t",
)
FROST: Final = _family(
    "arn bjar dag eir finn gud hald ing jor ketil leif mag nor odd ragn sig thor ulf vig yng ask brod eyv frid"
    " grim hrol kar lod skal sten svan torf",
    "il ar un ald ev",
    "a is hild run dis veig ny borg frid",
    "i ar vald mund stein bjorn ulf e",
    "ey en ir o alf em",
    "fjell vik heim stad nes gard sund holt borg",
    "sson lund gren strom moe rud",
    "gj>j hr>r bj>b",
)
FEN: Final = _family(
    "murd slog wend pell crake dunn eel fold goss hobb lamm medd nibb ott pugg quill redd sedg tobb umber withy"
    " brock cobb dabb fenn gadd hask jupp mosk",
    "er in le ow",
    "a y ity ence abel is ina et",
    "ard in er ock kin um us",
    "y ey le ow en",
    "ey mere fen lode stow hythe wash bank eau",
    "er well ley by sedge man ditch",
    "bb>b dd>d",
)
GREENWOOD: Final = _family(
    "ael bryn cael dew elow fael gwen hew ion lew maeth nyr oew pren rhos syl tew ull wyn ard brae cer dwn ewl"
    " gor heul llan mor",
    "an or eth ir aw",
    "wen eth a is ona ys edd ira",
    "an or ion wyr ach ell ys",
    "i ow en au el yn",
    "wood holt grove leth dene coed ath wen",
    "yn ard owen eth addan ell",
    "ae>e w>u gw>g ll>l",
)
CANTON: Final = _family(
    "alb bern dietr eg fritt gott hans iver jost kasp lind matt nagg ob pirm regg stoff trud urs walt zell amm"
    " bral kun emm gret hild knopf lutz reut",
    "el er in ol",
    "i e ine a lind olde ella ina",
    "i el er o art ung old",
    "i el in y um",
    "alp matt wil ingen egg berg thal au",
    "er mann li egger acher inger bacher",
    "tt>t tz>z gg>g",
)
RIVER: Final = _family(
    "bol dob gleb jar kaz lub mil naz or pav rad stan tom vel zor bran ces dal gost hlav jan kam lad mir neb"
    " prok rost sob tvor vit zd",
    "i o en ov im",
    "ka a ina ena ica ana usha",
    "ek an ik osh av il omir",
    "ko i en esh ek",
    "ov ice nik grad brod ava mlyn itz",
    "ak ik enko avec ovan ar",
    "zd>d v>w k>c",
)
STEPPE: Final = _family(
    "alt bat chul dor erd gan hul jarg khar mund nar oyun sar tem ulag yes borl chag dzor enk ger hong jal kob"
    " nog ord suk tar tug",
    "a u e an ul",
    "ai a una ma geril aa sei",
    "ai uk ar dei jin un ber",
    "u en ai or il",
    "balik gol tau aral oba dalai khot",
    "chin tai gar dur lig nai",
    "kh>h dz>z aa>a ch>j",
)
ORCHARD: Final = _family(
    "ann bert clem dor edm flor gil hub isab jacqu lor mag nan ol perr quent ros sim tib urs viol aub brul corn"
    " del est fern gasp hel joss",
    "el in et on",
    "ette ine elle a ie ence eline otte",
    "ot in ard ault ien ert on",
    "y is ou e ain",
    "ville court bois pommier eau ain iers",
    "ault ier ot elin eau and ard",
    "cqu>k au>o tt>t",
)
ASH: Final = _family(
    "kal mah nal pel tan hok lan wai mok rul tav hal kel nam pon rak sol tul vah kon lom man nuk pav tem hil"
    " kaul mel nip ral",
    "a o i ua ei",
    "ani ela ia una ola ea ina",
    "oa ak eki o anu ahi ou",
    "i u ao e ei",
    "oa uru ako ela ihi anui",
    "anu oko eha ani aka oro",
    "k>t l>r h>f",
)
MONSOON: Final = _family(
    "an bod chand dev esh gop har ind jay kal lal mad nir padm raj sab tul udh vas yash amb bhan cham dhan ganj"
    " kesh malh nand pur shal",
    "a i en av il",
    "ini ati a ika ali ya una",
    "an esh it al am u ish",
    "i u en ai ey",
    "pur nagar ghat kot wadi garh alam",
    "wala kar iyan andar ekar atti",
    "bh>b dh>d sh>s",
)
OBSERVATORY: Final = _family(
    "ald ben cyr dion eud fil gal hyp iod kall leon mel nik orf phil quar rhod syb theo urb xen zel arch bar crat"
    " dor ephr hesp lys myr",
    "o i er an ost",
    "ene ia ope ora is ona andra",
    "on as os ander ias emon etes",
    "is e ai en o",
    "polis thea mene dora kastro ion os",
    "ides oulos akis ander emon ates",
    "ph>f th>t x>z",
)
VELVET: Final = _family(
    "bracc cors dam fior gher lap malv niv orl past quar ruc sciar tard ugol vern zan bass cam dell fosc gam lun"
    " mir not",
    "el in ar on",
    "etta ina essa ola a iana ella",
    "o ino ardo ello uccio etto one",
    "i e ai u",
    "ino ara agna ete olo anza",
    "elli ino acci eschi ardi ola",
    "cc>c sc>s zz>z",
)
BURR: Final = _family(
    "abb barn coll dagg elk frob grub hodd jagg kett lugg mabb nodd pook rugg stubb tugg wagg yabb boll crump"
    " fulk gubb hump mugg yarr",
    "er in le o",
    "a y et ina is ity",
    "er in le o kin it",
    "y le en ow",
    "ham ton worthy combe ley stock barrow bottom",
    "bottom ley er worth kin man",
    "gg>g bb>b dd>d",
)
