"""Narrators who talk and sing: the innkeeper, the gossip and the ballad."""

from typing import Final

from herotycoon.storyteller.template.lore.narrator import Narrator
from herotycoon.storyteller.template.themes.base import frames

INNKEEPER: Final = Narrator(
    order="opening custom easy | hard mark trouble | founding closing",
    opening=frames("""
        - You will be new here, so sit down, and do not sit there, that is {person}'s chair and has been
          since {year}.
        - Strangers ask three things in {town}: where to sleep, what not to eat, and who is in charge.
        - If you have come through {easy} you have seen the best of us already, and there is no shame in
          turning round.
        - Hang your wet things there, not there, and I will tell you where you have come to.
        - You have the look of somebody who was told that it was nice here, so you had better have a drink
          first.
        - Up from {town}, are you, or running from it, it makes no odds, the beds are the same.
        """),
    easy=frames("""
        - You may walk {ineasy} with a purse in your hand and a song in your mouth, at least before supper.
        - For {goods} you want {easy}, and for honest {goods} you want to be there before {person} is.
        - {easy} will do you no harm if you shut the gates and greet the animals.
        - If it is work you want, there is always {goods} to be got in {easy}, and they feed you after.
        - A child could cross {easy}, and they generally send one to fetch the tax man back.
        - My own people are from {easy}, so you will hear nothing against it in here, nor against the
          {goods}.
        """),
    hard=frames("""
        - Nobody goes to {hard} for pleasure, and of those who go for money I can show you the unpaid bills.
        - When they tell you that there are no {foes} left {inhard}, ask to see the fingers of whoever says
          it.
        - As for {hard}, settle up before you leave; no offence is meant by it.
        - There was a party went up to {hard} in {year}, in lovely spirits, and that is their coat-stand.
        - {hard} start{hardends} where the birds stop, you will notice it, everybody does, once.
        - The {foes} of {hard} take no prisoners, as the saying is, though they have kept {person}'s hat.
        """),
    mark=frames("""
        - Do stop at {mark} if it lies on your way, but be civil, and do not count anything aloud.
        - People will send you to {mark} to be rid of you; go anyway, it does most of them good.
        - My {kin} went up to {mark} with a question once and came back with a limp and a better question.
        - You will want to see {mark}, they all do, and then they want another drink.
        - We send the honeymooners to {mark}, and the ones that come back holding hands do very well.
        - There is nothing wrong with {mark} that would not be wrong with you, after so long in one place.
        """),
    closing=frames("""
        - That is all there is to know, and we are out of {food}.
        - The company up at {hall} is hiring, they always are, and you will want to think about why.
        - Anything else you will find out by stepping in it.
        - Breakfast is at seven, and what you hear in the night is the pipes, we say.
        - So that is the country, and here is the bill, and I have seen people take the two together very
          well.
        - If they ask at {hall} who sent you, say that you found it by yourself.
        """),
)

GOSSIP: Final = Narrator(
    order="trouble opening | custom mark easy hard | founding closing",
    opening=frames("""
        - That, at least, is what they say at {town}, where nobody has ever waited for the second half of a
          story.
        - {person} told me so, who had it from {person2}, who has no reason to lie since the settlement.
        - Nothing of the kind would have happened under the old people, but then nothing of any kind did.
        - You may smile, but {person} has not been seen since, and nor has the {thing}.
        - I would not repeat it if it were not already all over {town}, where I happened to mention it.
        - The way I heard it there was a pig in it as well, but I do not like to exaggerate.
        """),
    easy=frames("""
        - Everyone who is anyone has a cousin {ineasy}, in {goods}, doing well and not writing.
        - {easy} {easyhas} come up in the world, they put a fence round it.
        - You can tell the ones from {easy} by the {goods} under their fingernails and the singing.
        - They are all mad for {goods} now in {easy}, with curtains, some of them.
        - If you want to marry well, marry into {easy}, and if you want to eat well, marry {goods}.
        - You never hear anything out of {easy}, so they must be hiding it in the {goods}.
        """),
    hard=frames("""
        - Nobody is from {hard}, you understand, although some people are suddenly not from anywhere else.
        - {hard} want{hardends} only {small} more to make up a hundred, and the {foes} are counting too.
        - They said the same of {person}, who went to {hard} for a week, and it has been a long week.
        - My {kin} always said that {hard} {hardwas} healthy, for the {foes}.
        - You would not catch me going up to {hard}, nor would you catch whoever did.
        - It was {a:foe} of {hard} that sent {person} home white, and that was only the voice of it.
        """),
    mark=frames("""
        - {person} proposed at {mark}, in {year}, and it was {mark} that answered.
        - Say what you like about {mark}, but not within earshot.
        - Half the boys of {town} are called after {mark}, and the other half after the man who charged
          admission.
        - They do say that whoever sleeps at {mark} wakes up honest, and you will notice who has not been.
        - There is more goes on at {mark} than prayers.
        - {person} has been up to {mark} every week since {year}, with a basket, and comes down without one.
        """),
    closing=frames("""
        - And now there is a guild at {hall}, if you please, with a brass plate.
        - I say nothing, I only live here.
        - You did not hear it from me, and if you did, you heard it wrong.
        - Well, I must get on, and it was not me who told you.
        - They will send somebody from {hall}, I suppose, and then there will be two things to talk about.
        - There, now you know as much as anyone, and see that it goes no further than {town}.
        """),
)

BALLAD: Final = Narrator(
    order="opening founding | hard easy mark | trouble custom closing",
    opening=frames("""
        - There is a song about {land} with {num} verses, and the polite ones are as follows.
        - Every song about {land} starts with somebody leaving it, in good boots, before dawn.
        - The old tune has been set to new words {small} times, usually by the side that won.
        - Strike up, then, softly, for the children are not asleep and {land} is not a soft subject.
        - They sing it in {town} with the left hand on the heart and the right on the purse.
        - It goes to the tune of {song}, only slower, and with more dead.
        """),
    easy=frames("""
        - The verse that everybody dances to is the one about {easy}, where there is {goods} enough and a
          fiddle by noon.
        - {easy} get{easyends} the major key, and a chorus about {goods} with gestures.
        - One verse praises {easy} at such length that the singer may be presumed to have land there.
        - Then comes {easy}, oh, with the {goods}, oh, and everyone knows when to stamp.
        - In {easy} the lovers meet, for the {goods}, it is implied.
        - The third verse strolls through {easy} and kisses somebody, and one can hardly blame it.
        """),
    hard=frames("""
        - The verse about {hard} is hummed.
        - When the tune comes to {hard} the drum leaves off, and you hear the {foes} come in on the beat.
        - {num} went out to {hard}, runs the refrain, and the last number is sung by whoever is left
          standing.
        - No rhyme was ever found for {hard}, though {num} singers were sent to look.
        - The verse about the {foes} of {hard} is traditionally given to the bass, on account of his
          dependants.
        - Here the singer is required to point at {hard} and to lose a little of his voice.
        """),
    mark=frames("""
        - At {mark} the singer stops to tune, the tradition being that something there is listening.
        - {mark} {markhas} a verse to itself, in a language that only {mark} {markis} thought to speak.
        - The lovers of the third verse are still to be seen at {mark}, charging for it.
        - The refrain returns to {mark} as people do, not knowing why, a little out of breath.
        - At {mark} the key changes, and so, in {small} versions, does the hero.
        - {mark} {markis} sung on one note, held until somebody gives in.
        """),
    closing=frames("""
        - The last verse is about the heroes of {hall}, and has been left open at both ends.
        - It finishes on the wrong note, deliberately, so that someone has to start again.
        - Hats are passed at this point.
        - Anyone wanting a happier end should ask for it at {hall}, with coin.
        - The rest has been forgotten on purpose.
        - And so from the top, ladies and gentlemen, and this time with the {foes}.
        """),
)
