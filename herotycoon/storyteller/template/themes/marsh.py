"""The haunted marsh: stilts, eels, lanterns, and ghosts with very good manners."""

from typing import Final

from herotycoon.storyteller.template.languages import BURR, FEN
from herotycoon.storyteller.template.themes.base import Theme, frames, items

MARSH: Final = Theme(
    key="marsh",
    titles=frames("""
        - The [Lantern|Eel|Drowning|Candle|Murmuring|Reed|Wet] [Hundreds|Fen|Parishes|Levels|Dioceses]
        - The [Polite|Damp|Unburied|Late|Second] [Dead|Congregation|Neighbours|Company]
        - [Eight|Thirteen|Twenty|Five] [Bells|Sluices|Ghosts|Dykes] [Under Water|and a Lamp|by Candlelight]
        """),
    lands=frames("""
        - the {stem} Level
        - the Hundred of {stem}
        - the {stem} Fen
        - Drowned {stem}
        """),
    phonologies=(FEN, FEN, BURR),
    biomes={"swamp": 6, "forest": 3, "coast": 2, "plains": 2, "ruins": 3, "hills": 1, "jungle": 1},
    landmarks={
        "hermitage": 3,
        "wishing_well": 3,
        "shrine": 3,
        "mystical_tree": 3,
        "ruined_tower": 2,
        "lighthouse": 2,
        "great_library": 1,
        "standing_stones": 1,
        "battlefield": 2,
        "hot_spring": 1,
    },
    surnames=items("compound, compound, family"),
    compounds=(
        items("""
        Eel, Reed, Mud, Frog, Sedge, Lamp, Bog, Damp, Newt, Stilt, Heron, Marsh, Mist, Duck, Alder, Punt
        """),
        items("""
        sall, man, worth, wick, pole, bottom, ditch, spit, trap, lantern, wade, foot, ley, water, gate, by
        """),
    ),
    particles=items("of the, atte, under"),
    villages=frames("""
        - {place}
        - {place}
        - {place}
        - {stem} Drove
        - {place} Sluice
        - Little {place}
        """),
    colours=items("""
        Murmuring, Candle, Sunken, Eel, Lower, Whispering, Sticky, Bishop's, Dim, Unconsecrated, Drowning,
        Mournful, Frog, Deceitful, Green, Sighing
        """),
    terrain={
        "swamp": items("Fen, Mire, Quags, Slough, Lodes, Washes"),
        "forest": items("Carr, Alders, Willows"),
        "plains": items("Levels, Droves, Wet Meadows"),
        "ruins": items("Drowned Parish, Crypts, Cloisters"),
        "coast": items("Mudflats, Saltings, Shallows"),
    },
    monsters=items("""
        polite_ghost, lantern_wight, bog_bride, eel_queen, drowned_bishop, mud_golem, will_o_wisp,
        candle_thief, toad_oracle
        """),
    inns=frames("""
        - the [Damp|Hanged|Second|Floating|Well-Mannered|Green] [Bishop|Eel|Candle|Heron|Parson|Lantern]
        """),
    years=frames("""
        - the year [the dead voted|the sluice broke|the bells swam|the eels ran backwards|nobody drowned]
        - the [wet|dry|foggy|quiet] [spring|summer|autumn] after the [drowning|bishop's visit|eel war]
        - the [second|fourth|last] of the [silent|candleless|brown] years
        """),
    words={
        "trade": items("""
            eel-catcher, reed-cutter, stilt-maker, sluice-keeper, candle-dipper, leech-gatherer,
            ghost-clerk, punt-builder, wildfowler, mourner for hire, peat-digger, frog-seller, lantern-boy,
            sexton, osier weaver, ague doctor
            """),
        "thing": items("""
            pair of stilts, eel trap, church candle, jar of leeches, punt pole, drowned hymn book, lantern
            that lights itself, wicker coffin, frog in a bottle, coffin plate, bell clapper, willow whistle,
            wading boot, ghost's visiting card, mourning ring, decoy duck
            """),
        "food": items("""
            jellied eels, frog pie, duck-egg pudding, samphire, eel broth, watercress, bog onions, funeral
            ham, smoked lamprey, damp bread, reed-root porridge, cold heron
            """),
        "beast": items("""
            eel, heron, bittern, duck, toad, water vole, leech, wet cat, decoy drake, otter, bullfrog
            """),
        "boss": items("""
            the commissioner of sewers, the drowned bishop, the sluice board, the ghosts' attorney, the
            dyke-reeve, the dean and chapter
            """),
        "woe": items("""
            the great drowning, the ague summer, the draining, the night of bells, the eel war, the sluice
            riot, the fog of forty days, the second funeral, the candle shortage, the bishop's wedding
            """),
        "day": items("""
            All Eels, Candle Monday, the Visiting of the Dead, Stilt Sunday, the Blessing of Sluices, Low
            Water, the Second Funeral, Lantern Lending
            """),
        "coin": items("sticks, candles, farthings, eels"),
        "oath": items("""
        by eel and candle, by the drowned bells, by my late wife, on the bishop's boots, by mud
        """),
        "taboo": items("""
            answering a knock before the third, blowing out a candle, whistling on the causeway, saying
            ghost to a ghost, eating eel on a Tuesday, pointing at mist, burying anyone face up, hurrying on
            stilts
            """),
    },
    founding=frames("""
        - {land} was drained in {year} at great expense, and has been quietly coming back since by night.
        - The first people of {land} arrived by boat, the second on stilts, and the third, it is thought,
          from underneath.
        - {person} founded {land} on {num} piles of alder, {small} of which are still there, and are
          revered.
        - In {land} the dead outnumber the living {num} to one, and have never once made a point of it.
        - There is no map of {land}, there is only advice.
        """),
    customs=frames("""
        - Ghosts are addressed as if they were merely late, and for the same reason nobody sits in the chair
          by the window.
        - A candle is left on the sill for the living to come home by and for the dead to be sure which
          house to miss.
        - On {day} both congregations share the church, and the sermon is kept to matters on which they can
          agree.
        - Bride and groom are rowed round the churchyard, in case anyone there should know of an impediment.
        - No bargain is sound that was made standing still, since by the end of it both parties will be
          shorter.
        """),
    troubles=frames("""
        - Since {day} the ghosts have been packing.
        - Somebody is lighting lanterns along the old causeway, which sank in {year} with {num} people on
          it.
        - The water has fallen by {small} feet, and the spires that are coming up are not the ones on the
          tithe map.
        - For {num} nights the drowned bells have rung for a christening.
        """),
    origins=frames("""
        - {She} {was} born on stilts, or as near as the midwife of {home} could manage, in {year}.
        - {Her} {kin} was already dead when {she} {was} born in {home}, and brought {ob} up all the same,
          very strictly, on {food}.
        - {She} grew up in {home}, a village of {num} houses, of which {small} were above water and one was
          {inn}.
        - In {home} {she} learned to punt before {she} could walk, and to be civil to {a:beast} before
          either.
        - {She} {was} christened in {home} twice, the first time by a clergyman who turned out to have
          drowned in {year}.
        - {Her} {kin} caught eels at {home}, {a:thing} having been left to the family for the purpose, and
          {she} {was} paid in heads.
        - {She} {was} fished out of the lode at {home} in {a:thing}, and the {trade} who found {ob} has
          asked every spring whether {she} {is} wanted back.
        - {She} slept as a child in the drier half of a house in {home}, with {a:beast}, and the previous
          owners.
        - The ague took {num} in {home} that year and left {ob}, it is said, because {she} had been rude to
          it over the {food}.
        - {She} {was} taught manners in {home} by {small} ghosts, and reading by {a:trade}.
        """),
    quirks=frames("""
        - holds doors open for nobody, with a little bow, as is done in {village}
        - leaves a chair for {person}, who drowned in {year}
        - lights a candle for every {beast} eaten, on the advice of {a:trade}
        - thinks {taboo} will bring back {woe}
        - tests each floor with {a:thing} before stepping on it
        - walks as if on stilts after {small} drinks with {person}
        - swears {oath} under the breath, so as not to wake {a:trade}
        - keeps a leech in {a:thing} and calls it {person}
        - apologises to mist, and to {a:beast} in case
        - dries {her} socks over other people's {food}
        - waits for the third knock, even at {inn}, even for {food}
        - has a damp patch on {her} [hat|collar|left sleeve|pillow] that follows {ob} from {village}
        """),
    guilds=frames("""
        - The [Wardens|Lantern-Bearers|Company|Attendants|Sextons] of the [Drowned|Second|Dry|Low|Lit]
          [Bell|Sluice|Candle|Causeway]
        - The [Heron|Lantern|Eel|Stilt] and [Candle|Coffin|Compass|Cudgel]
        - {family}, [Dredgers|Mourners|Guides by Night]
        """),
    halls=frames("""
        - The [Dry|Upper|Leaning|Unhallowed] [Vestry|Pump House|Charnel House|Toll House]
        - {stem} Sluice House
        - {stem} Priory
        """),
    mottos=frames("""
        - Mind the step.
        - Neither drowned nor dry.
        - We bring them back, or word of them.
        - Courteous unto death, and after.
        - Keep to the left of the ghost.
        """),
    festivals=frames("""
        - All Eels
        - the Visiting of the Dead
        - Stilt Sunday
        - the [Punt|Frog|Stilt|Coffin] Races
        - Lantern Lending
        """),
    discoveries=frames("""
        - a [chapel|street|strong-box] come up with the mud
        - an island with [a bell|a breakfast|footprints] on it
        - the wallet of the drowned {trade}, with {person}'s name in it
        """),
    storms=frames("""
        - the [Brown|Whispering|Old Parson's] Fog
        - a flood of [four|seven|nine] days
        - rain that they call [the Relatives|the Draining]
        """),
)
