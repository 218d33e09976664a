"""Ash isles: volcanoes with names and moods, glass, vines, hot beaches and short leases."""

from typing import Final

from herotycoon.storyteller.template.languages import ASH as ISLAND
from herotycoon.storyteller.template.languages import VELVET
from herotycoon.storyteller.template.themes.base import Theme, frames, items

ASH: Final = Theme(
    key="ash",
    titles=frames("""
        - The [Ash|Glass|Pumice|Ember|Sulphur|Obsidian|Smoking] [Isles|Archipelago|Choir|Terraces|Leases]
        - [Four|Seven|Nine|Eleven] [Craters|Sleeping Mountains|Vents|Chimneys]
        - The [Warm|Short|Grumbling|Provisional] [Isles|Shore|Republic|Earth]
        """),
    lands=frames("""
        - the {stem} Archipelago
        - the Isle of {stem}
        - {stem}-under-Smoke
        - New {stem}
        """),
    phonologies=(ISLAND, ISLAND, VELVET),
    biomes={"mountains": 5, "coast": 5, "jungle": 4, "hills": 3, "ruins": 2, "desert": 2, "plains": 1},
    landmarks={
        "hot_spring": 5,
        "shrine": 3,
        "dragon_bones": 2,
        "lighthouse": 2,
        "waterfall": 2,
        "wishing_well": 1,
        "ruined_tower": 2,
        "mystical_tree": 1,
        "standing_stones": 1,
        "hermitage": 1,
    },
    surnames=items("family, compound, family"),
    compounds=(
        items("""
        Ash, Glass, Ember, Smoke, Cinder, Kiln, Pumice, Slag, Coral, Vine, Lava, Vent, Soot, Tide, Basalt
        """),
        items("""
        hand, foot, step, keeper, walker, singer, wright, kin, net, brow, bank, diver, gazer, bearer
        """),
    ),
    particles=items("a, of the House, te"),
    villages=frames("""
        - {place}
        - {place}
        - {place}
        - New {place}
        - {stem} Landing
        - {place} the Third
        """),
    colours=items("""
        Smoking, Glass, Warm, Grumbling, Ember, Coral, Cindered, Sulphur, Sleeping, Black, Singing, New,
        Provisional, Red, Steaming, Lava
        """),
    terrain={
        "mountains": items("Vents, Cones, Chimneys, Craters, Smokes"),
        "coast": items("Black Sands, Reefs, Hot Beaches, Atolls"),
        "jungle": items("Breadfruit Groves, Fern Valleys, Green Slopes"),
        "hills": items("Terraces, Vine Slopes, Slag Hills"),
        "desert": items("Ash Fields, Cinder Flats, Glass Plain"),
    },
    monsters=items("""
        lava_eel, ash_widow, cinder_imp, obsidian_golem, reef_shark, steam_spirit, magma_toad, glass_crab,
        kiln_ghost
        """),
    inns=frames("""
        - the [Warm|Singed|Second|Grumbling|Floating|Black] [Kiln|Parrot|Crater|Turtle|Breadfruit|Outrigger]
        """),
    years=frames("""
        - the year of the [grey|red|sweet|third|silent] [ash|wine|island|tremor|snow]
        - the [dry|wet|dark] season [after|before] the [big cough|new island|lid came off|priest left]
        """),
    words={
        "trade": items("""
            glass-blower, ash-sweeper, vent-keeper, pearl-diver, vine-dresser, tremor-reader, breadfruit
            baker, outrigger builder, kiln-stoker, tattooist, turtle-rider, mountain-soother, sulphur miner,
            shell-carver, parrot-teacher, evacuation clerk
            """),
        "thing": items("""
            glass float, obsidian razor, pumice stone, parrot-feather cape, shell horn, wine jar, bag of
            warm sand, outrigger paddle, coral comb, ash broom, glass eye, fire-walking shoe, packed
            suitcase, drum, black pearl, seismic bell
            """),
        "food": items("""
            roast breadfruit, raw fish, steamed crab, taro, black wine, goat in leaves, turtle soup, coconut
            bread, octopus, hot-spring eggs, banana fritters, smoked eel
            """),
        "beast": items("""
            parrot, turtle, black pig, octopus, goat, gecko, fruit bat, hermit crab, frigate bird, cockerel
            """),
        "boss": items("""
            the mountain's priest, the evacuation office, the queen of terraces, the glass guild, the
            harbour chiefs, the council of slopes
            """),
        "woe": items("""
            the big cough, the grey year, the sinking of the old town, the glass war, the hot tide, the
            night the lid came off, the vine blight, the third evacuation, the sulphur fever, the birth of
            the new island
            """),
        "day": items("""
            Suitcase Day, the Soothing, First Ash, Glass Night, the Feast of Turtles, Warm Sunday, the
            Counting of Vents, Lava Eve
            """),
        "coin": items("beads, shells, glass pennies, pearls"),
        "oath": items("""
        by smoke and sea, by the old crater, by glass, on my packed bag, by the seven vents
        """),
        "taboo": items("""
            turning your back on the mountain, shouting near a vent, unpacking completely, praising the
            weather, throwing stones uphill, sleeping with wet feet, singing the mountain's song, building
            in three storeys
            """),
    },
    founding=frames("""
        - {land} came up out of the sea in {year}, steaming, and {num} families had rowed out to it before
          it was cool.
        - The mountain of {land} is consulted on everything and has never yet said no in so many words.
        - Leases in {land} run for {num} years or until further notice, whichever glows first.
        - {person} brought one vine to {land} in a boot, and everything since has been a matter of taste.
        - {land} has had {small} capitals, each called after the last and built a little to the left.
        """),
    customs=frames("""
        - A bag stands packed behind every door, and to see another's unpacked is to be engaged.
        - On {day} the mountain is given wine, a song and the name of someone who deserves it.
        - Houses are praised for lightness, people for fast feet, and wine for having been rescued.
        - Babies are carried up to the crater and shown, so that it should know whom it is dealing with.
        - All clocks are set by the old vent, which is late, on principle.
        """),
    troubles=frames("""
        - The mountain has been quiet for {num} months, and people have begun to be polite to each other.
        - There is a new island to the west, {small} days old, with lights on it.
        - Since {day} the hot springs have run cold and the cold ones have been singing.
        - The glass from the last flow has faces in it, and {small} of them have been recognised.
        """),
    origins=frames("""
        - {She} {was} born during an evacuation of {home}, and carried down the hill in {a:thing} by
          {a:trade} who had come back for something else.
        - {Her} {kin} swept ash in {home}, and told {ob} that it was a job for life, in {year}.
        - {She} grew up in {home} the Third, {home} the Second being by then mostly {a:thing} and a chimney.
        - {She} {was} shown to the mountain at {small} days, in {home}, and it is remembered that it
          hiccuped, to the horror of {her} {kin}.
        - {Her} family made [glass|wine|nets|fishhooks] at {home} for {num} generations, at the run.
        - In {home} {she} learned to swim before the ground could be trusted, from {a:beast} that did not
          trust it either.
        - {She} {was} washed up at {home} after {woe}, on a door, with {a:beast} and no explanation.
        - {Her} {kin} dived for pearls off {home}, and sold the {small} good ones, and kept {ob}.
        - {She} {was} promised to the mountain at {num}, in {home}, and {was} let off on {day} by a sudden
          change of wind.
        - {She} learned from {a:trade} in {home} to read tremors in {food}, and can do it still, if nobody
          laughs.
        """),
    quirks=frames("""
        - keeps a bag packed, with {a:thing} on top
        - sleeps with one hand on the ground, listening towards {village}
        - will not turn {her} back on a hill or on {person}
        - thinks {taboo} set off {woe}
        - sweeps before sitting down, and dusts {a:beast}
        - walks on hot [coals|sand|stones|soup plates] for small bets with {a:trade}
        - swears {oath} at every tremor, and at {person}'s cooking
        - has taught {a:beast} to say {person}
        - drinks only black wine from {village}, and calls the rest {beast} water
        - builds nothing above {small} storeys, sandcastles included, in memory of {village}
        - pats mountains, and {a:trade} of the larger sort
        - can boil {food} on any hillside by feel
        """),
    guilds=frames("""
        - The [Company|Fire-Walkers|Divers|Sworn Kin|Wardens] of the [Seventh|Warm|Black|Sleeping|Unpacked]
          [Vent|Crater|Reef|Kiln]
        - The [Turtle|Kiln|Parrot|Ember] and [Suitcase|Spear|Shell|Broom]
        - {family} and [Evacuees|Divers|Cousins]
        """),
    halls=frames("""
        - The [Warm|Second|Old|Sooty] [Kiln|Boathouse|Long House|Glassworks]
        - {stem} House
        - {stem} Landing House
        """),
    mottos=frames("""
        - Packed and ready.
        - The ground is provisional.
        - Where there is smoke, we charge extra.
        - Warm welcome, quick exit.
        - Not yet.
        """),
    festivals=frames("""
        - the Soothing
        - Glass Night
        - the [Turtle|Outrigger|Fire-Walking|Parrot] Days
        - the Feast of Turtles
        - Suitcase Day
        """),
    discoveries=frames("""
        - a [street|wine cellar|theatre] of the old town, whole under the ash
        - a new vent that breathes [cold|music|perfume]
        - the pearl that sank with {person}
        """),
    storms=frames("""
        - the [Grey|Hot|Ash-Carrying] Rain
        - an ashfall of [two|four|six] days
        - the typhoon called [Auntie|the Sweeper]
        """),
)
