"""The frozen north: the long dark, hearth-law, sledges, and hospitality with a count of the knives."""

from typing import Final

from herotycoon.storyteller.template.languages import FROST, RIVER
from herotycoon.storyteller.template.themes.base import Theme, frames, items

NORTH: Final = Theme(
    key="north",
    titles=frames("""
        - The [Long|White|Lamp-Black|Whale-Bone|Ember|Ninth] [Winter|Night|Hearths|Ice|Thaw]
        - [Nine|Six|Thirty|Twenty] [Hearths|Sledges|Winters|Longhouses|Axes]
        - Where the [Ice|Sun|Road|Whale|Ember] [Turns|Sleeps|Ends|Waits]
        """),
    lands=frames("""
        - the {stem} Hearth-Land
        - {stem}-under-Ice
        - the {stem} Mark
        - North {stem}
        """),
    phonologies=(FROST, FROST, RIVER),
    biomes={
        "tundra": 6,
        "mountains": 4,
        "forest": 3,
        "coast": 3,
        "hills": 1,
        "swamp": 1,
        "ruins": 1,
        "plains": 1,
    },
    landmarks={
        "hot_spring": 4,
        "standing_stones": 3,
        "dragon_bones": 3,
        "battlefield": 2,
        "waterfall": 2,
        "lighthouse": 2,
        "shrine": 1,
        "hermitage": 1,
        "ruined_tower": 1,
        "mystical_tree": 1,
    },
    surnames=items("family, compound, compound"),
    compounds=(
        items("""
        Ice, Wolf, Ember, Half, Bear, Frost, Whale, Elk, Iron, Soot, Snow, Bone, Ash, Two, Long, Cold
        """),
        items("""
        -Boots, -Hearth, -Beard, -Axe, -Candle, -Sledge, -Mitten, -Kettle, -Oar, -Tooth, -Ladle, -Knee
        """),
    ),
    particles=items("of the House, af, under"),
    villages=frames("""
        - {place}
        - {place}
        - {place}
        - {stem}-by-the-Ice
        - Upper {place}
        - {stem} Hearths
        """),
    colours=items("""
        White, Howling, Sleepless, Bone, Ninth, Elk, Smokeless, Wolf's, Frozen, Last, Whispering, Iron,
        Blue, Unburied, Lantern, Starving
        """),
    terrain={
        "tundra": items("Barrens, Whites, Snowfields, Long Flats, Drifts"),
        "mountains": items("Teeth, Horns, Peaks, Ice-Falls"),
        "forest": items("Spruces, Pinewoods, Birches"),
        "coast": items("Ice-Edge, Skerries, Fjord-Mouths, Shelf"),
        "swamp": items("Thaw-Bogs, Meltwaters"),
    },
    monsters=items("""
        draugr, ice_troll, frost_wolf, snow_hag, hunger_spirit, white_bear, drowned_skald, rime_giant,
        night_walker
        """),
    inns=frames("""
        - the [Last|Warm|Snoring|Two-Faced|Thawed|Black] [Bear|Hearth|Sledge|Whale|Skald|Troll]
        """),
    years=frames("""
        - the winter [of the two wolves|the sea stood up|the sun came late|we ate the sledges|nobody was
          born]
        - the [third|fifth|tenth] winter of the [great hunger|long feud|whale-peace|green lights]
        - the year of the [short|warm|black|false] [summer|thaw|snow]
        """),
    words={
        "trade": items("""
            sledge-wright, whaler, seal-skinner, skald, fish-drier, ice-cutter, shield-painter, rune-carver,
            furrier, hearth-keeper, axe-grinder, law-speaker, ember-carrier, reindeer herder, wool-fuller,
            keel-layer
            """),
        "thing": items("""
            whalebone needle, bearskin with the head on, drinking horn, snow-shoe, ember pot, rune stick,
            single skate, walrus tusk, mitten too large for anybody, harpoon, frozen trout, fur hat, sledge
            bell, iron kettle, die of knucklebone, tallow candle
            """),
        "food": items("""
            stockfish, seal fat, buttered stockfish, whale stew, fermented shark, barley bread, reindeer
            tongue, blood soup, cloudberries, sour milk, smoked goose, dried herring
            """),
        "beast": items("""
            sledge-dog, reindeer, snow owl, raven, walrus, shaggy pony, lemming, seal pup, one-eyed
            wolfhound, ptarmigan
            """),
        "boss": items("""
            the law-speaker, the hearth-mothers, the jarl, the whale council, the winter king, the assembly
            at the stone
            """),
        "woe": items("""
            the hunger winter, the burning of the longhouse, the whale war, the white sickness, the year the
            sun stayed away, the ice-break, the feud of the two kettles, the wolf peace, the avalanche, the
            long dark
            """),
        "day": items("""
            Sun-Return, Ember Night, the Feast of Thin Soup, Whale Sunday, the Naming of Knives,
            Axe-Burying, First Thaw, Midwinter Quiet
            """),
        "coin": items("rings, ells, silver bits, ounces"),
        "oath": items("""
        by ember and axe, by the old bear, by the keel, on my grandmother's soup, by ice and iron
        """),
        "taboo": items("""
            whistling at the green lights, counting the firewood aloud, sleeping with boots to the north,
            refusing soup, naming a wolf, stepping over an oar, lending fire after dark, boasting before the
            second horn
            """),
    },
    founding=frames("""
        - {num} families came north to {land} after a quarrel about a blanket, and each of them still has a
          piece of it.
        - {land} was discovered by {person}, who was looking for somewhere else and was too proud to say so.
        - In {land} it is dark for {small} months, during which everything of importance has always been
          decided, unwisely.
        - The whale that fed the first winter of {land} has been granted a seat at the assembly, and has
          never abused it.
        - They say that {land} was a giant's bed and that he means to come back to it, hence the habit of
          knocking.
        """),
    customs=frames("""
        - A guest may stay three nights and an enemy until the thaw, since neither can be put out in that.
        - Names are given at the first winter's end, there being no sense in wasting one.
        - Soup is law: who has eaten of it may not be sued, stabbed or corrected until {day}.
        - A lie told after dark does not count, provided that it is long enough.
        - Fire is carried from the oldest hearth to the newest house on {day}, at a walk, whatever is
          following.
        """),
    troubles=frames("""
        - This winter the lights in the sky have stopped moving, and the dogs will not look up.
        - The ice has given back a longship from {year}, rowing.
        - Each dawn since {day} there has been one more house in {land} than there are families, with smoke.
        - {num} bears have come down to the coast and are simply sitting there, with their backs to the sea,
          as if put there to keep something in.
        """),
    origins=frames("""
        - {She} {was} born in the dark at {home} and {was} {small} months old before anybody saw whom {she}
          looked like.
        - {Her} {kin} traded {ob} to a longhouse in {home} for {a:thing} and the promise of one mouth less
          until spring.
        - {She} grew up {num} to a bench in {home}, and learned to sleep through anything but silence.
        - In {home} {she} slept between {a:beast} and the wall, and considers the wall to have been the
          colder.
        - {She} {was} carved into the doorpost at {home} at every midwinter since {year}, one notch short of
          {her} {kin}.
        - {Her} {kin} went out from {home} for firewood in {year}, and {she} {was} raised by {a:trade} who
          had offered to wait.
        - {She} ate {her} first {food} and killed {her} first {beast} in {home} on the same day, and {was}
          sorry about the food.
        - The saga of {her} family begins in {home} with the theft of {a:thing} and takes {small} nights to
          get to {ob}.
        - {She} {was} left out for the wolves at {home} in {woe}, and came in again by {herself}, with
          {a:beast}.
        - {Her} {kin} kept the ember at {home} alive for {num} winters and let {ob} blow on it on {day}.
        """),
    quirks=frames("""
        - counts the knives in any room, and {a:thing} as half of one
        - greets the sun by name, and {a:beast} after it
        - cannot sleep in the warm, and lies {small} nights a week in the yard
        - thinks {taboo} calls {monsters}
        - wears {num} charms of bone, one of them from {village}
        - carries an ember from {village} in {a:thing}
        - swears {oath} and spits, once upon {person}
        - refuses {food} twice before taking three helpings
        - insults friends in verse, {person} at the greatest length
        - knocks on ice, trees and {a:trade} to hear if they are hollow
        - owes {village} a song, and hums the {num} verses that are finished
        - has never taken off {person}'s mitten
        """),
    guilds=frames("""
        - The [Sworn|Hearth-Guard|Company|Oath-Kin|Wanderers] of the [Last|Ninth|Black|Iron|Warm]
          [Ember|Axe|Kettle|Keel]
        - The [Axe|Ember|Bear|Horn] and [Kettle|Candle|Oar|Blanket]
        - {family}'s [Shield-Bench|Rowers|Bad Guests]
        """),
    halls=frames("""
        - The [Smoking|Long|Turf|Upturned] [Longhouse|Hall|Keel-House|Hearth]
        - {stem} Hall
        - {stem}'s Bench
        """),
    mottos=frames("""
        - Cold hands, warm axe.
        - The soup is shared.
        - It will get darker.
        - Nobody freezes alone.
        - Spring, eventually.
        """),
    festivals=frames("""
        - Sun-Return
        - the Feast of Thin Soup
        - the [Sledge|Axe|Whale|Ember] Games
        - Midwinter Quiet
        - the Naming of Knives
        """),
    discoveries=frames("""
        - a ship in the ice with its [cargo|crew|breakfast] aboard
        - a warm [cave|spring|stone] where there was only snow
        - the frozen [wallet|rune-staff|herd] of {person}
        """),
    storms=frames("""
        - the [White Wife|Long Howl|Door-Closer]
        - a blizzard of [five|eight|thirteen] days
        - the cold they call [the Tax|the Old Man]
        """),
)
