"""The scholars' valley: observatories, examinations, duels by footnote and a sky that does not keep still."""

from typing import Final

from herotycoon.storyteller.template.languages import IMPERIAL
from herotycoon.storyteller.template.languages import OBSERVATORY as SCHOLARLY
from herotycoon.storyteller.template.themes.base import Theme, frames, items

OBSERVATORY: Final = Theme(
    key="observatory",
    titles=frames("""
        - The [Footnote|Telescope|Comet|Inkwell|Brass|Lecture|Errata]
          [Colleges|Valley|Republic|Faculties|Disputations]
        - The [Nine|Four|Thirteen|Unlit] [Observatories|Faculties|Hypotheses|Lenses]
        - [Under|After|Against] the [Second|Wandering|Corrected|Borrowed] [Comet|Moon|Star|Eclipse]
        """),
    lands=frames("""
        - the College of {stem}
        - the Vale of {stem}
        - the Free Faculty of {stem}
        - Starry {stem}
        """),
    phonologies=(SCHOLARLY, SCHOLARLY, IMPERIAL),
    biomes={
        "hills": 5,
        "mountains": 4,
        "plains": 3,
        "forest": 3,
        "ruins": 4,
        "coast": 1,
        "swamp": 1,
        "desert": 1,
    },
    landmarks={
        "great_library": 6,
        "ruined_tower": 4,
        "standing_stones": 3,
        "wishing_well": 1,
        "hermitage": 2,
        "shrine": 1,
        "dragon_bones": 2,
        "hot_spring": 1,
        "lighthouse": 1,
        "mystical_tree": 1,
    },
    surnames=items("family, compound, family"),
    compounds=(
        items("""
        Quill, Brass, Lens, Ink, Proof, Comet, Vellum, Folio, Chalk, Orrery, Star, Gloss, Plumb, Candle,
        Thesis
        """),
        items("""
        wright, grinder, ward, bridge, man, stone, hand, field, ley, hall, worth, gate, keeper, blot
        """),
    ),
    particles=items("of the School of, ex, de"),
    villages=frames("""
        - {place}
        - {place}
        - {place}
        - {stem} Halls
        - Old {place}
        - {place} Extra Mural
        """),
    colours=items("""
        Brass, Unproven, Comet, Lensed, Disputed, Dark-Sky, Inky, Examiner's, Footnoted, Silent,
        Hypothetical, Corrected, Eclipsed, Lesser, Chalk, Starlit
        """),
    terrain={
        "hills": items("Observatory Hills, Meridians, Downs, Heights"),
        "mountains": items("Parallax, Crags, Apparatus Peaks"),
        "ruins": items("Burnt Faculty, Old Halls, Failed Experiment"),
        "forest": items("Botanic Woods, Arboretum, Groves"),
        "plains": items("Playing Fields, Levels, Lawns"),
    },
    monsters=items("""
        ink_elemental, failed_student, brass_automaton, theory_wraith, moon_moth, bookworm,
        escaped_specimen, paper_golem, star_thing
        """),
    inns=frames("""
        - the [Failed|Brass|Second|Cross-Eyed|Inky|Empirical] [Astronomer|Owl|Comet|Examiner|Inkwell|Lens]
        """),
    years=frames("""
        - the year of the [second|late|disputed|green|unpredicted] [comet|eclipse|examination|heresy|rector]
        - the [autumn|spring|long] term of the [strike|mathematicians' war|missing moon|great
          retraction|fire]
        """),
    words={
        "trade": items("""
            lens-grinder, examiner, ink-maker, star-clerk, bookbinder, college porter, footnote-checker,
            paper-miller, eclipse-seller, instrument maker, professional student, librarian's assassin,
            mule-rental agent, globe-painter, public disputant, alchemist's widow
            """),
        "thing": items("""
            brass orrery, cracked lens, unmarked examination, bottle of ink, star chart, mortarboard,
            stuffed owl, slide rule, jar of specimens, blotting paper, doctoral hood, celestial globe, quill
            knife, set of footnotes, pocket eclipse, library card
            """),
        "food": items("""
            college mutton, boiled eggs, cold tea, seed cake, refectory soup, anchovy toast, brawn, cheese
            straws, porridge, dissected rabbit, marmalade, examination biscuits
            """),
        "beast": items("""
            library cat, owl, dissected frog, college tortoise, laboratory rat, moth, raven, guinea pig,
            lecture goat, newt
            """),
        "boss": items("""
            the rector, the board of examiners, the faculty of astronomy, the chancellor's ghost, the
            bursar, the senate
            """),
        "woe": items("""
            the great retraction, the fire in the stacks, the mathematicians' war, the comet panic, the
            plagiarism trials, the ink famine, the night of two moons, the collapse of the west dome, the
            silent viva, the heresy of the fifth decimal
            """),
        "day": items("""
            Matriculation Day, the Feast of Errors, Comet Eve, Proof Sunday, the Burning of Drafts, Long
            Night, Lens-Polishing, Disputation Day
            """),
        "coin": items("credits, obols, marks, folios"),
        "oath": items("""
        by lens and ledger, by the first axiom, by the dome, on my thesis, by proof
        """),
        "taboo": items("""
            breaking a pencil indoors, naming a comet after oneself, citing from memory, walking on the
            rector's grass, reading the last page first, whistling under the dome, dividing by nothing,
            opening a window on the moon
            """),
    },
    founding=frames("""
        - {num} astronomers came to {land} for the clear nights, and quarrelled about what they saw until
          there were faculties.
        - {land} was bequeathed to learning by {person}, who had failed every examination it has since set.
        - There is one law in {land}, that every statement be supported, and the prison is full of
          adjectives.
        - The first observatory of {land} was built to settle a bet, and the second to contest the result.
        - According to its charter {land} does not exist between terms.
        """),
    customs=frames("""
        - Insults must be footnoted, and an insult that can be sourced is admitted as a compliment.
        - Children are named by examination, and retake it at seven.
        - Duels are fought at dawn with citations, seconds being allowed to check.
        - On {day} each household confesses one mistake to the neighbours, who already had it in writing.
        - Nobody locks a door, but every door has a question on it.
        """),
    troubles=frames("""
        - {small} stars have gone missing from the catalogue since {year}, and they were not the dim ones.
        - Somebody has been answering examination questions that nobody has set, correctly, at night, on the
          walls.
        - The comet is back, {num} years early, and it has slowed down.
        - Every clock in {land} lost the same {num} minutes on {day}, and a few people have begun to
          remember them.
        """),
    origins=frames("""
        - {She} {was} born in {home} in the library, under {a:thing}, and catalogued within the hour.
        - {Her} {kin} ground lenses in {home}, and {she} first saw the world {num} times its size and {has}
          found it a little small since.
        - {She} {was} the control in an experiment at {home}, of which {her} {kin} was the author, and ate
          {food}.
        - {She} grew up in {home} as a porter's child, and knew by the age of {small} which professors could
          be bribed with {food}.
        - Enrolled at the college in {home} before {her} birth, through an error, {she} had passed {small}
          examinations before {she} could sit up.
        - {Her} {kin} went up the tower at {home} in {year} to wait for a comet, and {she} {was} sent up
          with the {food}.
        - {She} {was} won for the college at {home} in a disputation against {a:trade}, who had wanted {ob}
          for the {beast}.
        - In {home} {she} slept among the star charts, {small} to a drawer, with {a:beast}.
        - {She} {was} left at the gate in {home} with {a:thing} and a bibliography, during {woe}.
        - {Her} {kin} in {home} held that children should learn from nature, and gave {ob} {a:beast} and
          {num} months.
        """),
    quirks=frames("""
        - footnotes {her} own sentences, aloud, with page numbers from {person}
        - marks other people's [letters|menus|tombstones|love poems] in red, most recently {person}'s
        - looks at everything through {a:thing}
        - thinks {taboo} explains {woe}
        - sets {a:beast} examinations and fails it
        - records the weather at {village} every hour since {year}
        - swears {oath}, giving the edition
        - cannot start on {food} without stating a hypothesis
        - keeps a star named after {person}, and hides it with {her} thumb
        - argues both sides when alone with {a:beast}
        - carries {a:thing} to be used in the event of an eclipse
        - dots the i in {village}, which has none
        """),
    guilds=frames("""
        - The [Applied|Extra-Mural|Practical|Second|Disputed] [Faculty|College|School] of
          [Heroics|Misadventure|Field Work|Swords]
        - The [Owl|Lens|Comet|Inkwell] and [Dagger|Lantern|Proof|Mule]
        - {family}'s [Fellows|Field Assistants|Drop-Outs]
        """),
    halls=frames("""
        - The [Old|Lesser|Unheated|Failed] [Observatory|Refectory|Bindery|Dome]
        - {stem} College
        - {stem} Hall
        """),
    mottos=frames("""
        - Tested in the field.
        - See appendix.
        - Results may vary.
        - First hypothesis, then helmet.
        - Peer-reviewed by survivors.
        """),
    festivals=frames("""
        - Comet Eve
        - the Feast of Errors
        - the [Disputations|Burning of Drafts|Long Night]
        - the [Owl|Lens|Kite|Paper] Fair
        - Matriculation
        """),
    discoveries=frames("""
        - a star [between two others|with a handle|where none was]
        - a reading room without a door
        - the lost [proof|lunch|second volume] of {person}
        """),
    storms=frames("""
        - the [Predicted|Unpredicted|Disputed] Storm
        - [three|seven|ten] nights of falling stars, and rain
        - the cloud they call [the Examiner|the Retraction]
        """),
)
