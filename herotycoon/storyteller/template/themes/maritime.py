"""Harbour republics: pilots, fog, salvage law and other people's boots."""

from typing import Final

from herotycoon.storyteller.template.languages import HARBOUR, VELVET
from herotycoon.storyteller.template.themes.base import Theme, frames, items

MARITIME: Final = Theme(
    key="maritime",
    titles=frames("""
        - The [Salt|Lantern|Drowned|Herring|Rope|Fog|Anchor|Plumb-Line]
          [Republics|Parliament|Shore|Assizes|Coast]
        - [Nine|Seven|Eleven|Forty|Thirteen] [Harbours|Lamps|Tides|Pilots|Moorings]
        - The [Slack|Spring|Borrowed|Patient|Crooked] [Tide|Mooring|Haven|Sound]
        """),
    lands=frames("""
        - the {stem} Sound
        - the {stem} Haven
        - the Bight of {stem}
        - the {stem} Reach
        """),
    phonologies=(HARBOUR, HARBOUR, VELVET),
    biomes={"coast": 5, "swamp": 2, "hills": 3, "forest": 2, "plains": 2, "mountains": 1, "ruins": 2},
    landmarks={
        "lighthouse": 5,
        "shrine": 2,
        "wishing_well": 1,
        "ruined_tower": 2,
        "hermitage": 2,
        "dragon_bones": 1,
        "great_library": 1,
        "waterfall": 1,
        "battlefield": 1,
    },
    surnames=items("compound, family, compound"),
    compounds=(
        items("""
            Salt, Tide, Brine, Cable, Lamp, Keel, Gull, Rope, Herring, Anchor, Oar, Wake, Cork, Tar, Lee,
            Swell
            """),
        items("""
            wright, ward, more, well, man, lock, by, strand, hitch, water, mast, sail, ley, foot, barrow,
            knot
            """),
    ),
    particles=items("dal, van der, of the"),
    villages=frames("""
        - {place}
        - {place}
        - {place}
        - Nether {place}
        - {stem} Quay
        - {stem} Slip
        """),
    colours=items("""
        Weeping, Gull-Loud, Brackish, Wrecker's, Long, Silver, Windward, Grey, Hungry, Sleeping, Widow's,
        Salted, Low, Patient, Knotted, Far
        """),
    terrain={
        "coast": items("Strand, Sands, Skerries, Shore, Shingles, Flats"),
        "hills": items("Downs, Headlands, Combes, Beacons"),
        "swamp": items("Saltings, Mudflats, Marshes, Creeks"),
        "ruins": items("Sunken Quarter, Old Moles, Drowned Docks"),
    },
    monsters=frames("""
        - brine_wight
        - wrecker
        - reef_troll
        - siren
        - harbour_rat
        - drowned_sailor
        - barnacle_hag
        - eel_king
        """),
    inns=frames("""
        - the [Salted|Second|Honest|Leaky|Blind|Thirsty|Left]
          [Anchor|Pilot|Herring|Mermaid|Bosun|Cable|Lugger]
        """),
    years=frames("""
        - the [spring|summer|autumn|winter] of the [red|late|short|double|silent] [tides|herring|fleet]
        - the year the [customs house|north light|rope-walk|fish market|dry dock] [burned|sank|was sold|went
          dark]
        """),
    words={
        "trade": items("""
            net-mender, pilot, lamplighter, salvage clerk, ropewalker, oyster-dredger, sailmaker,
            tide-reader, ferryman, customs searcher, cork-cutter, ship's cook, harbour diver, chart-copier,
            smuggler, figurehead carver
            """),
        "thing": items("""
            brass sounding-lead, cork float, tin whistle, glass fishing-ball, sextant without its mirror,
            ship's bell, oilskin hat, marlinspike, narwhal comb, jar of dead calm, unposted letter, bosun's
            pipe, oyster knife, lamp chimney, left sea-boot, tide table
            """),
        "food": items("""
            herring, hard biscuit, limpet stew, smoked eel, cockles and vinegar, fish-head soup, kelp bread,
            pickled samphire, rum pudding, cold mackerel, whelks, burnt porridge
            """),
        "beast": items("""
            ship's cat, herring gull, one-eyed cormorant, tame otter, seal, bilge rat, crab, water spaniel,
            heron, parrot
            """),
        "boss": items("""
            the harbourmaster, the salvage court, the pilots' bench, the excise, the dowager admiral, the
            lamp wardens
            """),
        "woe": items("""
            the equinox gales, the great fog, the herring failure, the customs war, the night both lights
            went out, the red tide, the wreck of the grain fleet, the shipworm, the pilots' strike, the
            drowning of the low street
            """),
        "day": items("""
            Lantern Night, Slackwater Sunday, the Blessing of the Ropes, Wreckmas, Herring Eve, Net-Burning,
            Pilot's Fast, Empty Chair Day
            """),
        "coin": items("groats, anchors, tallies, florins"),
        "oath": items("""
            by salt and lamp, by the nine fathoms, by the drowned, by rope and tar, on my mother's anchor
            """),
        "taboo": items("""
            whistling on a quay, naming a boat after the living, counting the catch aloud, stepping aboard
            left foot first, mending a net on a feast day, lending a lamp, turning a loaf upside down,
            saying the word rabbit near water
            """),
    },
    founding=frames("""
        - {land} was never founded so much as washed up: {num} hulls in one gale, and no agreement since
          about whose fault it was.
        - The first families came to {land} to wait out a storm, and their descendants maintain that it has
          not quite finished.
        - {person} the Dyker bought {land} from the sea, at a price the sea is understood to be still
          collecting.
        - Every rock of {land} is named after the pilot who found it, usually with the hull.
        - Before the lamps were lit, {land} lived on wrecks; since then it has lived on the tax on lamps,
          and regards this as progress.
        """),
    customs=frames("""
        - Doors are painted on the seaward side first, and a debt may be called in only at slack water.
        - The drowned are entered in the pilot-book under Hazards, which their families consider an honour.
        - Nobody is buried in sea-boots, since somebody ashore may need them.
        - On {day} every household rows out a lantern for someone it has quarrelled with, and rows back
          quickly.
        - Weather is discussed in whispers, on the understanding that it listens.
        """),
    troubles=frames("""
        - Since {year} the fog has come in on dry days, and it has begun to bring boats that nobody
          launched.
        - The salvage court has sat for {num} years on one question, who owns a ship that returns without
          its crew.
        - Of late the gulls have stopped landing on anything made of oak, and the old pilots are selling
          their houses.
        - Two harbours claim the same lighthouse, and each pays a keeper to put it out.
        """),
    origins=frames("""
        - {She} grew up in {home} above a chandler's, in a bed that smelled of tar and {food}, the youngest
          of {num}.
        - {Her} {kin} kept the [north|south|fish|coal|old] ferry at {home} and taught {ob} to read from
          {a:thing} and a tide table.
        - Born aboard a [coal barge|grain lugger|pilot cutter|dredger|hospital ship] during {woe}, {she}
          {was} carried ashore at {home} in {a:thing} crate.
        - {She} {was} apprenticed at {small} to {a:trade} of {home} who paid in {food} and advice.
        - The parish book of {home} lists {ob} under Flotsam, between {a:thing} and {small} barrels of [lamp
          oil|tar|rum|salt].
        - In {home} {her} family had owned one [boat|jetty|oyster bed|smokehouse|slipway] for {num}
          generations and lost it in an afternoon, to {boss}.
        - {She} spent {her} childhood sorting {food} on the quay at {home}, and can still smell a
          [lie|storm|bargain|bailiff] before breakfast.
        - {Her} first bed was a net loft in {home}, shared with {small} cousins and {a:beast}.
        - Left at the [north|south|harbour|fever] light of {home} in {year}, {she} {was} raised by its
          keeper on {food} and weather reports.
        - {Her} {kin}, {a:trade} of {home}, wanted {ob} dry-handed and literate, and got half of it.
        """),
    quirks=frames("""
        - will not sleep in a room without {a:thing} in the window
        - keeps the time by tides, even {num} miles inland
        - thinks {taboo} brings on {woe}
        - calls every [innkeeper|horse|stranger|magistrate|child] "skipper" except {person}
        - carries {a:thing} won from {a:trade} at cards
        - ties [bowlines|sheepshanks|cat's-paws|double hitches] in other people's [bootlaces|curtains|reins]
          while thinking about {food}
        - swears {oath}, then apologises to the nearest {beast}
        - cannot pass a rope without coiling it the {village} way
        - tastes the air before any journey longer than {small} miles
        - feeds half of every meal to {a:beast}, real or otherwise
        - owns {small} oilskin hats and wears them by the day of the week
        - refuses to be thirteenth through a door since {year}
        """),
    guilds=frames("""
        - The [Company|Fellowship|Brethren|Society] of the [Second|Salted|Seaward|Brass|Lit]
          [Lamp|Anchor|Oar|Bell|Rope]
        - The [Lamp|Anchor|Oar|Bell|Cable] and [Ladle|Lantern|Dagger|Ledger|Gull]
        - {family} and [Crew|Salvors|Daughters|Company]
        """),
    halls=frames("""
        - The [Old|Upper|Tarred|Upturned] [Chandlery|Sail Loft|Custom House|Boathouse]
        - {stem} Loft
        - {stem} Custom House
        """),
    mottos=frames("""
        - Somebody has to row.
        - Between the rocks, and on time.
        - What floats, we keep.
        - No wreck without a receipt.
        - The light is on.
        """),
    festivals=frames("""
        - Lantern Night
        - the Blessing of the Ropes
        - Herring Eve
        - the Regatta of the [Widows|Bakers|Unlucky|Tubs]
        - Wreckmas
        - the Launching
        """),
    discoveries=frames("""
        - a [hulk|sea-cave|strongroom] laid open by the tide
        - a chart with one island too many
        - the wreck of the [Patient|Second|Golden] [Margery|Heron|Daughter]
        """),
    storms=frames("""
        - the [Widowmaker|Long Wet|Harbour-Breaker]
        - a [nine|three|five]-day gale
        - the fog they call [Grandmother|the Aldermen]
        """),
)
