"""What each type of landmark is called, lends and remembers."""

from dataclasses import dataclass
from typing import Final

from herotycoon.storyteller.template.themes.base import Frames, frames
from herotycoon.storyteller.vocabulary import BiomeType, LandmarkType


@dataclass(frozen=True, slots=True)
class Sight:
    """Names and lore are frames; `first` gives the effect it always has, `others` those it may have."""

    names: Frames
    lands: tuple[BiomeType, ...]
    first: tuple[str, ...]
    others: tuple[str, ...]
    price: tuple[str, ...]
    lore: Frames


SIGHTS: Final[dict[LandmarkType, Sight]] = {
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
            """),
    ),
    "shrine": Sight(
        names=frames("""
            - The Shrine of [Saint|Blessed|Mother|Brother] {person}
            - The [Roadside|Unfinished|Lamplit|Borrowed|Little|Double] [Chapel|Shrine|Altar]
            - Saint {person} [of the Boots|the Late|in the Ditch|of the Second Try|the Damp]
            """),
        lands=("plains", "hills", "coast", "forest", "swamp", "mountains", "desert", "ruins"),
        first=("faith", "empathy", "loyalty"),
        others=("mood", "health", "wisdom", "patience", "gold"),
        price=("greed", "magic"),
        lore=frames("""
            - The saint's one recorded miracle was to give exact change, and pilgrims have brought {coin}
              ever since.
            - Its candles may be lit by anyone except {a:trade}, for a reason that was plain in {year}.
            - It was built by {person}, who had promised a cathedral, and the foundation stone says "to be
              continued".
            - People leave {food} here for those they cannot forgive, and {a:beast} forgives it within the
              hour.
            - The god of the place was voted out in {year} and has never been told.
            """),
    ),
    "ruined_tower": Sight(
        names=frames("""
            - {person}'s [Folly|Watch|Tower|Mistake]
            - The [Leaning|Lightless|Half|Burnt|Owl's|Empty] [Tower|Keep|Watch]
            - {stem} Keep
            """),
        lands=("ruins", "hills", "mountains", "forest", "swamp", "coast", "desert", "tundra"),
        first=("relics", "lore", "courage"),
        others=("magic", "curiosity", "combat", "experience", "ore"),
        price=("mood", "faith", "health"),
        lore=frames("""
            - {person} built it to be safe from {woe}, and it withstood everything but the builder's own
              experiments.
            - It has {num} floors going up and, according to {person} of {village}, {small} more that only
              go down.
            - The garrison was never relieved; a light is shown from the top on {day}, and replied to, out
              of courtesy.
            - {boss} sold it in {year} as "airy".
            - Half of it fell in one night without waking anybody, and the other half has looked startled
              since.
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
            """),
    ),
    "great_library": Sight(
        names=frames("""
            - The [Damp|Sealed|Chained|Lesser|Unread|Vertical] [Library|Archive|Stacks]
            - The Library of {stem}
            - {person}'s [Bequest|Shelves|Index]
            """),
        lands=("ruins", "hills", "plains", "coast", "forest", "desert", "mountains"),
        first=("wisdom", "lore", "magic"),
        others=("curiosity", "experience", "patience", "ambition"),
        price=("survival", "combat", "energy"),
        lore=frames("""
            - A reader may borrow any book for as long as it takes, and {num} readers are still listed as
              inside.
            - The catalogue was lost in {year}; since then books are found by asking for something else.
            - {person} the {trade} left it {num} thousand volumes on one subject, and nobody will say which.
            - Its founder forbade fire, ink, food and disagreement, and is buried under the reading room in
              case.
            - It holds the only copy of the [treaty|law|will|recipe] that would settle the matter of {woe},
              filed under Poultry.
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
            - There are bones of {small} wings, which is either one too many or the beginning of an
              explanation.
            - Nothing rots within sight of it; the market at {village} brings its fish here in the summer.
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
            """),
    ),
    "lighthouse": Sight(
        names=frames("""
            - {stem} Light
            - The [Widow's|Second|Blind|Wrecker's|Green|Left-Hand] [Light|Lamp|Lantern]
            - {person}'s [Lamp|Candle|Eye]
            """),
        lands=("coast", "hills", "ruins", "swamp", "desert"),
        first=("fish", "survival", "loyalty"),
        others=("trade", "goods", "wisdom", "patience", "courage"),
        price=("charm", "mood"),
        lore=frames("""
            - The keeper, {person}, has not come down since {year}, and sends the laundry down by basket
              with remarks.
            - It stands {num} miles too far inland, and has nevertheless prevented every wreck it was built
              for.
            - It burns {food} dripping, on principle, and passing crews arrive hungry.
            - There is a {num}-year-old quarrel about which way the lamp should turn, so it turns both.
            - In its logbook every ship that ever passed is entered, including {small} that passed before
              the sea came in.
            """),
    ),
    "hermitage": Sight(
        names=frames("""
            - {person}'s [Cell|Rest|Hut|Silence]
            - The [Talkative|Reluctant|Third|Vertical|Crowded|Locked] Hermitage
            - The Hermitage of {stem}
            """),
        lands=("mountains", "forest", "swamp", "desert", "tundra", "hills", "coast", "jungle"),
        first=("patience", "wisdom", "faith"),
        others=("health", "herbs", "lore", "empathy", "mood"),
        price=("charm", "ambition", "greed"),
        lore=frames("""
            - {person} came here to be alone and has received {num} visitors a week since, all of them with
              questions about solitude.
            - The hermit accepts {food} and gives advice, and has been known to give better advice for more
              of it.
            - {small} hermits share it, each believing the others to be visions.
            - It was founded after {woe} by {a:trade} who had simply heard enough.
            - The hermit's vow of silence is kept to the letter: everything is sung.
            """),
    ),
    "wishing_well": Sight(
        names=frames("""
            - {person}'s [Well|Bucket|Bargain]
            - The [Literal|Second-Best|Tinkling|Deaf|Bottomless|Thrifty] Well
            - {stem} Well
            """),
        lands=("plains", "forest", "hills", "ruins", "desert", "swamp"),
        first=("gold", "mood", "charm"),
        others=("greed", "faith", "magic", "goods", "curiosity"),
        price=("patience", "loyalty", "craft"),
        lore=frames("""
            - It grants wishes in the order received and is at present working through those of {year}.
            - It gives change.
            - {person} of {village} wished to be remembered here, and that is all that anyone remembers.
            - {boss} taxes it by the splash; the revenue for {day} alone has paid for a bridge.
            - A wish shouted in comes back as advice, usually sound, in the voice of somebody's {kin}.
            """),
    ),
}
