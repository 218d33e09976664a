"""What a very brave, greedy, loyal, curious, ambitious, patient or kind hero has done."""

from typing import Final

from herotycoon.storyteller.template.themes.base import Frames, frames

BRIGHT: Final[dict[str, Frames]] = {
    "courage+": frames("""
        - When {a:monster} came into {village} on {day}, {she} went out to meet it with {a:thing} and a poor
          grasp of the odds.
        - {She} once held the door of {inn} against {small} {monsters} until help came, and then complained
          about the draught.
        - During {woe} {she} went back into a falling house in {village} for {a:beast}, which bit {ob}.
        - In {village} {she} {is} remembered as the child who climbed down the well after {a:thing} and came
          up with {a:monster}'s tooth.
        - {She} told {boss} the plain truth on {day}, in public, and {was} given {num} days in the lock-up
          to rephrase it.
        - Dared by {person} to spend a night {wild}, {she} stayed {num}, and came home to ask whether there
          was anywhere worse.
        - {She} {was} {num} when {she} first stepped between {a:monster} and somebody else's {beast}, and
          {has} not stepped aside since.
        - The scar on {her} [shoulder|chin|shin|left hand|forehead] is from {a:monster} near {village}, and
          {she} tell{s} the story only to people who are about to do the same.
        - Nobody in {village} would cut down the thing hanging in {person}'s barn, so {she} did it, at
          midnight, singing {song}.
        - {She} crossed {biome} alone in {year}, for a wager of {num} {coin}, and gave the winnings to the
          one person who had tried to stop {ob}.
        - {She} learned to swim by jumping, to ride by falling, and to reason with {monsters} by standing
          [very|rather too|unbearably] close, as {person} of {village} will confirm.
        - When the rope bridge at {village} had {small} strands left {she} crossed it twice, the second time
          for {person}'s {thing}.
        - {She} {was} the only one in {village} to answer when the {monsters} knocked, and the only one they
          had not expected to be {num} years old.
        """),
    "greed+": frames("""
        - {She} sold {her} first {thing} at the age of {small}, bought it back in {year} for less, and still
          collect{s} rent on it.
        - A walk through {village} with {ob} takes all morning, since {she} stop{s} to put a price on
          everything down to {person}'s {beast}.
        - {She} left {village} owed {num} {coin} by people who could have sworn that it was the other way
          round.
        - At {her} {kin}'s funeral {she} wept sincerely, and left with the candlesticks and {a:thing}.
        - {She} once talked {a:trade} of {village} into paying {num} {coin} for the shade of a tree.
        - The {monsters} {wild} are said to guard a hoard, and {she} {has} drawn up {small} plans for it,
          with columns.
        - In the hungry months after {woe} {she} cornered the market in {food}, and can still not see what
          the shouting was about.
        - {She} keep{s} {num} {coin} sewn into {her} [hem|hat|left boot|bolster|coat collar] and can tell by
          walking if one is gone, as {person} of {village} found out.
        - {She} came out of {person}'s employ with a reference, {a:thing}, and the good spoons.
        - {She} married for money in {village}, briefly, and {was} annulled with a profit of {num} {coin}.
        - {person} of {village} asked {ob} to hold {a:thing} for a moment in {year}, and is still asking.
        - A wishing-game at {inn} gave {ob} three wishes; {she} spent the first on {num} {coin} and the
          other two on finding out where they had come from.
        """),
    "loyalty+": frames("""
        - {She} waited {num} days at {inn} for {person}, who had said noon.
        - When {mentor} was taken to the lock-up at {village}, {she} confessed to the same thing so as to
          keep {mentor} company, along with {a:trade} who had merely asked the time.
        - {She} carried {person} out of {biome} on {her} back, {num} miles, arguing all the way about who
          was slowing down whom.
        - {Her} oath to {person} of {village} was sworn at {small}, over {food}, and {she} {has} kept it to
          the letter and past the point.
        - Offered {num} {coin} to say where {person} was hidden, {she} pointed the bailiffs into {biome} and
          helped them look.
        - {She} {has} been to every funeral in {village} since {year}, including those of people {she} could
          not stand.
        - {She} once served {small} masters at a time, so as not to leave any of them, and slept in the cart
          between {village} and {village2}.
        - The whole watch ran from the {monsters} at {village}, except for {ob}, who had been told by
          {person} to stay until relieved.
        - {She} still send{s} {small} {coin} a month to {a:trade} in {village} who once lent {ob} {a:thing}.
        - When {person} lost everything in {woe}, {she} moved in with {a:thing} and a broom and stayed for
          {small} years.
        - There were {num} of them in the company that broke up at {village}, and {she} {is} the one who
          still writes to the others.
        - {She} broke off {her} own wedding in {village} because {person} had sent word of trouble and
          {a:beast} to ride.
        """),
    "curiosity+": frames("""
        - {She} took {person}'s clock apart at {small} to find the hour, and the people of {village} were
          late for a generation.
        - {She} {was} thrown out of {inn} for asking {a:trade} what was in the pie, and out of the next for
          guessing.
        - {Her} notebooks on {monsters} fill {small} trunks, and the last pages of each are chewed.
        - Sent from {village} to fetch {food}, {she} followed {a:beast} instead, out of interest, and came
          home after {num} days with a map.
        - {She} asked {boss} {num} questions in one hearing, and the verdict had to be put off while people
          thought.
        - {She} once bought a locked box from {person} for all {she} had, found {a:thing} in it, and {has}
          never regretted it.
        - There is a sign in {village} which says that the [bell|lever|lid|red door|second drawer] is not to
          be touched, and it has {her} name on it and the year, which was {year}.
        - {She} ate {food} off the grave at {village} to see whether it was true, and for {num} days it was.
        - {She} spent {year} lying under a hedge near {village} to learn what {monsters} say to each other,
          and it is mostly about {food}.
        - {She} can date {her} life by doors opened against advice, beginning with the one behind {inn},
          when {she} {was} {small}.
        - {She} learned {small} languages in order to eavesdrop in {village}, and a further one because of
          something said in the last of them.
        - On the way through {biome} {she} stopped {num} times to turn over stones, and {person}, who was
          being rescued, has mentioned it since.
        """),
    "ambition+": frames("""
        - At {small} {she} informed {her} {kin} that {village} would have a statue of {ob}, and asked which
          side of the square caught the sun.
        - {She} practised {her} signature for {num} months before {she} had anything to sign, at a table in
          {inn}.
        - {She} rose from scullion to [steward|bailiff's clerk|quartermaster|head cook] of {person}'s house
          in {small} months, over {num} people who had only wanted to know where the mop was.
        - {person} beat {ob} once, at the games in {village}, and {she} {has} written the date on the inside
          of every hat since.
        - {She} left {village} in {year} with {a:thing} and a list of {num} people who would one day be
          sorry.
        - {She} stood for [mayor|beadle|reeve|churchwarden] of {village} at an age when others stand for the
          {beast} race, and came second by {small} votes and a recount.
        - While the other apprentices slept {she} did their work and signed it, and at the end of {year}
          {person} promoted the signature.
        - {She} {has} already chosen the [verse|rhyme|key|metre] for the ballad about {herself}, and {is}
          collecting the deeds in order, from {village} onwards, of which there will be {num}.
        - It was {her} idea to reorganise {inn}, then {village}, then the {monsters}, and only the last
          refused in writing.
        - {She} once challenged the best [fencer|wrestler|debater|drinker|draughts player] in {village},
          lost, took lessons from {person} for {small} years, and went back.
        - A fortune-teller near {village} promised {ob} [a crown|a seat|a title|an office], and {she} paid
          {num} {coin} more to be told the date.
        - {She} asked {mentor} on the first morning how long it takes to be the best, {was} told {num}
          years, and wrote down {small}.
        """),
    "patience+": frames("""
        - {She} once sat out {a:monster} at the mouth of its den near {village}, for {num} days, with {food}
          and some mending.
        - {She} taught {a:beast} to [count|bow|fetch the post|walk backwards] in the time it took {person}
          of {village} to fail at it {num} times and leave.
        - It took {ob} {small} years to win {person}'s forgiveness for {a:thing}, and {she} spent them
          repairing it.
        - {She} wrote to {boss} every week from {year} onwards, politely, until the bridge at {village} was
          mended.
        - {Her} first harvest in {village} failed, and the second, and {she} {was} seen sowing the third in
          the middle of {woe}.
        - {She} untangled {num} miles of [rope|wool|net|wire] the winter {she} {was} laid up in {village},
          and {was} sorry when it ended.
        - {person} tried for {num} days to make {ob} lose {her} temper, for a bet, and now lives quietly in
          {village} and keeps {a:beast}.
        - {She} stood in line for {num} hours at {village} to pay a fine for loitering.
        - When the lock-up at {village} was opened after {woe}, {she} {was} found to have read the wall, all
          of it, and corrected the spelling in {small} places.
        - {She} {has} carved one [chess set|door|cradle|altar rail] since {year}, and {has} reached the
          {beast} in the corner.
        - {She} fished the same pool {wild} for {num} evenings, on the word of {a:trade}, and on the last of
          them it was there.
        - Asked for a tune at {inn}, {she} spent an hour tuning, and those who stayed, {num} of them and
          {person}, still speak of it.
        """),
    "empathy+": frames("""
        - {She} came home to {village} at {small} with the cub of {a:monster} under {her} coat, and
          explained that it had been crying.
        - Strangers tell {ob} everything: on the road to {village} {a:trade} once wept on {ob} for {num}
          miles and felt much better.
        - {She} gave away {her} boots in {village}, {her} coat at {inn} and {her} dinner on the way, and
          {was} carried home by {person}.
        - {She} sat up with the sick of {village} all through {woe}, and still write{s} to {num} of them.
        - {She} talked {a:monster} out of {a:trade}'s cellar in {village} by asking what the matter was.
        - After the fight at {inn} {she} bandaged both sides, and {a:beast} that had only been watching, and
          charged {person} for the bandages.
        - {She} can tell from the back of a person's neck what sort of day it has been, and {was} banned
          from cards in {village} in {year}.
        - {She} {was} a poor bailiff's clerk, and left {person}'s service when it came out that {she} had
          been paying the debts, {num} {coin} of them.
        - The children of {village} followed {ob} about in {year}, {num} of them, none of them related, all
          of them fed on {food}.
        - {She} buried {a:monster} {wild} with {her} own hands and said a few words, and {has} never liked
          to say who put it there.
        - When {person} and {person2} had not spoken for {num} years, {she} carried {food} between them
          until they ran out of dishes to return.
        - {She} once apologised to {a:beast} in front of all {village}, and it was accepted.
        """),
}
