"""The deep wood: charcoal, bees, leases signed with trees, and paths that have their own plans."""

from typing import Final

from herotycoon.storyteller.template.languages import GREENWOOD as SYLVAN
from herotycoon.storyteller.template.languages import UPLAND
from herotycoon.storyteller.template.themes.base import Theme, frames, items

GREENWOOD: Final = Theme(
    key="greenwood",
    titles=frames("""
        - The [Acorn|Bramble|Charcoal|Moss|Honey|Antler|Green] [Courts|Lease|Rides|Verderers|Canopy]
        - [Under|Between|Among] the [Walking|Lending|Third|Elder|Last] [Oaks|Leaves|Branches|Beeches]
        - [Ten|Seven|Hundred] [Glades|Hives|Rings|Roots]
        """),
    lands=frames("""
        - the {stem} Wood
        - the Liberty of {stem}
        - {stem}-in-the-Leaves
        - the Forest of {stem}
        """),
    phonologies=(SYLVAN, SYLVAN, UPLAND),
    biomes={
        "forest": 7,
        "hills": 3,
        "swamp": 2,
        "plains": 1,
        "mountains": 1,
        "ruins": 2,
        "coast": 1,
        "jungle": 1,
    },
    landmarks={
        "mystical_tree": 5,
        "standing_stones": 2,
        "wishing_well": 2,
        "hermitage": 3,
        "waterfall": 2,
        "ruined_tower": 1,
        "shrine": 2,
        "great_library": 1,
        "hot_spring": 1,
    },
    surnames=items("compound, family, compound"),
    compounds=(
        items("""
        Oak, Moss, Fern, Briar, Hazel, Bee, Antler, Burr, Ash, Nut, Thorn, Fox, Owl, Acorn, Twig, Elder
        """),
        items("""
        leaf, warden, shaw, bark, root, lock, cote, burner, ride, wick, hand, song, holt, stump, glade,
        bough
        """),
    ),
    particles=items("of the, ap, in the"),
    villages=frames("""
        - {place}
        - {place}
        - {place}
        - {stem}-under-Oak
        - {place} Glade
        - {stem} Hives
        """),
    colours=items("""
        Antlered, Whispering, Mossy, Ninth, Walking, Honeyed, Tangled, Owl-Light, King's, Unfelled, Crooked,
        Sleeping, Green, Elder, Foxes', Forbidden
        """),
    terrain={
        "forest": items("Wood, Rides, Oaks, Beeches, Tangle, Greenwood"),
        "hills": items("Hangers, Banks, Warrens"),
        "swamp": items("Alder Carr, Hollows, Springs"),
        "plains": items("Clearings, Glades, Deer Lawns"),
        "ruins": items("Overgrown Court, Ivy Halls, Root-Vaults"),
    },
    monsters=items("""
        treant, thorn_witch, antlered_king, moss_goblin, owl_bear, root_snatcher, bee_queen, briar_knight,
        hollow_man
        """),
    inns=frames("""
        - the [Hollow|Antlered|Mossy|Second|Sleeping|Speckled] [Oak|Stag|Acorn|Verderer|Beehive|Owl]
        """),
    years=frames("""
        - the [spring|autumn|winter] the [acorns|bees|owls|paths|foxes] [left|came back|sang|lay down]
        - the year of the [deep|short|golden|double|sour] [leaf|mast|honey|moss]
        """),
    words={
        "trade": items("""
            charcoal-burner, verderer, beekeeper, bodger, acorn-gatherer, truffle-finder, poacher,
            bark-stripper, hurdle-maker, herb-wife, owl-trainer, clog-maker, honey-taster, path-reader,
            swineherd, besom-binder
            """),
        "thing": items("""
            antler button, acorn cup, lump of beeswax, forked stick, hollow log, bundle of besoms, wooden
            leg, jar of honey, owl pellet, lease signed in sap, hazel rod, badger-hair brush, axe with no
            edge, fungus shelf, cuckoo clock, birch-bark letter
            """),
        "food": items("""
            acorn bread, mushroom stew, roast chestnuts, honeycomb, squirrel pie, nettle beer, wild garlic,
            hazelnut porridge, bramble jelly, venison that was found, birch syrup, truffled eggs
            """),
        "beast": items("""
            badger, tame owl, hedgehog, fox, truffle pig, squirrel, hind, cuckoo, woodpecker, jay
            """),
        "boss": items("""
            the verderers' court, the oldest oak, the keeper of rides, the king's forester, the bee-warden,
            the leaf assize
            """),
        "woe": items("""
            the great felling, the mast failure, the year the paths moved, the beetle, the axe war, the
            swarming, the honey tax, the night of the antlers, the fire at the hives, the green sleep
            """),
        "day": items("""
            Leaf-Fall Eve, the Telling of Bees, Mast Sunday, the Asking of Oaks, Antler Night, First Cuckoo,
            Hollow Day, the Rent of Acorns
            """),
        "coin": items("acorns, tokens, leaf-pennies, notches"),
        "oath": items("""
        by root and wing, by the oldest oak, by bark and honey, on my mother's bees, by leaf
        """),
        "taboo": items("""
            cutting a branch without asking, keeping news from the bees, walking a path backwards, sleeping
            under elder, counting acorns at night, naming a stag, mocking a cuckoo, whittling indoors
            """),
    },
    founding=frames("""
        - {land} is rented: the lease was signed in sap in {year}, and falls due when the last tree that was
          present says so.
        - The people of {land} were sent to fell it, {num} of them, with good axes, and the wood talked them
          round.
        - All paths in {land} were made by something walking, and it has been thought better not to ask
          what.
        - {person} got lost in {land} and, being proud, called it a kingdom.
        - It took {num} years to clear the first field of {land}, and the field has been cleared {small}
          times since.
        """),
    customs=frames("""
        - The bees are told of every birth, death and engagement, and have been known to leave over the
          last.
        - A tree is asked before it is felled, and the axe is left leaning there overnight for the answer.
        - On {day} nobody steps off the path, and it is taken as a courtesy that nothing steps on to it.
        - Verdicts are given from a branch, whose creaking is minuted.
        - Directions are never given twice the same way, in case something has been listening.
        """),
    troubles=frames("""
        - This spring the oaks came into leaf on one side only, the side away from the old court.
        - {num} paths now lead to one clearing, and nobody who lives here made it.
        - The lease has turned up, and there is a second page.
        - Since {year} the cuckoos have stopped calling, and the other birds have stopped raising their
          young as if they were waiting for instructions.
        """),
    origins=frames("""
        - {She} {was} born in a charcoal-burner's hut outside {home}, and {was} for {small} years the only
          clean thing in it.
        - {Her} {kin} introduced {ob} to the bees of {home} on the first day, and they have never quite made
          up their minds.
        - {She} grew up in {home}, inside an oak, in the part that {a:beast} was not using.
        - Swapped at {small} days for a log, {she} {was} raised in {home}, where the log had not been
          thought satisfactory either.
        - {Her} {kin} poached for a living at {home} and {her} {kin2} was the keeper; meals were tense, and
          mostly {food}.
        - {She} {was} found in {year} by {a:trade} of {home} who had been told that there were mushrooms.
        - In {home} {she} {was} sent to gather {food} at the age of {small} and returned, by an error of the
          path, at the age of {num}.
        - {She} learned {her} numbers in {home} by growth rings, and {is} still slow over {a:thing}.
        - {Her} people hold {small} acres near {home} by the service of wishing {a:beast} good morning.
        - {She} came down out of the canopy at {home} in {woe}, with {a:thing}, speaking like {a:trade}.
        """),
    quirks=frames("""
        - tells the bees everything, including what {person} said
        - asks permission of doors, chairs and {a:thing} if they are oak
        - plants an acorn wherever {she} {has} lost at cards, {num} so far
        - thinks {taboo} led to {woe}
        - smells of smoke, and of {food}
        - knows {a:beast} in {village} to nod to
        - swears {oath} and waits for a creak
        - carves {person}'s profile into turnips
        - keeps {food} in a hollow tree near {village}
        - never takes the same path to {inn} twice
        - has moss on {her} [hat|shield|north side|second-best coat], and waters it with {food}
        - follows {a:beast} rather than the map
        """),
    guilds=frames("""
        - The [Verderers|Company|Free Foresters|Keepers|Leaf-Sworn] of the [Ninth|Hollow|Walking|Green|Last]
          [Oak|Ride|Glade|Hive]
        - The [Antler|Acorn|Owl|Oak] and [Axe|Arrow|Lantern|Honeypot]
        - {family}'s [Foresters|Trespassers|Bees]
        """),
    halls=frames("""
        - The [Hollow|Old|Timbered|Lower] [Oak|Verderers' Hall|Hunting Lodge|Honey House]
        - {stem} Lodge
        - {stem} Hollow
        """),
    mottos=frames("""
        - Ask the oak.
        - By the path, if it agrees.
        - Many rings, few regrets.
        - The wood is watching; wave.
        - Leaves fall, rents rise.
        """),
    festivals=frames("""
        - the Telling of Bees
        - Leaf-Fall Eve
        - Antler Night
        - the [Honey|Acorn|Cuckoo|Mushroom] Fair
        - the Asking of Oaks
        """),
    discoveries=frames("""
        - a [glade|door|road] that was not there in the spring
        - honey of a colour without a name
        - the lost [hunting horn|still|treasury] of {person}, grown into a beech
        """),
    storms=frames("""
        - the [Branch-Taker|Oak-Shaver|Long Creak]
        - [three|six|ten] days of falling leaves, in one
        - the wind they call [the Landlord's Cough|the Rake]
        """),
)
