"""Narrators who write: the chronicler and the assessor of taxes."""

from typing import Final

from herotycoon.storyteller.template.lore.narrator import Narrator
from herotycoon.storyteller.template.themes.base import frames

CHRONICLER: Final = Narrator(
    order="founding opening | easy mark hard custom | trouble closing",
    opening=frames("""
        - The first book of the chronicle is mostly weather, and the second is mostly apologies for the
          first.
        - What happened next is disputed by {num} families, {small} of which were not there.
        - The record then skips {num} years, during which, it is believed, people were simply getting on
          with it.
        - The second settlement was entered by mistake under the first, and has been treated as its shadow
          ever since.
        - At this point the ink changes, and with it the name of everyone concerned.
        - There followed a peace of {num} years, for which no reason was ever discovered.
        """),
    easy=frames("""
        - {easy} {easywas} settled first, by people who came for the {goods} and stayed because the cart
          broke.
        - The charter gives {easy} to all in common, and the {goods} to whoever is up earliest.
        - From {town} to {easy} is a morning's walk, and the chronicle has nothing worse to say of it than
          that.
        - {easy} enter{easyends} the record in {year}, when a sheep was fined there, and {easyhas} been
          law-abiding since.
        - Those who could choose chose {easy}, and their portraits are the ones with chins.
        - In {easy} the chronicle pauses for {small} pages to describe {goods}, plainly after a meal.
        """),
    hard=frames("""
        - Of {hard} it records only the names of those who went, in one hand, and of those who came back, in
          a much shorter list.
        - {hard} {hardwas} surveyed {small} times, each time by someone new.
        - {foes} have held {hard} since before there were dates, and have seen off {small} armies and a
          commission.
        - Beside {hard} a later hand has written "no".
        - Every generation has sent its best to {hard}, which is one account of the generations.
        - {hard} {hardwas} annexed in {year}, and the {foes} there were informed of it by letter.
        """),
    mark=frames("""
        - {mark} {markwas} already old then, and already had a queue.
        - About {mark} the chronicle disagrees with itself, in the margin, in red.
        - In {year} somebody first slept the night at {mark} and came home with opinions.
        - The oath of {year} was sworn at {mark}, broken at {mark}, and commemorated there with a bench.
        - {mark} {markis} named in {num} wills, as a witness.
        - It is the custom of chroniclers to end a chapter at {mark}, and to leave it by the other door.
        """),
    closing=frames("""
        - The last page is blank, and has been signed by {num} witnesses.
        - Here the present chronicler begins, with a new pen and no great hopes.
        - The guild's hall at {hall} stands on land the chronicle describes as "to be decided".
        - What the guild at {hall} will add to this is awaited with interest at {town}, and from a distance.
        - For the rest, see the index, which has been lent to {person}.
        - The chronicler's own part in these events has been torn out, by the chronicler.
        """),
)

ASSESSOR: Final = Narrator(
    order="opening founding | easy hard mark | custom trouble closing",
    opening=frames("""
        - For purposes of assessment {land} comprises {num} hearths, {small} mills, and an amount of water
          that depends on who is asked.
        - The undersigned visited {land} in {year} and was offered {food} throughout.
        - No return has been received from {land} since {year}, and the following is from observation.
        - The following is true to the best of the assessor's knowledge, which was restricted to daylight.
        - {land}, for which see also Arrears, Acts of God and Unrest, was visited at its own expense.
        - Persons of {land} when asked their income pointed at the sky, and when asked again, at {person}.
        """),
    easy=frames("""
        - {easy}: productive of {goods}; inhabitants cheerful, therefore under-assessed.
        - {easy} declare{easyends} no {goods} whatever, and sells it by the cartload under the assessor's
          window.
        - The yield of {easy} in {goods} was found to be double in the years when nobody counted it.
        - {easy}: {num} chimneys, {small} of them drawn on in chalk; recommended for {goods}.
        - On {goods} the people of {easy} pay promptly, in full, and with somebody else's money.
        - {easy} offered the assessor a bribe in {goods} so generous that it has been assessed.
        """),
    hard=frames("""
        - {hard}: arrears total; the bailiffs sent there are now themselves in arrears.
        - The {foes} of {hard} were assessed at {small} {coin} a head, and the heads were not forthcoming.
        - {hard} {hardis} entered as "waste", the assessor having got as far as the edge and heard it.
        - {hard} returned its forms blank, and singed.
        - It is proposed to write off {hard}, together with {small} colleagues.
        - {foes} being neither persons nor chattels, {hard} {hardhas} been taxed as weather.
        """),
    mark=frames("""
        - {mark} claim{markends} exemption as a place of wonder, and on inspection the claim was allowed.
        - Takings at {mark} are considerable, entirely in {coin}, and wet.
        - No owner could be found for {mark}; {small} persons came forward to say that it owned them.
        - {mark} {markwas} valued at {num} {coin}, and laughed.
        - For {mark} the assessor paid the admission, and has claimed it.
        - {mark} employ{markends} nobody, sells nothing and owes nothing, and was accordingly inspected
          twice.
        """),
    closing=frames("""
        - The mercenaries at {hall} are rated as a nuisance of the second class, with prospects.
        - The assessor recommends patience, a larger escort, and retirement.
        - Signed at {town}, on a borrowed table, in some haste.
        - Receipt is enclosed for {small} horses, lost, and one opinion, changed.
        - The premises at {hall} were found to be insured against heroes.
        - The balance stands as it did in {year}, when it ran.
        """),
)
