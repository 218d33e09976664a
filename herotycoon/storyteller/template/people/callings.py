"""How heroes came to their class."""

from typing import Final

from herotycoon.storyteller.template.themes.base import Frames, frames

CALLINGS: Final[dict[str, Frames]] = {
    "warrior": frames("""
        - {mentor} taught {ob} the sword behind {inn}, with broomsticks, until they ran out of brooms {num}
          weeks later.
        - {She} served {small} years in the militia of {village}, whose enemy turned out to be {village2},
          whose militia had borrowed its pikes.
        - {She} {has} stood in {small} shield walls and can tell you who trod on whom in each, starting with
          {person}.
        - {She} enlisted at {num}, with {mentor}, under the impression that it was the queue for {food}.
        - The fencing school at {village} threw {ob} out for winning with {a:thing}, and {mentor} took {ob}
          in for the same reason.
        - {She} learned the axe from {a:trade} who had only ever meant to split kindling, and who fled
          {village} when {she} asked about grips.
        - {She} held a toll bridge near {village} for {small} weeks in {year}, the last of them after the
          wages had stopped.
        - {Her} first sword was dug out of a field in {village}, and had belonged to somebody who was still
          attached, by {num} buttons.
        - After {woe} there were more helmets than heads in {village}, so {she} took one, and then, for
          {small} years, orders.
        - {She} fought in the pits under {inn} as the [Lamb|Laundress|Clerk|Goose|Apprentice] and lost only
          to {person}, on points.
        - {mentor} drilled {ob} from {day} to {day2}, and said at the end of it that {she} might now be
          trusted with {a:thing}.
        - {She} {was} guard to {a:trade}, then to {a:trade2}, and reckon{s} that the hard part in both cases
          was the conversation.
        """),
    "ranger": frames("""
        - {mentor} showed {ob} how to walk {wild} without being heard, and then could not find {ob} for
          {num} days.
        - {She} read tracks before {she} read letters, and still spell{s} like {a:beast}.
        - {She} kept the forest law near {village} for {small} winters, mostly against {person}, who was the
          forest judge.
        - {She} lived in a hollow tree outside {village} through {woe}, and had {small} visitors, of whom
          one was {a:trade}.
        - {She} guided pilgrims to {landmark} for {num} {coin} a head, and brought back most of the heads.
        - {Her} first bow was strung with gut from {a:beast} called {person}, and nobody has been allowed to
          laugh about it.
        - {She} tracked {person}'s stolen {beast} across {biome} for {num} days and brought it home with
          opinions of the thief.
        - {She} learned the weather from {mentor}, who had it from {a:beast}, and between them they foretold
          {woe} to within {small} minutes.
        - As a boundary rider of {village} {she} wore out {num} pairs of boots going round something that
          turned out to have moved.
        - {She} trapped for the fur market of {village} until {year}, when {she} got to know {a:beast}
          socially.
        - {She} {was} lost {wild} at the age of {small}, came out at the age of {num}, and could not see
          what everybody was shouting about.
        - {She} carried the winter post between {village} and {village2}, past {monsters}, in {small} coats.
        """),
    "mage": frames("""
        - {mentor} took {ob} as apprentice after {she} set fire to {inn} from across the street, by
          frowning.
        - {She} studied {num} terms at the college in {village} and {was} sent down for answering an essay
          question in person.
        - {Her} first spell was meant to find {a:thing}, and found all of them, in every house in {village}.
        - {She} learned magic out of a book that had lost its first {num} pages, and {has} been guessing at
          the warnings, as {person} can testify.
        - {She} {was} struck by lightning {small} times in one summer in {village}, and {mentor} judged it
          simpler to teach {ob} than to move.
        - {She} {has} a licence from {boss} to raise winds, up to {num} of them, and never on {day}.
        - {She} turned {a:trade} of {village} into {a:beast} in {year}, and the family have asked that it be
          left so.
        - {mentor} died in the middle of lesson {num}, and has continued them since, at night, rather
          faintly, in {inn}.
        - {She} passed {her} examination by making {person}'s {thing} vanish, and {has} been examined about
          it by {boss} ever since.
        - {She} came into {her} power at the breakfast table in {village}, and {food} had to be scraped off
          the ceiling.
        - {She} paid for {her} studies by curing warts in {village}, {num} {coin} a wart, and by
          occasionally supplying them.
        - {Her} staff is a bedpost from {inn}, where {she} first dreamed in the old language and woke up
          {num} feet from the ground.
        """),
    "cleric": frames("""
        - {She} took {her} vows at {village} for the quiet, on the same day as {num} others who had come for
          the singing.
        - {mentor} ordained {ob} in a hurry during {woe}, with {food} for a wafer and {a:trade} for a
          congregation.
        - {She} served the shrine at {village} for {small} years before finding out from {person} which god
          it was.
        - {She} heard a voice {wild} in {year}, asked it to repeat itself, and wrote it down; it wanted
          {a:thing}.
        - {She} {has} married {num} couples, buried most of {village}, and once, owing to the fog, the other
          way about.
        - {She} {was} the only novice of {village} who prayed for {monsters}, by name, starting with the one
          in the cellar of {inn}.
        - {She} nursed {mentor} through a last illness that went on for {num} years, and took the robe over
          while it was still warm.
        - {Her} order owns {small} bells, one goat and the true [elbow|shoe|laundry|spoon] of a saint, and
          {she} fled {village} with the last of these when {boss} taxed it.
        - {She} preached {her} first sermon at {inn}, to {num} people and {a:beast}, and the beast is still
          devout.
        - {She} found religion under a cart in {village}, on the night of {woe}, next to {a:trade} who was
          also looking.
        - {She} walked the pilgrimage from {village} to {landmark} {small} times, once for {herself} and the
          rest for people who paid.
        - The bishop sent {ob} to {village} to put down a heresy about {food}, and {she} came back with the
          recipe and {person}.
        """),
    "rogue": frames("""
        - {mentor} taught {ob} locks, {person} taught {ob} lies, and the lock-up at {village} gave {ob} the
          time to practise both.
        - {She} {has} been dead twice for business reasons, both times in {village}, and keep{s} {a:thing}
          from the second wake.
        - {She} picked {her} first pocket in {village} at {small}, found {a:thing} in it, and {has} never
          been able to return it to {person}.
        - {She} ran a respectable lottery at {inn} until someone from {village} won it.
        - {She} {was} the voice of the oracle at {village} for {num} months, through a pipe, on {food}.
        - {She} went up the walls of {person}'s house in {year} as a burglar and came down the stairs as a
          cousin.
        - {Her} trade mark was to leave {a:thing} where the silver had been, until {boss} noticed who kept
          buying them, {num} at a time.
        - {She} smuggled {food} past {boss} for {small} years, in a coffin, with {mentor} weeping beside it.
        - {She} {was} hired to steal {a:beast} from {person} and stole the wrong one for {num} nights
          running.
        - There are {small} people of {her} description wanted in {village}, and {she} {is} all but one of
          them; the other is {person}.
        - {She} forged the seal of {village} so well that {boss} asked {ob} for {num} more.
        - {She} spent {year} in {village} as {a:trade}, and would have stayed if the real one had not come
          home.
        """),
    "bard": frames("""
        - {mentor} left {ob} a fiddle with {small} strings and {num} debts, and {she} {has} kept all of them
          in tune.
        - {She} {has} sung {song} in every inn between {village} and {town}, and {has} been asked to stop in
          {num}.
        - {She} wrote {song}, for which {village} has forgiven {ob}, and the {num} verses about {person},
          for which it has not.
        - {She} began as the boy in {small} tragedies and the hind legs in {small2} comedies, with a company
          out of {village}.
        - {Her} ballad of {woe} made grown {monsters} weep, if {person} may be believed, who had run away by
          then.
        - {She} {was} court poet to {boss} for {small} weeks, until {she} found a rhyme.
        - {She} learned the pipes from {mentor} {wild}, the nearest neighbours having insisted on it, {num}
          of them in writing.
        - {She} {has} played {a:thing} before crowned heads and {song} before a hanging, and it was the
          hanging that wanted more.
        - {She} {was} the best liar in {village} until {mentor} told {ob} that with a drum it would be art,
          and {person} lent the drum.
        - Paid to keep a wake at {village} cheerful, {she} told {num} stories, and the deceased is said to
          have sat up for the one about {food}.
        - {She} lost {her} voice in {year}, found it again {wild}, and {has} not been sure since that it is
          the same one.
        - {She} {was} engaged for one night at {inn}, on {day}, and stayed until the roof fell in, which
          {she} work{s} into {song}.
        """),
    "artisan": frames("""
        - {mentor} apprenticed {ob} at {num}, and said, on seeing {her} first {thing}, that it was certainly
          an object.
        - {She} built the bridge at {village}, the one that is still there, and {small} that are
          instructive.
        - {She} can mend {a:thing} in the dark, and learned to in the cellars of {village} during {woe}.
        - {Her} masterpiece was {a:thing} so exact that {person} of {village} took it for one.
        - {She} forged for {small} years in {village}, and there is not a gate in the place that closes
          without saying {her} name.
        - {She} made a mechanical {beast} for {boss}, which worked, which was the trouble, for {num} days.
        - {She} left the workshop in {village} in {year} over a disagreement about hinges, with {mentor}
          still shouting measurements.
        - {She} carved {small} saints for the church at {village}, all with the face of {person}, who had
          not paid.
        - {She} held the contract for {num} coffins after {woe}, and measured people for years afterwards,
          without meaning to, in {inn}.
        - {She} shod {a:beast} for a bet, glazed {inn} for another, and had a trade by the end of the
          evening.
        - {She} {has} the burn of {mentor}'s anvil on {her} left hand and the patent for its cure, sold to
          {a:trade} for {num} {coin}.
        - {She} learned to work [tin|horn|leather|glass|willow|copper] from {a:trade} of {village} who was,
          as it later came out, making it up.
        """),
    "scholar": frames("""
        - {She} wrote {num} pages on the origins of {village}, in which it was shown to be {village2}.
        - {mentor} taught {ob} {small} dead languages, and {she} used them all, at the table in {inn}, to
          complain about the {food}.
        - {She} catalogued {person}'s library by smell, after {woe}, and {was} right about all but {num}.
        - {Her} thesis on {monsters} was failed by {num} examiners who had not been out of doors.
        - {She} {was} tutor to the children of {a:trade} in {village}, who are now in prison for logic.
        - {She} read by the light of {inn}'s window for {small} years, from the outside.
        - {She} proved in {year} that {landmark} cannot exist, and {has} been back {small} times to point
          this out to it.
        - {She} came to {village} for an afternoon to check one footnote, lodged with {person}, and stayed
          for {num} years.
        - {She} copied deeds for {boss} until {she} noticed what they said, which was the end of the work
          and, nearly, of {village}.
        - {She} {has} a degree in law from {village}, one in medicine from {village2}, and a note from each
          about the other.
        - {She} saved {num} books from {woe}, and still regret{s} the {small} that went back for people.
        - {She} {was} professor of [comparative weather|errors|applied patience|extinct grammar|heraldic
          beasts] at {village} until {person} asked what for.
        """),
}
