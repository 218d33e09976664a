"""Landmarks that nobody planned."""

from typing import Final

from herotycoon.storyteller.template.landmarks.sight import Sight
from herotycoon.storyteller.template.themes.base import frames
from herotycoon.storyteller.vocabulary import LandmarkType

GROWN: Final[dict[LandmarkType, Sight]] = {
    "mystical_tree": Sight(
        names=frames("""
            - The [Whispering|Lending|Old|Crooked|Wedding|Last] [Oak|Ash|Yew|Elm|Walnut|Fig]
            - {person}'s [Oak|Ash|Yew|Pine|Thorn]
            - The [Tree|Thorn|Yew] of {stem}
            """),
        lands=("forest", "jungle", "hills", "plains", "swamp"),
        first=("wisdom", "herbs", "patience"),
        others=("health", "magic", "lore", "mood", "empathy"),
        price=("greed", "ambition"),
        lore=frames("""
            - It answers questions, but only about things that have been in one place for more than {num}
              years.
            - Lovers used to carve their names in it until {person} came back in {year} and found hers
              corrected.
            - It drops its leaves on {day} whatever the weather, all at once, with a sound like a
              congregation sitting down.
            - The people of {village} pay it rent, {small} {coin} a year in a hollow root, and the root is
              always empty by morning.
            - No axe has ever been blunted on it, because nobody has ever managed to be the one to swing
              first.
            - It is said to have followed {person} home once, as far as the ford, and thought better of it.
            - Every {small} years it bears one fruit, and the people of {village} draw lots for who must eat
              it.
            """),
    ),
    "hot_spring": Sight(
        names=frames("""
            - {person}'s [Kettle|Bath|Cauldron|Basin]
            - The [Magistrate's|Lazy|Singing|Copper|Bachelor's|Mule's] [Bath|Kettle|Tub|Spring]
            - The [Springs|Baths] of {stem}
            """),
        lands=("mountains", "hills", "tundra", "jungle", "desert", "swamp"),
        first=("health", "energy", "mood"),
        others=("potions", "patience", "charm", "faith"),
        price=("ambition", "combat"),
        lore=frames("""
            - It cures [gout|chilblains|stage fright|the sulks|snoring], smells of eggs, and was fought over
              {small} times before anyone thought of taking turns.
            - Peace treaties are signed in it, since nobody can conceal a weapon or an opinion for long in
              hot water.
            - {person} the {trade} went in at eighty and came out at eighty, but in a much better temper.
            - In {year} it ran cold for {num} days, and every marriage in {village} was reconsidered.
            - {a:beast} was washed in it once by mistake and is still alive, which was {num} years ago.
            - {person} of {village} has been in since {year} and sends out for {food}.
            - Whatever is said in it must not be repeated out of it, by a law that everybody has told
              everybody.
            """),
    ),
    "waterfall": Sight(
        names=frames("""
            - {person}'s [Leap|Veil|Stair]
            - The [Upward|Silent|Grey Mare's|Thirteen-Step|Bride's|Laundress's] [Fall|Falls|Stair]
            - {stem} Force
            """),
        lands=("mountains", "hills", "jungle", "forest", "tundra"),
        first=("mood", "energy", "fish"),
        others=("health", "faith", "magic", "charm", "courage"),
        price=("greed", "lore"),
        lore=frames("""
            - What is said behind it cannot be heard outside, and {village} holds its elections there.
            - {person} went over it in a barrel in {year}, for a bet of {num} {coin}, and was paid by the
              heirs.
            - It freezes every {small} years with a noise like an argument ending.
            - On {day} it runs backwards for the time it takes to say so.
            - The pool below returns whatever is lost in it, but to the wrong people, and at supper.
            - {person} kept an inn behind it until {year}, and the damp had nothing to do with it.
            - Salmon will not leap it, and look offended when it is suggested.
            """),
    ),
    "dragon_bones": Sight(
        names=frames("""
            - The [Ribs|Long Ribs|Jaw|Spine] of {stem}
            - The [Bone|White|Crooked|Dripping] [Hall|Arches|Ladder|Ship]
            - {person}'s [Dragon|Worm|Quarrel]
            """),
        lands=("desert", "mountains", "tundra", "coast", "swamp", "plains", "hills"),
        first=("courage", "relics", "magic"),
        others=("combat", "survival", "craft", "curiosity", "health"),
        price=("mood", "faith", "patience"),
        lore=frames("""
            - The dragon died of {food}, if {village} is to be believed, which supplied it.
            - Children slide down the tail until they are {num} and are ashamed to be seen there afterwards.
            - {person} lived in the skull for {num} years and paid no rent to anyone, an arrangement still
              cited in court.
            - There are bones of [three|five|seven] wings, which is either one too many or the beginning of
              an explanation.
            - Nothing rots within sight of it; the market at {village} brings its fish here in the summer.
            - {person} of {village} sells splinters of it as toothpicks, {num} to the box, with a
              certificate.
            - On {day} it is found to have moved, by about the width of {a:beast}, towards {village}.
            """),
    ),
    "battlefield": Sight(
        names=frames("""
            - {stem} Field
            - The Field of [Spoons|Crows|the Two Drummers|Mud|the Late Arrivals|Boots]
            - {person}'s Last [Stand|Word|Breakfast]
            """),
        lands=("plains", "hills", "tundra", "desert", "swamp", "coast", "ruins"),
        first=("combat", "courage", "loyalty"),
        others=("experience", "ore", "relics", "survival", "faith"),
        price=("mood", "empathy", "charm"),
        lore=frames("""
            - Both armies claimed the victory, {num} years of taxes were raised to celebrate it, and the
              plough still turns up buttons.
            - It was fought over {a:beast} belonging to {person}, which died of old age and is buried with
              honours.
            - One side was late and the other was lost; the slaughter was, even so, considerable.
            - A drum is heard before {woe}, and the people of {village} set their clocks and lock their
              doors by it.
            - {person} won it in {year} with {num} men and {a:thing}, and would never say how the second
              came into it.
            - On {day} the veterans of both sides come back to argue, and {small} of them are alive.
            - Nothing grows on it, and {village} lives by selling {food} to those who come to see it.
            """),
    ),
    "standing_stones": Sight(
        names=frames("""
            - The [Nine|Eleven|Seven|Thirteen|Twelve] [Aunts|Clerks|Debtors|Sisters|Jurors|Pipers]
            - The [Stones|Ring|Teeth] of {stem}
            - {person}'s [Ring|Reckoning|Table]
            """),
        lands=("hills", "plains", "tundra", "mountains", "desert", "coast"),
        first=("magic", "faith", "lore"),
        others=("courage", "wisdom", "energy", "curiosity", "experience"),
        price=("mood", "trade"),
        lore=frames("""
            - Counted from the east there is one stone more than counted from the west, and {person} of
              {village} is buried under the difference.
            - They were {num} people once who would not stop talking during {day}, or so children are told.
            - {boss} had them measured in {year}; the surveyor's notes are complete up to the word "now".
            - On cold mornings one of them is warm, never the same one, and shepherds know which.
            - {person} once sold the largest to a stranger for {num} {coin}, and the stranger is still
              negotiating delivery.
            - {person} of {village} is married to the second from the left, and has no complaints.
            - They are washed on {day} by the parish, and by themselves on other days.
            """),
    ),
}
