"""River country: barges, mills, locks, floods, and a river that signs its own treaties."""

from typing import Final

from herotycoon.storyteller.template.languages import HARBOUR
from herotycoon.storyteller.template.languages import RIVER as RIVERINE
from herotycoon.storyteller.template.themes.base import Theme, frames, items

RIVER: Final = Theme(
    key="river",
    titles=frames("""
        - The [Mill|Barge|Ferry|Carp|Weir|Flood|Brown] [Duchies|Tolls|Kingdoms|Reaches|Gazette]
        - [Both|Three|Seven|All the] [Banks|Bridges|Locks|Mouths] [of the River|but One|and a Ferry]
        - The [Slow|Old|Crooked|Disputed|Sleepy] [River|Meander|Current|Water]
        """),
    lands=frames("""
        - the {stem} Valley
        - the {stem} Reach
        - the {stem} Meander
        - the Toll-Duchy of {stem}
        """),
    phonologies=(RIVERINE, RIVERINE, HARBOUR),
    biomes={"plains": 5, "swamp": 4, "forest": 3, "hills": 2, "coast": 2, "ruins": 2, "mountains": 1},
    landmarks={
        "waterfall": 3,
        "wishing_well": 2,
        "shrine": 3,
        "battlefield": 2,
        "mystical_tree": 2,
        "ruined_tower": 2,
        "hermitage": 2,
        "lighthouse": 1,
        "standing_stones": 1,
        "great_library": 1,
    },
    surnames=items("family, compound, family"),
    compounds=(
        items("""
        Mill, Weir, Barge, Carp, Lock, Flood, Reed, Toll, Ferry, Pike, Willow, Silt, Bridge, Wheel, Mud,
        Swan
        """),
        items("""
        ward, man, wright, pole, brook, ford, race, gate, keeper, water, bank, stone, oar, bend, foot, well
        """),
    ),
    particles=items("na, of the Left Bank, z"),
    villages=frames("""
        - {place}
        - {place}
        - {place}
        - {place} Lock
        - {stem} Bend
        - Lower {place}
        """),
    colours=items("""
        Slow, Willow, Brown, Left-Hand, Flooded, Miller's, Drowsy, Toll, Carp, Disputed, Silted, Swan,
        Wandering, Double, Ferryman's, Lazy
        """),
    terrain={
        "plains": items("Water Meadows, Wheatlands, Flats, Bottoms"),
        "swamp": items("Backwaters, Reedbeds, Oxbows, Delta"),
        "forest": items("Willows, Poplars, Mill Woods"),
        "coast": items("Estuary Sands, Bar, Mouths"),
        "ruins": items("Broken Bridge, Mill Ruins, Old Locks"),
    },
    monsters=items("""
        river_hag, mill_goblin, pike_lord, bridge_troll, rusalka, flood_wraith, barge_pirate, weir_serpent,
        vodyanoy
        """),
    inns=frames("""
        - the [Moored|Stuck|Dry|Jolly|Second|Left-Hand] [Barge|Miller|Swan|Carp|Ferryman|Pike]
        """),
    years=frames("""
        - the [spring|autumn] of the [high|low|second|black|polite] [water|ice|carp|flood|treaty]
        - the year the [mill|bridge|ferry|river|mayor] [ran backwards|was mislaid|stood still|married]
        """),
    words={
        "trade": items("""
            bargee, miller, lock-keeper, ferryman, toll-clerk, carp-breeder, willow-weaver, dredger,
            bridge-mender, brewer, river pilot, washerwoman, punt-racer, reed-thatcher, swan-marker,
            flood-reader
            """),
        "thing": items("""
            barge pole, millstone, swan's feather, toll ticket, lock key, fishing float, flour sack, tin
            bailer, eel spear, painted bucket, ferry bell, brass tiller, willow basket, bargee's concertina,
            water-level stick, stuffed pike
            """),
        "food": items("""
            fried carp, dumplings, rye bread, poppy-seed cake, beetroot soup, pickled cucumber, pike in
            jelly, small beer, buckwheat, sour cream, duck, noodles
            """),
        "beast": items("""
            swan, towpath mule, duck, carp, barge dog, goose, water rat, heron, old pike, otter, dray horse
            """),
        "boss": items("""
            the toll-duke, the miller's bench, the river board, the swan-master, the mayors of both banks,
            the lock college
            """),
        "woe": items("""
            the great flood, the low-water summer, the toll war, the miller's strike, the year the ice
            stayed, the bridge collapse, the moving of the river, the cholera barge, the carp sickness, the
            siege of the mill
            """),
        "day": items("""
            Swan-Upping, the Wedding of the Banks, First Barge, Carp Eve, Saint Bucket's, the Opening of
            Sluices, Mill Monday, Low-Water Day
            """),
        "coin": items("groschen, tolls, kopecks, millers"),
        "oath": items("""
        by bank and bridge, by the old river, by weir and wheel, on my barge, by Saint Bucket
        """),
        "taboo": items("""
            swimming on a Friday, naming the far bank, crossing a bridge twice in one hour, stopping a mill
            wheel by hand, whistling at a ferry, throwing bread to a pike, spitting upstream, borrowing a
            boat on a Monday
            """),
    },
    founding=frames("""
        - The frontier of {land} is the river, which moves, so that {num} villages have been abroad {small}
          times without getting up.
        - {person} founded {land} by falling off a barge and refusing to admit it.
        - {land} was once a single farm with a river through it, until the {num} heirs fell out over the
          middle.
        - The river signed the peace of {year} together with {land}, by flood, on every page.
        - There are {num} mills in {land} and wind for none, on which the whole of its philosophy depends.
        """),
    customs=frames("""
        - Whoever lives upstream must say good morning first, since he has already sent everything else.
        - Bridges are built from both ends by rival parishes, and the step in the middle is where one
          proposes.
        - On {day} the ferry is free and so nobody takes it, for fear of what it might be up to.
        - Millers are presumed dishonest, and are paid a little more for the trouble of it.
        - Children are weighed in spring, and again after the flood.
        """),
    troubles=frames("""
        - In {year} the river was found one morning to have turned round, and has not been forgiven.
        - A barge has gone by every night since {day}, unlit and low in the water, always downstream, always
          the same one.
        - The mills have begun to grind at night, with nothing in them, and the flour is quite good.
        - {small} wells have gone salt, {num} days' journey from the sea, and {boss} blamed the wells.
        """),
    origins=frames("""
        - {She} {was} born on the [left|right] bank at {home}, and woke up at the age of {small} on the
          other.
        - {Her} {kin} kept the lock at {home} and let {ob} work the paddles, which is how the flood of
          {year} got its date.
        - {She} grew up on a barge that was always {num} miles short of {home}, on {food} and second-hand
          newspapers.
        - {She} came down the river to {home} in {a:thing}, aged about {small} days, and {was} charged the
          toll.
        - The mill at {home} was {her} {kin}'s, until {woe} carried it off to {village} with {ob} in the
          hopper.
        - {Her} {kin} of the left bank and {her} {kin2} of the right met in the middle of the bridge at
          {home}, and {she} {was} what they agreed on.
        - {She} {was} baptised in {home} by {a:trade}, in the river, and retrieved at {village} by
          {a:trade2}.
        - In {home} {she} {was} known as the child who could [hold her breath|tickle carp|hear the weir
          change|steer asleep], and {she} ate a great deal of {food}.
        - {She} {was} put to {a:trade} in {home} at {num}, and taken away again when the river took the
          shop.
        - {Her} family had ferried at {home} for {num} generations and not one of them had ever been to the
          other side for pleasure, {her} {kin} least of all.
        """),
    quirks=frames("""
        - greets anyone from upstream with suspicion, and {a:beast} with none
        - will not turn left at {village}
        - measures distance in bends, and {food} in buckets
        - thinks {taboo} is how {woe} began
        - steps over thresholds as if into a boat, holding {a:thing}
        - knows what was thrown into the river at {village} in {year}
        - swears {oath} on the [left|right] bank only, and before {person}
        - plays the concertina to {a:beast}
        - carries a bottle of the water of {village} and lets no one drink it
        - moors {her} horse, with {small} hitches, to {a:thing}
        - sleeps with {her} head upstream, {food} permitting
        - floats {small} paper boats for {person} on {day}
        """),
    guilds=frames("""
        - The [Company|Bargees|Sworn Watermen|Fellowship|Pilots] of the [Left|Seventh|Slow|Broken|Upper]
          [Bank|Lock|Weir|Bridge]
        - The [Swan|Mill|Barge|Carp] and [Bucket|Anchor|Whistle|Dagger]
        - {family} and [Daughter|Ferrymen|Carriers]
        """),
    halls=frames("""
        - The [Old|Brown|Half-Drowned|Lower] [Mill|Toll House|Malt House|Lock House]
        - {stem} Mill
        - {stem} Wharf
        """),
    mottos=frames("""
        - Downstream is easy.
        - Either bank, same price.
        - Still waters, prompt service.
        - We float again.
        - It all comes past in the end.
        """),
    festivals=frames("""
        - Swan-Upping
        - the Wedding of the Banks
        - the [Barge|Carp|Raft|Bucket] Races
        - Low-Water Fair
        - the Opening of Sluices
        """),
    discoveries=frames("""
        - a [bridge|bell|strong-box] uncovered by low water
        - an island that has come [downstream|up|back] with its orchard
        - the cargo of {person}'s [piano|salt|wedding] barge
        """),
    storms=frames("""
        - the [Brown|Bridge-Taker|Miller's] Flood
        - [five|eight|fourteen] days of rain
        - the high water called [Grandfather|the Guest]
        """),
)
