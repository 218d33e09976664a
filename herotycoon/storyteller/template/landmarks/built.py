"""Landmarks that somebody built."""

from typing import Final

from herotycoon.storyteller.template.landmarks.sight import Sight
from herotycoon.storyteller.template.themes.base import frames
from herotycoon.storyteller.vocabulary import LandmarkType

BUILT: Final[dict[LandmarkType, Sight]] = {
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
            - Brides leave {a:thing} there, grooms leave by the side door, and {person} keeps a list.
            - It was consecrated in {year} by {a:trade}, the bishop having been held up at {inn}.
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
            - {person} lives at the top and is thought to be waiting for the stairs to be mended.
            - An army camped under it in {year} and left without its {beast}, its boots or any explanation.
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
            - {person} has been overdue since {year}, and it is felt that the library is biding its time.
            - The cellars have never been counted, as nobody has yet come to the end of the stairs and back.
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
            - There is {a:num}-year-old quarrel about which way the lamp should turn, so it turns both.
            - In its logbook every ship that ever passed is entered, including {small} that passed before
              the sea came in.
            - Its light can be seen from {village} on nights when it has not been lit.
            - {person} bought it in {year} to read by, and has reached the letter G.
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
            - {person} has applied for the post {num} times, and been told each time to go and think.
            - The hermit comes out on {day}, sees who is there, and goes in again.
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
            - {person} fell into it in {year}, and came out with exactly what everybody thought {village}
              deserved.
            - Nobody wishes there before breakfast since {person} of {village} got {num} of them.
            """),
    ),
}
