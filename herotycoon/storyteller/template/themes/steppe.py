"""The steppe: tents, horses, kites, and a law that must be sung to be valid."""

from typing import Final

from herotycoon.storyteller.template.languages import DUNE
from herotycoon.storyteller.template.languages import STEPPE as STEPPIC
from herotycoon.storyteller.template.themes.base import Theme, frames, items

STEPPE: Final = Theme(
    key="steppe",
    titles=frames("""
        - The [Felt|Kite|Hundred-Horse|Grass|Blue|Stirrup|Wide] [Banners|Khanate|Pastures|Roads|Sky]
        - [Nine|Twelve|Forty|Eighty] [Tents|Horses|Banners|Saddles|Winds]
        - The [Sung|Wandering|Unfenced|Galloping] [Law|Court|Horizon|Parliament]
        """),
    lands=frames("""
        - the {stem} Grass
        - the Banner of {stem}
        - Wide {stem}
        - the {stem} Horizon
        """),
    phonologies=(STEPPIC, STEPPIC, DUNE),
    biomes={"plains": 6, "hills": 3, "desert": 3, "tundra": 3, "mountains": 2, "swamp": 1, "ruins": 1},
    landmarks={
        "standing_stones": 4,
        "dragon_bones": 3,
        "battlefield": 3,
        "hot_spring": 2,
        "shrine": 2,
        "mystical_tree": 2,
        "ruined_tower": 1,
        "wishing_well": 1,
        "waterfall": 1,
        "hermitage": 1,
    },
    surnames=items("compound, family, particle"),
    compounds=(
        items("""
        Two, Nine, Red, Grey, Lame, Blue, Far, Sky, Three, Loud, Iron, White, Gift, Wind
        """),
        items("""
        -Horses, -Kettles, -Saddles, -Kites, -Tents, -Rivers, -Arrows, -Winters, -Bows, -Mares, -Songs,
        -Drums
        """),
    ),
    particles=items("of the Line of, kin-of, of the Nine"),
    villages=frames("""
        - {place}
        - {place}
        - {place}
        - Camp {stem}
        - {stem} Fords
        - Winter {place}
        """),
    colours=items("""
        Wide, Singing, Mare's, Kite, Feathered, Blue, Ninth, Galloping, Empty, Grandmother's, Arrow, Red,
        Felt, Windy, Far, Unfenced
        """),
    terrain={
        "plains": items("Grass, Pastures, Steppe, Gallops, Feathergrass"),
        "hills": items("Barrows, Ridges, Saddles, Kurgans"),
        "desert": items("Gobi, Stone Flats, Dust"),
        "tundra": items("Winter Pastures, Whites, Frozen Marches"),
        "swamp": items("Salt Lakes, Reed Fords, Crane Marsh"),
    },
    monsters=items("""
        grass_wraith, horse_eater, kurgan_king, wind_devil, two_headed_wolf, sky_serpent, raider,
        marmot_demon, felt_golem
        """),
    inns=frames("""
        - the [Sung|Fermented|Nine-Horse|Rolled|Blue|Limping] [Tent|Kettle|Mare|Saddle|Kite|Drum]
        """),
    years=frames("""
        - the year of the [iron|red|lame|second|blue|thin] [horse|hare|wolf|marmot|crane]
        - the [spring|autumn] the [mares|cranes|winds|banners] [changed sides|went north|did not come]
        """),
    words={
        "trade": items("""
            horse-breaker, felt-maker, eagle-keeper, throat singer, bow-bender, mare-milker, kite-maker,
            law-singer, saddler, dung-gatherer, horse-doctor, bride-thief, bone-reader, tent-pitcher,
            wolf-caller, tally-knotter
            """),
        "thing": items("""
            horsehair banner, saddle blanket, bone whistle, felt slipper, bow-ring, kettle with a mended
            leg, kite string, stirrup, silver bridle, marmot-skin cap, knotted rope, snuff bottle, lute with
            two strings, hawking glove, milk ladle, tent peg
            """),
        "food": items("""
            mare's milk, boiled mutton, dried curds, marmot stew, butter tea, horse sausage, millet, mutton
            dumplings, sheep's tail, milk brandy, sour cheese, wild onions
            """),
        "beast": items("""
            pony, mare, hunting eagle, marmot, camel, yak, mastiff, crane, lame horse, fat-tailed sheep,
            foal
            """),
        "boss": items("""
            the khan's mother, the banner council, the law-singers, the winter khan, the horse assembly, the
            keeper of the drum
            """),
        "woe": items("""
            the iron winter, the grass fire, the horse plague, the drought of two kites, the war of the
            bride's mothers, the locust summer, the breaking of the banner, the year without foals, the
            great stampede, the silence
            """),
        "day": items("""
            First Milk, Nine Races Day, Kite Day, the Branding, Banner Night, the Feast of Empty Saddles,
            Crane-Coming, the Great Moving
            """),
        "coin": items("hides, silver knots, foals, tamgas"),
        "oath": items("""
        by sky and stirrup, by nine horses, by the blue felt, on my mother's kettle, by wind
        """),
        "taboo": items("""
            stepping on a threshold, pointing a knife at the fire, whipping a horse about the head, singing
            the law for fun, spilling milk southward, counting foals, leaning on a tent pole, flying a kite
            at a funeral
            """),
    },
    founding=frames("""
        - {land} has no borders, only a place where people stop and say that the grass does not taste right.
        - {num} tribes divided {land} by galloping in all directions until their horses were tired, and the
          slow have resented it since.
        - Nothing in {land} was ever built, as it would have had to be left behind.
        - {person} won {land} in a race against the wind, and it is generally agreed that the wind was
          thrown.
        - The oldest law of {land} takes {small} days to sing, and all of it is about a kettle.
        """),
    customs=frames("""
        - A law that cannot be sung is not binding, and a law that can be danced to is repealed only with
          difficulty.
        - One does not ask a guest where he comes from, but whose horse it is.
        - Foals are told their ancestors, aloud, before they are told anything else.
        - On {day} every tent is opened to the south, and whatever comes in is family until evening.
        - The dead ride out on their second-best horse; the best is for explaining it to the widow.
        """),
    troubles=frames("""
        - Since {year} the herds will not graze within sight of the old barrows, and nor will the smoke go
          over them.
        - Something has been following the moving camps at {num} hours' distance, and it puts out their
          fires properly.
        - The kites have been coming down with knots in the string that no one has tied.
        - This spring the cranes flew over without stopping, {num} thousand of them, at night, in silence.
        """),
    origins=frames("""
        - {She} {was} born in the saddle near {home}, which {her} {kin} always said explained the walk.
        - {Her} tent stood at {home} in the winter and wherever {a:beast} had stopped in the summer.
        - {She} {was} exchanged at {small} between two camps at {home}, to seal a peace about {a:thing}, and
          neither camp has asked for {ob} back.
        - {She} learned to ride at {home} before {she} could stand, and to stand only when {a:beast} refused
          to move.
        - {Her} {kin} sang the law at {home}, and {she} knew the penalty for everything by the age of
          {small}, in a clear treble.
        - {She} {was} stolen from {home} as a baby, by {a:trade}, and stolen back, with interest, in {year}.
        - In {home} {she} shared a blanket with {small} brothers and a kettle with {num} cousins, and could
          sleep at the gallop.
        - {She} {was} given {her} first horse at {home} in {year}, or given to it, as the horse was older
          and knew {a:trade}.
        - When the tents moved on from {home} in {woe}, {she} {was} counted twice and {her} {kin} not at
          all.
        - {She} {was} raised at {home} on {food}, by a grandmother of {num} horses and few words.
        """),
    quirks=frames("""
        - will not step on a threshold, and jumps into {inn}
        - pitches {her} tent indoors, facing {village}
        - introduces {her} horse before {herself}, and {a:beast} before either
        - thinks {taboo} brought {woe}
        - offers {food} to the sky first, and then to {a:beast}
        - sings {her} excuses to {person}, since otherwise they are not binding
        - judges people by their [teeth|gait|ankles|ears], and {person} by the tail
        - swears {oath} at the gallop
        - braids {a:thing} into {her} horse's mane
        - sleeps outdoors when {a:trade} is in the house
        - flies a kite to think, with {small} knots in the string for {village}
        - counts wealth in horses and debts in {food}
        """),
    guilds=frames("""
        - The [Riders|Sworn Saddles|Company|Outriders|Kin] of the [Ninth|Blue|Torn|Far|Unbroken]
          [Banner|Kite|Horse|Horizon]
        - The [Mare|Banner|Kite|Kettle] and [Arrow|Stirrup|Drum|Marmot]
        - {family}'s [Saddles|Outriders|Debtors]
        """),
    halls=frames("""
        - The [Great|Patched|White|Standing] [Tent|Kurgan|Winter House|Stockade]
        - {stem} Stockade
        - The Tent of {stem}
        """),
    mottos=frames("""
        - Faster than the news.
        - No fences.
        - The horse decides.
        - Sung, therefore so.
        - Here today.
        """),
    festivals=frames("""
        - the Nine Races
        - First Milk
        - the [Kite|Wrestling|Saddle|Drum] Days
        - Crane-Coming
        - the Feast of Empty Saddles
        """),
    discoveries=frames("""
        - a barrow with the [horses|lamps|kettles] still warm
        - a white [foal|herd|stone] nobody has branded
        - the lost [banner|bride-price|drum] of {person}
        """),
    storms=frames("""
        - the [Iron|Yellow|Tent-Eater] Wind
        - a dust storm of [three|five|nine] days
        - the white storm they call [the Mother-in-Law|the Tax Horse]
        """),
)
