"""High moors: sheep, peat smoke, border grudges and a wind with a vote."""

from typing import Final

from herotycoon.storyteller.template.languages import BURR, UPLAND
from herotycoon.storyteller.template.themes.base import Theme, frames, items

MOOR: Final = Theme(
    key="moor",
    titles=frames("""
        - The [High|Bare|Wether|Heather|Curlew|Peat|Drystone] [Marches|Grazing|Parishes|Moors|Commons]
        - [Twelve|Six|Nineteen|Two] [Gates|Cairns|Kirks|Flocks|Folds]
        - The [Wind's|Ram's|Drover's|Widower's] [Share|Country|Elbow|Acre]
        """),
    lands=frames("""
        - the {stem} Grazing
        - High {stem}
        - the Debatable Land of {stem}
        - the {stem} March
        """),
    phonologies=(UPLAND, UPLAND, BURR),
    biomes={"hills": 5, "mountains": 3, "plains": 3, "swamp": 3, "forest": 1, "tundra": 2, "ruins": 1},
    landmarks={
        "standing_stones": 5,
        "hermitage": 3,
        "battlefield": 3,
        "waterfall": 2,
        "shrine": 2,
        "ruined_tower": 2,
        "wishing_well": 1,
        "mystical_tree": 1,
        "hot_spring": 1,
    },
    surnames=items("compound, particle, family"),
    compounds=(
        items("""
        Heath, Ram, Bleak, Moss, Stone, Ling, Crag, Whin, Tup, Gorse, Peat, Lamb, Wool, Cold, Dyke, Brack
        """),
        items("""
        gate, shiel, fold, law, side, shank, thwaite, garth, house, hope, herd, staff, beck, croft, fell,
        cairn
        """),
    ),
    particles=items("o' the, ap, mac"),
    villages=frames("""
        - {place}
        - {place}
        - {place}
        - Over {place}
        - Kirk {stem}
        - {stem} Fold
        """),
    colours=items("""
        Bare, Curlew, Wether, Bleak, Thirsty, Black, Thorny, Stubborn, High, Hard, Lambing, Muttering,
        Drover's, Lost, Broken, Upper
        """),
    terrain={
        "hills": items("Fells, Braes, Rigg, Knowes, Grazings"),
        "swamp": items("Moss, Flows, Peat Hags, Bogs"),
        "plains": items("Commons, Holms, Haughs, Heath"),
        "tundra": items("Tops, Whites, Bare Acres"),
        "mountains": items("Tors, Scars, Crags"),
    },
    monsters=items("""
        barrow_wight, black_dog, redcap, sheep_thief, kelpie, boggart, fell_giant, hex_hare, border_reiver
        """),
    inns=frames("""
        - the [Shorn|Black|Sober|Last|Upright|Married] [Tup|Ewe|Drover|Lamb|Shepherd|Curlew]
        """),
    years=frames("""
        - the [winter|spring|back end] of the [long|black|blind|wicked] [snow|lambing|thaw|wind]
        - the year [the ram won|the bell froze|nobody could be buried|the wall fell|the wind stopped]
        - the summer of the [two|five|borrowed] [hay crops|bishops|bulls]
        """),
    words={
        "trade": items("""
            shepherd, drover, peat-cutter, waller, wool-stapler, horn-carver, mole-catcher, shearer, dyker,
            sin-eater, cattle reiver, bagpiper, bonesetter, moorland preacher, tup-dealer, well-dresser
            """),
        "thing": items("""
            ram's horn, pair of hand shears, sheep bell, crook with a bend in it, peat spade, pair of
            woollen drawers, knitting sheath, curlew's egg, boundary stone, bagpipe chanter, tarred hat,
            wool comb, snuff mull, hag stone, fleece, oatcake iron
            """),
        "food": items("""
            mutton broth, oat porridge, haggis, blood pudding, ewe's cheese, bannocks, cold mutton, nettle
            soup, bilberry tart, tripe, heather ale, turnips
            """),
        "beast": items("""
            ram, sheepdog, ewe, collie with one ear, moorhen, hill pony, curlew, lamb, ferret, badger,
            grouse
            """),
        "boss": items("""
            the warden of the march, the kirk session, the laird, the wool court, the commissioner of walls,
            the shearing moot
            """),
        "woe": items("""
            the foot-rot, the feud of the two walls, the great snow, the wool tax, the wind that took the
            roofs, the sheep plague, the border war, the peat fire, the year without lambs, the enclosure
            """),
        "day": items("""
            Tup Sunday, Shearing Eve, First Peat, the Blessing of Dogs, Wall Day, Smoored Fire Night,
            Lambmas, Cairn Monday
            """),
        "coin": items("merks, fleeces, bawbees, tups"),
        "oath": items("""
        by ram and rafter, by the nine cairns, by the wind's teeth, on my father's dog, by peat and iron
        """),
        "taboo": items("""
            moving a boundary stone before breakfast, counting sheep forwards, whistling into the wind,
            lending salt uphill, shearing on a Friday, thanking a dog, burning elder, turning your back on a
            cairn
            """),
    },
    founding=frames("""
        - Nobody conquered {land}: {num} armies have marched up, asked what it was for, and gone home wet.
        - {land} belongs to whoever last walked its bounds, and for {small} centuries two families have
          walked them in opposite directions.
        - It is held that {land} was left over at the making of the world, together with a quantity of wind.
        - The first law of {land} concerned a ram, the second the same ram, and the rest are by way of
          footnotes.
        - {person} drove {num} ewes up to {land} to hide them from the tax, and that, with interest, is its
          history.
        """),
    customs=frames("""
        - A stranger is given the chair by the fire and asked nothing until the second day, when he is asked
          everything.
        - Sheep are counted backwards, so that there is always one to come.
        - On {day} the dogs sit in church and the people wait outside.
        - Quarrels are walked off: the parties set out in opposite directions round the nearest fell, and by
          the time they meet it is generally dark.
        - A wall is inherited by the eldest child and a grudge by the most able.
        """),
    troubles=frames("""
        - Since {year} the stones on the tops have been found each spring a few yards nearer to the farms.
        - The black dogs are back on the drove road, and what frightens the shepherds is that they have
          begun to herd.
        - This year {num} flocks came down from the tops on their own, shorn, and by nobody.
        - The wind dropped in {year}, and {small} people have since admitted to hearing what it had been
          drowning out.
        """),
    origins=frames("""
        - {She} {was} born in a shieling above {home} with {a:beast} for a midwife and {num} miles of
          weather on every side.
        - {Her} {kin} kept sheep at {home}, {num} of them, and counted {ob} in with the rest every night.
        - {She} grew up on the wrong side of a wall in {home} that {her} {kin} had been moving, {small}
          inches a year, towards {person}.
        - {She} {was} christened in {home} with {food}, the font having frozen in {year}.
        - The people of {home} are said to be carved from [peat|mutton|weather|spite], and {she} {was} a
          fair copy, down to {her} {kin}'s chin and {thing}.
        - At {small} {she} {was} sent up from {home} for the summer with {a:beast} and a sack of oatmeal,
          and came down in {year}.
        - {She} {is} the last {trade} of {home}, of a line that goes back to a man who was asked to leave in
          {year}.
        - {Her} {kin} and {her} {kin2} were on opposite sides in {woe}, and {she} {was} handed over the wall
          in {home} every Sunday.
        - In {home} {she} learned {small} words for rain, {num} for wind, and one, which cannot be repeated,
          for {a:trade}.
        - {She} left {home} the day the roof did, in {year}, with {a:thing}.
        """),
    quirks=frames("""
        - counts everything backwards, stairs and {food} included
        - will not pass a cairn without adding a stone for {person}
        - thinks {taboo} brought on {woe}
        - knits on the march, at present something for {a:beast}
        - talks to {a:beast} in the voice of {person}
        - can tell {num} winds apart and dislikes all but the one from {village}
        - swears {oath} over spilt {food}
        - leans slightly, as into a wind from {village}
        - carries {a:thing} in memory of a ewe
        - refuses to shake hands over a wall with {a:trade}
        - wears {small} waistcoats, the innermost since {year}
        - whistles up {a:beast} that died in {year}
        """),
    guilds=frames("""
        - The [Wardens|Drovers|Company|Shearers|Sworn Hands] of the [High|Broken|Ninth|Last|Bare]
          [Cairn|Gate|Fold|Wall]
        - The [Crook|Cairn|Horn|Fleece] and [Cudgel|Candle|Kettle|Collar]
        - {family}'s [Irregulars|Dogs|Drovers|Widows]
        """),
    halls=frames("""
        - The [Old|Upper|Roofless|Long] [Fold|Bastle|Shearing House|Tithe Barn]
        - {stem} Bastle
        - {stem} Tower
        """),
    mottos=frames("""
        - Uphill.
        - The wind is against everyone.
        - Counted backwards, none missing.
        - Good walls, loose ends.
        - Bite first, then bark.
        """),
    festivals=frames("""
        - the [Shearing|Tupping|Hill|Smoored Fire] Fair
        - Lambmas
        - the Blessing of Dogs
        - the Walking of the [Bounds|Debts|Widows]
        - Wall Day
        """),
    discoveries=frames("""
        - a barrow that the sheep had been keeping warm
        - a hoard of [horn cups|clipped silver|somebody's buttons] under a drystone wall
        - a [bog body|preserved piper|bog-oak door] in the peat
        """),
    storms=frames("""
        - the [Ewe-Lifter|Roof Wind|Blind Drift]
        - a [four|six|ten]-day wind
        - snow that they call [the Visitors|the White Cattle]
        """),
)
