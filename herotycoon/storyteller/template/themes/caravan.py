"""Caravan country: wells, tolls, star-readers and the manners of people who share water."""

from typing import Final

from herotycoon.storyteller.template.languages import DUNE, STEPPE
from herotycoon.storyteller.template.themes.base import Theme, frames, items

CARAVAN: Final = Theme(
    key="caravan",
    titles=frames("""
        - The [Cinnamon|Salt|Copper|Camel-Bell|Indigo|Tallow|Saffron] [Road|Wells|Tariff|Quarter|Crossing]
        - [Seven|Eleven|Three|Forty|Ninety] [Wells|Cisterns|Tolls|Gates|Stars]
        - The [Thirst|Shade|Mirage|Noon] [Cantons|Treaty|Market|Emirates]
        """),
    lands=frames("""
        - the {stem} Road
        - the Well-Country of {stem}
        - the {stem} Quarter
        - Outer {stem}
        """),
    phonologies=(DUNE, DUNE, STEPPE),
    biomes={
        "desert": 6,
        "hills": 2,
        "mountains": 2,
        "plains": 2,
        "ruins": 3,
        "coast": 2,
        "jungle": 1,
        "swamp": 1,
    },
    landmarks={
        "wishing_well": 4,
        "great_library": 3,
        "dragon_bones": 3,
        "shrine": 2,
        "ruined_tower": 2,
        "hot_spring": 1,
        "hermitage": 2,
        "battlefield": 1,
        "mystical_tree": 2,
        "standing_stones": 1,
    },
    surnames=items("particle, family, compound"),
    compounds=(
        items("""
        Dust, Amber, Sand, Noon, Date, Myrrh, Star, Brass, Thorn, Shade, Salt, Silk, Khol, Ember
        """),
        items("""
        walker, reader, seller, caller, finder, weigher, drinker, dyer, rider, teller, binder, keeper
        """),
    ),
    particles=items("al, el, of the House of"),
    villages=frames("""
        - {place}
        - {place}
        - {place}
        - {stem} Wells
        - {place} by the Gate
        - Old {place}
        """),
    colours=items("""
        Burnt, Singing, Copper, Thirsting, Hundred-Mile, Noonday, Blinding, Glass, Patient, Unpaid, Moving,
        Lion, Veiled, Bitter, Camel, Moonlit
        """),
    terrain={
        "desert": items("Sands, Dunes, Erg, Empty Mile, Anvil, Furnace"),
        "plains": items("Gravel Pans, Salt Pans, Terraces, Thornveld"),
        "forest": items("Cedars, Tamarisks, Palms"),
        "swamp": items("Reed Beds, Salt Lakes, Sinks"),
        "ruins": items("Buried City, Colonnades, Dry Cisterns"),
    },
    monsters=items("""
        dust_djinn, salt_mummy, toll_bandit, glass_scorpion, mirage_cat, carrion_roc, well_ghoul,
        lamp_spirit, camel_thief
        """),
    inns=frames("""
        - the [Third|Shaded|Kneeling|Silent|Copper|Wakeful] [Camel|Lamp|Well|Dromedary|Cushion|Date Palm]
        """),
    years=frames("""
        - the year of the [red|green|broken|lying|second] [star|comet|moon|caravan|rains]
        - the [third|ninth|last] year of the [long drought|blind emir|copper toll|salt peace]
        """),
    words={
        "trade": items("""
            water-seller, camel-leech, carpet-knotter, star-reader, toll-keeper, perfume-mixer, coppersmith,
            letter-writer, date-pickler, well-diver, glass-blower, dragoman, snake-charmer, salt-cutter,
            public weigher, dyer
            """),
        "thing": items("""
            brass astrolabe, water-skin, camel bell, carpet with a fault in it, coffee pot, set of false
            weights, lamp without a spirit, ivory comb, seal ring, sandglass, prayer mat, folding ladder,
            bale of pepper, silver toothpick, fly-whisk, ostrich egg
            """),
        "food": items("""
            dates, chickpeas, goat stew, flatbread, fried locusts, salted lemons, mint tea, camel's cheese,
            lentils, honey cakes, figs, roast onions
            """),
        "beast": items("""
            camel, spitting camel, saluki, desert fox, scorpion, falcon, goat, lizard, monkey, donkey,
            jerboa
            """),
        "boss": items("""
            the toll-farmer, the vizier's nephew, the guild of wells, the emir, the weigh-house, the master
            of caravans
            """),
        "woe": items("""
            the nine-year drought, the poisoning of the wells, the locusts, the pepper crash, the night of
            the red wind, the copper toll, the camel murrain, the emir's diet, the moving of the dunes, the
            war of the two wells
            """),
        "day": items("""
            First Water, the Night of Open Tents, Weighing Day, the Fast of Lamps, Camel Thursday, the
            Counting of Stars, Debt Eve, the Feast of Shade
            """),
        "coin": items("dinars, coppers, tallies, half-moons"),
        "oath": items("""
        by shade and water, by the seven wells, by my camel's knees, on the true weight, by dust
        """),
        "taboo": items("""
            counting stars aloud, pouring tea with the left hand, sleeping across a threshold, praising
            another man's camel, measuring a shadow, spitting downwind, stepping over a sleeper, asking a
            price at noon
            """),
    },
    founding=frames("""
        - There were {num} wells and then there was {land}, which is what people do round a well when they
          are not drinking.
        - {land} was laid out by a camel, which is why no street in it goes anywhere directly.
        - A caravan of {num} stopped in {land} to settle a quarrel about a bill, and is in a sense still
          there.
        - {person} the Weigher made {land} rich by a discovery about thumbs, and honest by an early death.
        - Travellers have always called {land} the longest day of the journey, and its people have always
          charged by the hour.
        """),
    customs=frames("""
        - Water is never sold to the thirsty, only to those who can wait; the thirsty drink free and are
          ashamed later.
        - All bargains are struck at dusk, when neither party can see the other's face or the goods.
        - On {day} every debtor may sit in his creditor's chair until sunrise.
        - A guest is given three cups: one for the road behind, one for the road ahead, and one so that the
          host may stop talking.
        - Dunes are named, taxed, and struck from the register when they leave.
        """),
    troubles=frames("""
        - In {year} the deepest well began to give back buckets that nobody had let down.
        - The dunes have been seen to move against the wind, {small} nights running, and in good order.
        - {num} caravans have gone in by the south gate since {year}, and every one of them has come out by
          the south gate a day earlier.
        - The star by which all bargains are dated has gone from the sky, and {boss} ruled that it is still
          the last clear night.
        """),
    origins=frames("""
        - {She} {was} born on the road, {num} days from {home}, and entered in the bill of lading under
          [Breakables|Sundries|Livestock|Samples].
        - {Her} {kin} sold water in {home} by the sip, and brought {ob} up on {food} and other people's
          news.
        - {She} {was} exchanged as a baby in {home} for {a:thing}, and the bargain was thought to be close.
        - {She} learned to count on {a:trade}'s knee in {home}, with one thumb on the scales.
        - At {small} {she} {was} lowered into the well at {home} to see what it was sitting on, and came up
          with {a:thing} and a trade.
        - {She} grew up under a carpet stall in {home} and knew everyone in the bazaar by their feet, above
          all {person}.
        - {Her} family had lived {num} generations in {home} without paying the toll, until {her} {kin}
          sneezed.
        - {She} {was} reared by {a:trade} who had found {ob} in {year} in a saddlebag in {home}, and
          advertised.
        - In {home} {she} shared a roof with {small} families and {a:beast}, and a bed with whoever was not
          on it.
        - {She} came out of {woe} in {home} with {a:thing}, {small} cousins and a strong dislike of {food}.
        """),
    quirks=frames("""
        - pours {food} from a great height, out of politeness
        - navigates by stars, indoors as well, since {village}
        - never bargains before the third cup, a rule of {person}'s
        - thinks {taboo} caused {woe}
        - keeps {num} grains of sand from {village} in a locket
        - sleeps sitting up, as on {a:beast}
        - shades {her} eyes to think about {food}
        - swears {oath} when {a:trade} is listening
        - weighs {a:thing} in {her} hand before buying, and before selling, differently
        - rolls {her} bed up at dawn, with or without {person} in it
        - greets wells by name, and {a:beast} by title
        - drinks half and hides half since {year}
        """),
    guilds=frames("""
        - The [Masters|Company|Sworn Guests|Brotherhood|Outriders] of the
          [Eleventh|Shaded|Copper|Last|Honest] [Well|Gate|Tent|Mile]
        - The [Camel|Lamp|Well|Scales] and [Star|Scimitar|Cushion|Seal]
        - The House of {family}, [Escorts|Guides|Removers of Obstacles]
        """),
    halls=frames("""
        - The [Blue|Shaded|Fourth|Cool] [Caravanserai|Cistern|Courtyard|Weigh-House]
        - {stem} Serai
        - {stem} Gatehouse
        """),
    mottos=frames("""
        - Water first, questions after.
        - We know a shorter way.
        - Thirst is negotiable.
        - The road pays its debts.
        - Under every dune, a bill.
        """),
    festivals=frames("""
        - First Water
        - the Night of Open Tents
        - the [Camel|Carpet|Date|Lamp] Races
        - the Fast of Lamps
        - the Counting of Stars
        """),
    discoveries=frames("""
        - a [cistern|street|library cellar] uncovered by the wind
        - a well with a [door|stair|date] at the bottom
        - the lost [salt|pepper|dowry] caravan of {person}
        """),
    storms=frames("""
        - the [Red|Yellow|Weeping|Debt-Collector's] Wind
        - a sandstorm of [three|seven|eleven] days
        - the heat called [the Landlord|the Lid]
        """),
)
