"""The edge of an old empire: milestones, forms in triplicate, and clerks filing for an empty throne."""

from typing import Final

from herotycoon.storyteller.template.languages import IMPERIAL, OBSERVATORY
from herotycoon.storyteller.template.themes.base import Theme, frames, items

EMPIRE: Final = Theme(
    key="empire",
    titles=frames("""
        - The [Last|Ninth|Unpaid|Forgotten|Outer|Thirteenth|Marble] [Province|Prefecture|Legion's
          Land|Tithe|Milestone]
        - The [Regent's|Late Emperor's|Surveyor's|Censor's] [Arrears|Peace|Appendix|Margin]
        - [Beyond|Under|Behind] the [Broken|White|Second|Long] [Wall|Aqueduct|Seal|Road]
        """),
    lands=frames("""
        - the Prefecture of {stem}
        - {stem} beyond the Wall
        - the {stem} Frontier
        - Lower {stem}
        """),
    phonologies=(IMPERIAL, IMPERIAL, OBSERVATORY),
    biomes={
        "ruins": 4,
        "plains": 4,
        "hills": 3,
        "forest": 2,
        "coast": 2,
        "mountains": 2,
        "desert": 1,
        "swamp": 1,
    },
    landmarks={
        "great_library": 3,
        "ruined_tower": 4,
        "battlefield": 4,
        "hot_spring": 3,
        "shrine": 2,
        "lighthouse": 1,
        "wishing_well": 1,
        "standing_stones": 1,
        "hermitage": 1,
        "dragon_bones": 1,
    },
    surnames=items("family, family, compound"),
    compounds=(
        items("""
        Seal, Mile, Marble, Arch, Toll, Quill, Writ, Vine, Tally, Eagle, Wax, Ash, Pillar, Olive
        """),
        items("""
        stone, keeper, hand, warden, pace, mark, worth, bridge, bearer, yard, wright, cross
        """),
    ),
    particles=items("de, of Gens, a"),
    villages=frames("""
        - {place}
        - {place}
        - {place}
        - Castra {stem}
        - {place} Minor
        - {stem} Quarta
        """),
    colours=items("""
        Ninth, Censor's, Marble, Abandoned, Vintner's, Straight, Requisitioned, Weedy, Regent's, Silent,
        Posthumous, Taxed, White, Outer, Divided, Surveyed
        """),
    terrain={
        "ruins": items("Forum, Baths, Colonnades, Old Capital, Barracks"),
        "plains": items("Estates, Vineyards, Fields, Colonies"),
        "hills": items("Terraces, Hills, Limes"),
        "forest": items("Groves, Hunting Park, Reserves"),
        "coast": items("Littoral, Strand, Landings"),
    },
    monsters=items("""
        walking_statue, lost_legionary, tax_ghoul, bronze_bull, lemure, deserter, aqueduct_hag,
        lararium_imp, chariot_wraith
        """),
    inns=frames("""
        - the [Ninth|Retired|Marble|Sober|Unlucky|Two-Headed] [Legion|Eagle|Consul|Gladiator|Census|Vine]
        """),
    years=frames("""
        - the [third|seventh|eleventh|last] year of the [deaf|child|painted|absent|second]
          [emperor|regent|prefect]
        - the consulship of [two brothers|nobody|a horse|the baker|the wrong man]
        """),
    words={
        "trade": items("""
            copyist, censor's clerk, aqueduct cleaner, mosaic layer, legion cook, road inspector, public
            executioner, bath attendant, vintner, oil-presser, augur, slave-freer, seal engraver, milestone
            painter, sandal-maker, night-soil contractor
            """),
        "thing": items("""
            bronze eagle, wax tablet, commission signed by nobody, legionary's spoon, marble ear, oil lamp,
            key to a city gate, form in triplicate, sealed dispatch, amphora, laurel wreath, strigil,
            counting board, household god, mosaic tile, parade helmet
            """),
        "food": items("""
            olives, fish sauce, army bread, lentils and bacon, stuffed dormice, sour wine, figs, chickpea
            mash, garlic, pickled turnip, honeyed ham, barley gruel
            """),
        "beast": items("""
            sacred goose, mule, lapdog, peacock, augur's chicken, cart-horse, dormouse, tortoise, legion
            goat, eel
            """),
        "boss": items("""
            the prefect, the tax office, the governor's widow, the board of roads, the acting censor, the
            college of augurs
            """),
        "woe": items("""
            the year of five emperors, the sack, the failure of the aqueduct, the census, the mutiny at the
            wall, the wine blight, the last dispatch, the debasement of the coin, the burning of the
            archive, the withdrawal
            """),
        "day": items("""
            Census Eve, the Emperor's Birthday, the Day of Unpaid Wages, the Day of the Games, Milestone
            Day, the Feast of Geese, Saint Appendix, the Ides
            """),
        "coin": items("asses, denarii, eagles, sesterces"),
        "oath": items("""
        by the Ninth, by wall and water, by the absent throne, on my pension, by the sacred geese
        """),
        "taboo": items("""
            signing in red, walking under a triumphal arch alone, mentioning the capital, breaking a seal
            before noon, giving a date without a reign, stepping on a milestone's shadow, stacking wax
            tablets face up, counting legions
            """),
    },
    founding=frames("""
        - {land} was conquered in an afternoon, surveyed for {num} years, and forgotten in the course of a
          lunch.
        - The roads of {land} were built for legions, which is why they go so straight to places where
          nobody lives.
        - No order has reached {land} since {year}, so the last one, which was to await further orders, is
          still in force.
        - {person}, the [ninth|eleventh|last but one|deaf] prefect, wrote to the capital for instructions;
          the clerks of {land} still keep the lamp lit for the reply.
        - {land} pays its taxes every spring into a cellar, there being nobody left to collect them and
          nobody willing to say so.
        """),
    customs=frames("""
        - A thing is true when it has been copied three times, and a man is dead when his form has been
          returned.
        - Marriages are dated by emperors, and where none was available, by bakers.
        - On {day} the whole town stands to attention for a parade that does not come.
        - Children are taught the {num} provinces by heart, with the eleven that have never been found.
        - Statues whose heads were lost are given the head of whoever is paying for the repair.
        """),
    troubles=frames("""
        - Last month a dispatch arrived, sealed, in the right hand, on the right paper, dated next year.
        - The statues on the old road have begun to face the other way.
        - In {year} somebody started to pay the legions again, and lists of the dead have been answering to
          their names.
        - There are {small} claimants to the governorship, all with the proper papers and one with the
          proper face.
        """),
    origins=frames("""
        - {She} {was} registered in {home} as [a mule|a widow|three brothers|a bridge|deceased], through a
          slip of the pen, and {was} taxed accordingly.
        - {Her} {kin} was the [ninth|fortieth|second|official] and last {trade} of {home}, by an office
          handed down since {year} and never abolished.
        - {She} grew up in the guardroom of {home}, on {food}, between a cold stove and {small} old soldiers
          awaiting relief.
        - {She} learned {her} letters in {home} from tombstones, and {her} arithmetic from what {person}
          owed.
        - {Her} people came to {home} with the legions and stayed behind to look for {a:thing}.
        - In {home} {she} {was} pledged to the temple at {small}, for {a:beast} and an exemption.
        - {She} {was} brought up to be {a:trade}, in a house at {home} with {num} rooms, of which two had a
          roof.
        - Born in {home} on {day}, {she} {was} named after the emperor, and renamed {small} times that year.
        - {Her} {kin} sold {home} its own milestones, one {thing} at a time, until {boss} sent an inspector.
        - {She} carried water in {home} from the age of {small}, the aqueduct having been out of order since
          {year}.
        """),
    quirks=frames("""
        - salutes milestones, and {a:beast} if it is standing near one
        - keeps receipts, the oldest from {village} for {food}
        - dates letters by emperors who never reached {village}
        - thinks {taboo} brought down the empire, or at any rate {woe}
        - will not enter a house without being announced, if need be by {a:beast}
        - files {her} [socks|love letters|grievances|tinder] under {thing}
        - swears {oath}, in the dative
        - stands at the mention of {boss}, and sits at that of {person}
        - fills in forms for pleasure, having {num} of them from {village}
        - marches in step with {a:beast}
        - is owed {num} {coin} in back pay by a legion nobody has heard of
        - seals {food} with wax
        """),
    guilds=frames("""
        - The [Auxiliaries|Company|Irregulars|College|Veterans] of the
          [Ninth|Unrelieved|Second-Last|Lost|Thirteenth] [Gate|Legion|Milestone|Seal]
        - The [Eagle|Seal|Wreath|Quill] and [Sandal|Sword|Goose|Column]
        - {family} and [Heirs|Assigns|Auxiliaries]
        """),
    halls=frames("""
        - The [Old|Disused|Lesser|Requisitioned] [Praetorium|Bathhouse|Record Office|Granary]
        - Castrum {stem}
        - {stem} House
        """),
    mottos=frames("""
        - Awaiting further orders.
        - In triplicate, and in force.
        - The road is straight; we are not.
        - Pro tem.
        - Everything is in order except the times.
        """),
    festivals=frames("""
        - the [Games|Lesser Games|Games of the Ninth|Emperor's Birthday]
        - the Feast of Geese
        - Census Eve
        - the Triumph of [Nobody|the Bakers|an Unknown General]
        - Milestone Day
        """),
    discoveries=frames("""
        - a pay chest with the seal unbroken
        - a [bathhouse|wine cellar|mint] behind a wall that was always thought too thick
        - the missing [leg|eagle|edict] of {person}
        """),
    storms=frames("""
        - the storm named after [the last regent|the tax office]
        - hail the size of [dice|olives|denarii]
        - [five|nine|twelve] days of rain, as decreed
        """),
)
