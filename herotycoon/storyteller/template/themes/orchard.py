"""Cider country after a long war: hedges, veterans, market days and unfinished quarrels over pears."""

from typing import Final

from herotycoon.storyteller.template.languages import BURR
from herotycoon.storyteller.template.languages import ORCHARD as COUNTRY
from herotycoon.storyteller.template.themes.base import Theme, frames, items

ORCHARD: Final = Theme(
    key="orchard",
    titles=frames("""
        - The [Cider|Apple-Cart|Pear|Hedgerow|Truffle|Windfall|Market]
          [Shires|Baronies|Ridings|Armistice|Almanack]
        - The [Peace|Hedges|Vicars|Widows|Pigs] of [the Lower Shire|the Upper Orchards|Three Parishes|the
          Long Summer]
        - [Six|Fourteen|Thirty|Eight] [Orchards|Hedges|Parishes|Vicars]
        """),
    lands=frames("""
        - the {stem} Orchard-Land
        - the Barony of {stem}
        - the {stem} Riding
        - Greater {stem}
        """),
    phonologies=(COUNTRY, COUNTRY, BURR),
    biomes={"plains": 6, "hills": 4, "forest": 4, "coast": 1, "swamp": 1, "ruins": 2, "mountains": 1},
    landmarks={
        "battlefield": 4,
        "wishing_well": 4,
        "mystical_tree": 3,
        "shrine": 3,
        "ruined_tower": 2,
        "standing_stones": 1,
        "hermitage": 2,
        "great_library": 1,
        "waterfall": 1,
    },
    surnames=items("compound, family, compound"),
    compounds=(
        items("""
        Apple, Pear, Hedge, Cider, Plum, Goose, Butter, Medlar, Thistle, Hay, Pippin, Quince, Barrow,
        Truffle, Lark
        """),
        items("""
        garth, ley, worthy, press, by, wood, combe, cart, yard, field, stile, bottom, thwaite, loft, well,
        croft
        """),
    ),
    particles=items("de la, du, of"),
    villages=frames("""
        - {place}
        - {place}
        - Much {place}
        - {place} Parva
        - {stem} Saint Giles
        - Long {stem}
        """),
    colours=items("""
        Pippin, Lark, Vicar's, Sunny, Hedged, Golden, Lower, Disputed, Drowsy, Widow's, Blossoming, Medlar,
        Truffle, Long, Colonel's, Honeyed
        """),
    terrain={
        "plains": items("Orchards, Hop Fields, Meadows, Pastures, Commons"),
        "hills": items("Vineyards, Downs, Hangers, Cider Hills"),
        "forest": items("Truffle Woods, Spinney, Copses, Chestnuts"),
        "ruins": items("Old Trenches, Abbey, Burnt Manor"),
        "swamp": items("Duck Ponds, Osier Beds, Water Meadow"),
    },
    monsters=items("""
        scarecrow, orchard_goblin, unpaid_soldier, cider_imp, hedge_witch, truffle_boar, phantom_trooper,
        wasp_queen, pumpkin_knight
        """),
    inns=frames("""
        - the [Merry|Retired|Two|Pickled|Honest|Slumbering] [Colonel|Pippin|Wasp|Vicar|Truffle Pig|Haycart]
        """),
    years=frames("""
        - the [second|fourth|seventh|last] year of the [pear|hedge|silly|long] war
        - the [harvest|spring|blossom] of the [wasps|two moons|peace|great jam|frost]
        - the summer [the vicar left|it rained cider|the pigs got out|everyone was married]
        """),
    words={
        "trade": items("""
            cider-presser, hedge-layer, truffle hunter, jam-maker, retired colonel, village constable,
            wasp-catcher, cheese-ripener, vicar, goose-girl, scarecrow maker, beekeeper, pear-grafter,
            postmistress, cooper, one-legged sergeant
            """),
        "thing": items("""
            cider jug, pruning knife, straw hat, jam spoon, regimental button, hedge-hook, prize marrow,
            wicker cradle, wooden leg, pear in a bottle, medal for attendance, hymn board, egg basket,
            butter stamp, toy cannon, rosette for second place
            """),
        "food": items("""
            apple dumplings, plum jam, goose pâté, cider cake, pickled walnuts, cold pie, pear tart,
            truffled toast, clotted cream, cheese and pickle, gooseberry fool, bacon
            """),
        "beast": items("""
            goose, truffle pig, cart-horse, hen, wasp, prize bull, spaniel, gander, barn cat, old ewe,
            piglet
            """),
        "boss": items("""
            the baroness, the parish council, the colonel, the cider board, the vicar's wife, the hedge
            commissioners
            """),
        "woe": items("""
            the pear war, the great frost, the wasp summer, the jam riots, the enclosure of the common, the
            cider tax, the night of the scarecrows, the long requisition, the blight, the retreat
            """),
        "day": items("""
            Wassail Night, Blossom Sunday, Jam Monday, Goose Fair Day, Hedge Day, Armistice Supper, First
            Pressing, Pig Saturday
            """),
        "coin": items("shillings, pips, crowns, farthings"),
        "oath": items("""
        by apple and axe, by the old hedge, on the colonel's leg, by plum and parson, by the First Pressing
        """),
        "taboo": items("""
            shaking a tree on a Sunday, counting another man's pears, marrying in blossom, whistling past a
            hive, stirring jam widdershins, thanking a pig, burning applewood in May, passing cider to the
            right
            """),
    },
    founding=frames("""
        - The war in {land} lasted {num} years and was about a hedge, which has since been moved for the
          convenience of the memorial.
        - {land} was granted to {person} for services to the crown, chiefly that of staying in {land}.
        - Every family of {land} planted an orchard the year its sons went to the war, and sits now under
          the difference.
        - It is said in {land} that the first apple was a mistake but the first cider was not.
        - {land} has changed hands {small} times between two barons, neither of whom could stand the damp.
        """),
    customs=frames("""
        - The trees are toasted on {day} with the best of the cellar, and the neighbours with the rest.
        - Veterans of both sides drink in one inn, on the understanding that nobody will say who won.
        - A hedge may be crossed by lovers, pigs and the vicar, in order of seniority.
        - Whoever wins with a marrow three years running must leave the parish.
        - Church bells are rung for weddings, fires and wasps.
        """),
    troubles=frames("""
        - The scarecrows were all facing the village on the morning after {day}, and somebody has to turn
          them back.
        - {num} men in the old uniform have been seen at dusk behind the lower hedge, waiting for the order.
        - The oldest orchard has come into blossom in the wrong month, {small} years running, and sets fruit
          that nobody planted.
        - Last autumn the pigs dug up {small} strong-boxes and a drum, and something in {land} has been
          marching to it since.
        """),
    origins=frames("""
        - {She} {was} born in {home} between the apple harvest and the pears, when nobody had a hand free
          but {a:trade}.
        - {Her} {kin} came home to {home} from the war with {small} medals and {ob}, and would explain only
          the medals.
        - {She} grew up in {home}, in the hedge, more or less, with {a:beast} and whoever was hiding there
          at the time.
        - {Her} {kin} won {ob} a place at the vicarage of {home} with a marrow, in {year}, and {she} learned
          to read off jam jars.
        - {She} {was} quartered on {home} in {woe} as a drummer boy, {small} years old, and stayed for the
          {food}.
        - In {home} {she} {was} chosen as the Apple [Queen|King|Saint|Herald] in {year}, and {has} the sash,
          and a fear of {a:beast}.
        - {She} {was} left in the offertory at {home}, under {a:thing}, and {was} counted with the
          collection.
        - {Her} {kin} and the family next door at {home} had not spoken since {year}, so {she} and {person}
          spoke for them, through a hole.
        - {She} came to {home} as one of {num} evacuees with a label, and the label said {food}.
        - {She} {was} brought up in {home} by {a:trade} with a wooden leg, and to this day walks with a
          slight swing.
        """),
    quirks=frames("""
        - bites every apple before buying, and once {a:beast}
        - toasts trees, bushes and, late in the evening, {person}
        - salutes scarecrows, particularly the one at {village}
        - thinks {taboo} is what started {woe}
        - keeps pips in {a:thing} and plants them on {day}
        - judges [jam|marrows|sermons|geese|hedges] without being asked, and found against {person}
        - swears {oath} in front of {a:trade}, and blushes
        - will not hear a word about the war, apart from the {food}
        - is running from a wasp that has known {ob} since {village}
        - names {her} pigs after generals, and one general after {a:beast}
        - dozes off after {food}, sword in hand
        - came second with {a:thing} in {year} and brings it up
        """),
    guilds=frames("""
        - The [Company|Veterans|Friends|Yeomen|Irregulars] of the [Upper|Broken|Merry|Seventh|Golden]
          [Orchard|Hedge|Pippin|Barrel]
        - The [Apple|Goose|Pear|Plum] and [Musket|Barrel|Bayonet|Ladder]
        - {family} and [Veterans|Niece|Neighbours]
        """),
    halls=frames("""
        - The [Old|Lower|Whitewashed|Honest] [Cider House|Rectory|Oast|Tithe Barn]
        - {stem} Manor, East Wing
        - {stem} Farm
        """),
    mottos=frames("""
        - First the harvest.
        - Windfalls welcome.
        - Over the hedge, by invitation.
        - Peace, with pickles.
        - The worm turns; so do we.
        """),
    festivals=frames("""
        - Wassail Night
        - the [Goose|Jam|Marrow|Cider] Fair
        - Blossom Sunday
        - Armistice Supper
        - First Pressing
        """),
    discoveries=frames("""
        - a cellar with [ninety|eleven|forty] barrels of the good year
        - a regimental [pay chest|piano|goat] under a compost heap
        - the will of old {person}, in a beehive
        """),
    storms=frames("""
        - the [Blossom-Stripper|Haycart|Vicar's] Gale
        - hail like [walnuts|pippins|eggs]
        - the [five|six|nine]-day drizzle
        """),
)
