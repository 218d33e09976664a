"""Mountain cantons: mines, bells, cheese, avalanches and neutrality, fiercely defended."""

from typing import Final

from herotycoon.storyteller.template.languages import CANTON, VELVET
from herotycoon.storyteller.template.themes.base import Theme, frames, items

CANTONS: Final = Theme(
    key="cantons",
    titles=frames("""
        - The [Cowbell|Cheese-Wheel|Silver|Avalanche|Crampon|Echo|Deep]
          [Cantons|Confederacy|League|Passes|Diggings]
        - [Five|Nine|Thirteen|Three-and-a-Half] [Valleys|Passes|Shafts|Bells]
        - The [Upper|Vertical|Neutral|Steep] [Republic|Parish|Treaty|Confederacy]
        """),
    lands=frames("""
        - the Canton of {stem}
        - the {stem} Pass
        - Upper {stem}
        - the High Vale of {stem}
        """),
    phonologies=(CANTON, CANTON, VELVET),
    biomes={"mountains": 7, "hills": 4, "forest": 3, "plains": 2, "tundra": 2, "ruins": 1, "swamp": 1},
    landmarks={
        "waterfall": 3,
        "hot_spring": 3,
        "shrine": 3,
        "hermitage": 3,
        "ruined_tower": 2,
        "battlefield": 1,
        "dragon_bones": 2,
        "great_library": 1,
        "wishing_well": 1,
    },
    surnames=items("family, family, compound"),
    compounds=(
        items("""
        Bell, Silver, Pick, Rind, Snow, Goat, Echo, Steep, Shaft, Crag, Butter, Lode, Ledge, Rope, Gentian
        """),
        items("""
        bach, stein, hauer, mann, wand, hof, wirt, berger, steiger, acker, huber, meister, senn, graber
        """),
    ),
    particles=items("von, zu, ab der"),
    villages=frames("""
        - {place}
        - {place}
        - {place}
        - Ober{low}
        - {place} im Loch
        - Saint {stem}
        """),
    colours=items("""
        Echoing, Upper, Silver, Steep, Neutral, Cowbell, Sour, Avalanche, Sunless, Dowager's, Tin, Hollow,
        Vertical, Gentian, Cold, Ringing
        """),
    terrain={
        "mountains": items("Horns, Sisters, Peaks, Massif, Needles, Deep Workings"),
        "hills": items("Alps, Pastures, Spoil Heaps, Foothills"),
        "plains": items("Valley Floor, Hay Meadows, Levels"),
        "tundra": items("Glacier, Snowfields, Moraines"),
        "forest": items("Larches, Firs, Avalanche Woods"),
    },
    monsters=items("""
        shaft_kobold, avalanche_hag, cheese_thief, echo, gallery_worm, stone_giant, mountain_wyvern, goblin,
        brass_miner
        """),
    inns=frames("""
        - the [Neutral|Ringing|Steep|Golden|Buried|Upper] [Goat|Cow|Miner|Cheese|Gentian|Chamois|Rope]
        """),
    years=frames("""
        - the [winter|spring|summer] of the [short|great|second|silent|sour]
          [avalanche|milk|strike|vote|thaw]
        - the year the [bell cracked|pass shut|mine flooded|cows came home|referendum was lost]
        """),
    words={
        "trade": items("""
            cheesemaker, bell-founder, mule guide, mine surveyor, goatherd, clock-mender, cowbell tuner,
            avalanche warden, yodelling master, assayer, mercenary recruiter, lode-finder, sledge postman,
            rope-walker, pit-prop carpenter, notary of the pass
            """),
        "thing": items("""
            cowbell, miner's lamp, rind of the good cheese, alpenhorn, cuckoo clock, pickaxe with two heads,
            goatskin rucksack, coil of rope, referendum slip, iron crampon, canary cage, lump of fool's
            gold, milking stool, snow shovel, barometer, edelweiss pressed in a prayer book
            """),
        "food": items("""
            melted cheese, dried beef, potato cake, goat's milk, barley soup, blue cheese, black bread, plum
            brandy, sausage, whey, cheese rinds, chestnut cake
            """),
        "beast": items("""
            goat, cow, marmot, chamois, rescue dog, mule, eagle, canary, brown cow with a bell, billy goat,
            ibex
            """),
        "boss": items("""
            the landammann, the mine directors, the cheese inspectors, the prince-abbot, the committee of
            the pass, the cowbell court
            """),
        "woe": items("""
            the white Tuesday, the cheese war, the silver crash, the flooding of the deep shaft, the
            referendum, the burying of the lower village, the year the milk turned, the mercenary winter,
            the strike of the bells, the landslip
            """),
        "day": items("""
            Cow-Descent, Saint Barbara's, Referendum Sunday, the Ringing-In, Cheese-Cutting, Lamp Mass, the
            Day of Two Naps, First Grass
            """),
        "coin": items("batzen, kreuzers, thalers, rappen"),
        "oath": items("""
        by bell and brandy, by the deep shaft, by rope, on the grave of my cow, by the eleven valleys
        """),
        "taboo": items("""
            whistling underground, shouting under snow, cutting cheese towards the heart, ringing a borrowed
            bell, voting with the left hand, thanking a mule, counting goats at dusk, naming the mountain
            after dark
            """),
    },
    founding=frames("""
        - {num} valleys of {land} swore never again to obey a foreign lord, and have been unable since to
          agree on a local one.
        - {land} was founded by mercenaries who came home with everyone else's money and one recipe.
        - Silver was found in {land} by {person}'s goat, whose descendants hold the mineral rights.
        - No army has ever taken {land}, because none could be got to go up the last part.
        - The constitution of {land} is cut into a cliff, {num} fathoms high, and may be amended only by
          landslide.
        """),
    customs=frames("""
        - Every decision is put to the vote, including this one.
        - Each cow has a bell, each bell a note, and the herds are bought together so as to be in tune.
        - The dead are kept on the roof until the thaw, and are said to have never looked better.
        - A loan is secured upon cheese, and the cheese must be visited.
        - On {day} the miners give the mountain back one stone, with thanks.
        """),
    troubles=frames("""
        - Since {year} the echo has been coming back with something added.
        - In the deepest shaft they have broken into a gallery, swept, with the lamps lit.
        - The mule post brings letters from a canton which is not among the {num}, asking why nobody writes.
        - The glacier gave up {small} soldiers this spring, in a uniform that {land} has only just ordered.
        """),
    origins=frames("""
        - {She} {was} born in {home}, which is {num} minutes from the next village as the stone falls and a
          day as the mule walks.
        - {Her} {kin} kept {num} goats on a slope at {home} so steep that {she} {was} tethered with them
          until the age of {small}.
        - {She} went down the mine at {home} at {small}, carrying {a:thing}, and came up in {year} with an
          education.
        - {She} grew up in {home}, in the shadow of a mountain that had already fallen on {her} {kin} once.
        - {Her} {kin} founded bells at {home}, and it was {she} who {was} put inside to say whether they
          rang.
        - {She} {was} dug out of the snow at {home} in {woe}, by {a:beast}, with {food} round its neck.
        - By a majority of {small} the people of {home} resolved to bring {ob} up, and the minority sent
          {food}.
        - {She} spent {her} childhood in {home} turning cheeses, {num} a night, for {a:trade} who knew each
          by name.
        - {Her} family held the pass at {home} against all comers, {small} in a good year, and sold them
          {food} afterwards.
        - {She} {was} sold at {num} from {home} to a foreign regiment, by {her} {kin}, with a guarantee and
          {a:thing}.
        """),
    quirks=frames("""
        - puts everything to the vote, with {a:beast} in the chair
        - rings {a:thing} before entering a room
        - lowers {her} voice under snow, ledges and {person}
        - thinks {taboo} brought down {woe}
        - judges towns by their {food}, and {village} harshly
        - can tell the hour from the shadow of {a:beast}
        - keeps {a:thing} roped to {her} belt, in case of {village}
        - swears {oath} and waits for the echo
        - declares neutrality in quarrels about {food}
        - smells of {food} and gunpowder
        - yodels when lost, once for {small} days near {village}
        - winds {small} clocks before bed and argues with {a:trade} over the time
        """),
    guilds=frames("""
        - The [Confederates|Company|Sworn Rope|Free Lances|Brotherhood] of the
          [Upper|Ringing|Neutral|Deep|Eleventh] [Pass|Shaft|Bell|Valley]
        - The [Bell|Pick|Goat|Rope] and [Cheese|Halberd|Lamp|Barrel]
        - {family} and [Partners|Sons and Daughters|Guides]
        """),
    halls=frames("""
        - The [Upper|Old|Leaning|Silver] [Counting House|Bell Foundry|Cheese Cellar|Pass House]
        - {stem} Hospice
        - Haus {stem}
        """),
    mottos=frames("""
        - Neutral, but armed.
        - Carried, by a majority.
        - All on one rope.
        - Up is included; down is extra.
        - Ring twice for rescue.
        """),
    festivals=frames("""
        - Cow-Descent
        - the [Bell|Cheese|Rope|Goat] Fair
        - the Ringing-In
        - Saint Barbara's
        - Referendum Sunday
        """),
    discoveries=frames("""
        - a vein of [silver|blue ore|something] that hums
        - a gallery [swept clean|full of bells|older than the mountain]
        - the [mule train|cheese|regimental band] lost in the glacier with {person}
        """),
    storms=frames("""
        - the [White Tuesday|Mule-Turner|Bell-Ringer]
        - a snowfall of [three|six|eight] days
        - the wind they call [the Bailiff|the Foreign Lord]
        """),
)
