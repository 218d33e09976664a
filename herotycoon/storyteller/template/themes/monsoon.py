"""Monsoon country: terraces, tea, temple monkeys, elephants in office and rain with an appointment."""

from typing import Final

from herotycoon.storyteller.template.languages import ASH
from herotycoon.storyteller.template.languages import MONSOON as RAINLAND
from herotycoon.storyteller.template.themes.base import Theme, frames, items

MONSOON: Final = Theme(
    key="monsoon",
    titles=frames("""
        - The [Rain|Tea|Tiger|Lotus|Terrace|Monkey|Umbrella] [Kingdoms|Courts|Temples|Almanac|Succession]
        - [Hundred|Sixty|Nine|Twelve] [Terraces|Umbrellas|Elephants|Stairs|Rains]
        - The [Punctual|Second|Overgrown|Moss-Green] [Monsoon|Court|City|Dynasty]
        """),
    lands=frames("""
        - the {stem} Stair
        - the {stem} Ghat
        - the Umbrella Kingdom of {stem}
        - Green {stem}
        """),
    phonologies=(RAINLAND, RAINLAND, ASH),
    biomes={"jungle": 7, "hills": 4, "swamp": 3, "mountains": 2, "ruins": 4, "plains": 2, "coast": 2},
    landmarks={
        "shrine": 4,
        "great_library": 2,
        "waterfall": 4,
        "mystical_tree": 3,
        "hermitage": 2,
        "ruined_tower": 2,
        "hot_spring": 1,
        "wishing_well": 1,
        "dragon_bones": 1,
    },
    surnames=items("family, family, compound"),
    compounds=(
        items("""
        Rain, Lotus, Tea, Tiger, Monkey, Lamp, Moss, Indigo, Pepper, Mango, River, Bell, Orchid, Peacock
        """),
        items("""
        keeper, bearer, reader, weaver, stair, hand, walker, singer, planter, watcher, gate, painter,
        drummer
        """),
    ),
    particles=items("of the House of, dar, sri"),
    villages=frames("""
        - {place}
        - {place}
        - {place}
        - Upper {place}
        - {stem} Steps
        - {place} of the Monkeys
        """),
    colours=items("""
        Dripping, Monkey, Orchid, Ninth, Tiger, Overgrown, Umbrella, Moss, Thousand-Step, Fragrant,
        Drumming, Leech, Peacock, Slippery, Lamp, Indigo
        """),
    terrain={
        "jungle": items("Green, Canopy, Fig Forest, Orchid Woods, Bamboo"),
        "hills": items("Tea Slopes, Terraces, Ghats, Steps"),
        "swamp": items("Mangroves, Lotus Ponds, Paddies"),
        "ruins": items("Swallowed City, Temples, Stair-Wells, Monkey Palace"),
        "plains": items("Rice Fields, Elephant Grass, Floodplain"),
    },
    monsters=items("""
        weretiger, temple_monkey, naga, leech_swarm, vine_djinn, banyan_ghost, rain_demon, masked_thief,
        stone_elephant
        """),
    inns=frames("""
        - the [Dry|Painted|Ninth|Drowsy|Umbrella|Lucky] [Tiger|Elephant|Teapot|Peacock|Mongoose|Veranda]
        """),
    years=frames("""
        - the [early|late|double|missing|long] rains of the [ninth|boy|deaf|tiger|second] [raja|rani|regent]
        - the year the [tea failed|elephant abdicated|bridge flowered|monkeys voted|rain was punctual]
        """),
    words={
        "trade": items("""
            tea-taster, mahout, umbrella-maker, temple dancer, rain-keeper, snake-catcher, betel-seller,
            indigo dyer, drummer, paddy-planter, ear-cleaner, palm-reader, astrologer, silk-winder,
            kite-fighter, stair-sweeper
            """),
        "thing": items("""
            silk umbrella, brass tiffin tin, temple bell, tiger's whisker, betel box, palm-leaf manuscript,
            sandalwood fan, tea chest, elephant goad, pair of ankle bells, mosquito net, lacquer box,
            garland of marigolds, conch, jar of mango pickle, mongoose lead
            """),
        "food": items("""
            rice and pickle, mango, lentil stew, fried bananas, coconut fish, ginger tea, pepper soup,
            jackfruit curry, rice cakes, sweet curds, tamarind, roast cashews
            """),
        "beast": items("""
            elephant, monkey, mongoose, peacock, water buffalo, parakeet, gecko, leech, temple monkey,
            cobra, civet
            """),
        "boss": items("""
            the rani, the court of umbrellas, the rain office, the elephant regent, the tea commissioners,
            the abbot of stairs
            """),
        "woe": items("""
            the missing monsoon, the tea panic, the monkey schism, the leech year, the elephant regency, the
            long stair landslide, the indigo strike, the fever rains, the tiger winter, the drowning of the
            lower court
            """),
        "day": items("""
            First Rain, the Lamp Floating, Elephant Bath, Umbrella Day, Mango Day, the Night of Drums,
            Stair-Washing, the Monkeys' Dinner
            """),
        "coin": items("annas, cowries, rupees, seals"),
        "oath": items("""
        by rain and rice, by the hundred stairs, by the white elephant, on my umbrella, by drum
        """),
        "taboo": items("""
            opening an umbrella at court, mocking a monkey, pointing feet at an elephant, counting steps
            aloud, sleeping under a fig, drinking the last of the tea, sweeping after dark, whistling to a
            snake
            """),
    },
    founding=frames("""
        - {land} is a staircase of {num} thousand steps with a kingdom on each landing.
        - The rain comes to {land} on the same afternoon every year, and the dynasty fell that scheduled a
          wedding for it.
        - {person} the Patient planted {land} with tea and waited, and was made king for want of any other
          occupation.
        - In {land} the jungle is regarded as a tenant, the city being let to it for {small} centuries at a
          time.
        - An elephant ruled {land} for {num} years, and it is still the reign to which others are compared.
        """),
    customs=frames("""
        - Rank is shown by umbrellas, and in a crowd the great are extremely dry and cannot see anything.
        - Tea is poured three times; what is said over the third cup is binding, and over the fourth is
          poetry.
        - On {day} the monkeys are given dinner by the temple, served by whoever wronged it last.
        - Nobody sweeps a stair downwards, as that is where the neighbours are.
        - Marriages are arranged by the astrologers, and disarranged by the rain.
        """),
    troubles=frames("""
        - This year the rain was {small} hours early, and {boss} lost heads over it.
        - The monkeys left the temple on {day}, in file, carrying the small bells.
        - A city has come out of the jungle in {land}, overnight, washed, with {num} lamps in the windows.
        - Tigers have been seen walking {small} abreast on the old stair, upwards, like people late for
          something.
        """),
    origins=frames("""
        - {She} {was} born on the [ninth|fortieth|last|third] landing at {home}, in the rain, under
          {a:trade}'s umbrella.
        - {Her} {kin} tasted tea in {home} for a living, and brought {ob} up on {food} so as not to spoil
          the tongue.
        - {She} grew up in {home}, in a house on stilts, above {small} buffaloes and a landlord, and learned
          to tell them apart from {a:trade}.
        - {Her} first nurse in {home} was {a:beast}, and {her} second was less careful.
        - {She} {was} dedicated to the temple at {home} at {small}, and returned in {year} with a note from
          the monkeys.
        - The stars at {her} birth in {home} foretold {a:thing}, {a:trade} and a wet death, and {her} {kin}
          took {ob} uphill.
        - {She} carried an umbrella in {home} for {a:trade}, from the age of {num}, and {has} been rained on
          ever since.
        - {Her} family had the sweeping of {num} stairs at {home}, by royal grant, and passed {ob} the broom
          in {year}.
        - {She} {was} found in {home} after {woe}, asleep in {a:thing}, with {a:beast} fanning.
        - In {home} {she} {was} one of {num} cousins and the only one whose kite came back, with {a:thing}
          tied to it.
        """),
    quirks=frames("""
        - opens an umbrella to think, and shares it with {a:beast}
        - takes {small} cups of tea before any decision about {food}
        - climbs stairs backwards on {day}, for {person}'s sake
        - thinks {taboo} drove off {woe}
        - bargains with monkeys, latterly over {a:thing}
        - smells rain {num} hours off, from the direction of {village}
        - swears {oath} and looks up
        - bows to {a:beast} of any rank
        - ties a thread to {a:thing} for luck, red for {village}
        - burns incense before {food}
        - consults the stars, and {a:trade}, before lacing {her} boots
        - rides everything as if it were an elephant, not excepting {person}'s mule
        """),
    guilds=frames("""
        - The [Company|Servants|Guardians|Sworn Bearers|Drummers] of the [Ninth|Silk|Hundredth|Patient|Torn]
          [Umbrella|Stair|Lotus|Rain]
        - The [Tiger|Elephant|Lotus|Monkey] and [Teapot|Umbrella|Drum|Sabre]
        - The House of {family}, [Stair-Keepers|Tiger-Catchers|Bearers]
        """),
    halls=frames("""
        - The [Painted|Dry|Hundred-Pillar|Lower] [Tea House|Elephant Stables|Pavilion|Rest House]
        - {stem} Mahal
        - {stem} Rest House
        """),
    mottos=frames("""
        - One more stair.
        - Dry within reason.
        - After the third cup.
        - The tiger goes first.
        - Rain or more rain.
        """),
    festivals=frames("""
        - the Lamp Floating
        - First Rain
        - the [Elephant|Kite|Umbrella|Monkey] Parade
        - the Night of Drums
        - Mango Day
        """),
    discoveries=frames("""
        - a stair that goes [down|on|sideways] from the last landing
        - a temple [kitchen|treasury|clock] still in use
        - the white [elephant|tea|umbrella] of {person}
        """),
    storms=frames("""
        - the [Early|Drumming|Umbrella-Turner] Rain
        - [nine|eleven|twenty] days of downpour
        - the cloud they call [the Tax Collector|the Bride]
        """),
)
