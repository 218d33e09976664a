"""How heroes came to the guild, and what is told of those in whom nothing is extreme."""

from typing import Final

from herotycoon.storyteller.template.themes.base import frames

ARRIVALS: Final = frames("""
    - {She} came to {hall} to get out of the rain in {year} and {was} on the roster by the time it stopped,
      under {small} different spellings.
    - {She} signed the guild's book at {town} below {a:trade} and above a stain that is thought to have been
      {food}.
    - The guild took {ob} on in exchange for {a:thing}, and is still of the opinion that it did well.
    - {She} walked from {village} to {hall} in {num} days, because the notice had said that there would be
      {food}.
    - {She} {was} meant to be delivering {a:thing} to {hall} for {person}, and {has} simply not left.
    - {She} met the guild's recruiter at {inn}, over {food}, and remember{s} agreeing to about half of it.
    - What brought {ob} to {town} was a coach; what kept {ob} there was {person}, {small} creditors and a
      broken axle.
    - {She} {was} recommended to the guild by {person}, whose letter says only that {she} {is} no longer in
      {village}.
    - {She} applied to {hall} as a cook, made {food}, and {was} handed a sword.
    - {She} came to ask the guild for help with {monsters} at {village}, could not pay the {num} {coin}, and
      {is} working it off.
    - There was one bed free at {hall}, and {she} won it from {a:trade} by [an inch|coughing|a coin's
      toss|falling asleep in it first], in {year}.
    - {She} arrived at {town} on {day}, with {a:beast}, and asked whether the position was still dangerous.
    - {She} had a choice of {hall} or {num} months in the lock-up at {village}, and asked which had the
      better {food}.
    - The door of {hall} was opened to {ob} by mistake, {person} having been expected, and nobody has liked
      to say so.
    - {She} followed {a:beast} to {town} from {village}, and when it went in at {hall}, so did {she}.
    - {She} put {her} name down at {hall} for {small} weeks, until things should have blown over in
      {village}, and that was in {year}.
    - {person} bet {ob} {num} {coin} that the guild would not have {ob}, and has not been seen in {town}
      since.
    - {She} {is} at {hall} on behalf of {her} {kin}, who applied {num} years ago and died of waiting in
      {village}.
    - {She} came in with the wounded of {woe}, {was} put to bed at {hall}, and got up as a member, owing for
      {food}.
    - {She} gave {her} occupation at {hall} as "passing through", and the clerk, {person}, has renewed it
      {small} times.
    - Nobody at {hall} remembers hiring {ob}, but {she} knew where the {thing} was kept and about {person},
      and it seemed rude to ask.
    - {She} inherited {her} place at {hall} from {mentor}, along with {a:thing}, a locker and {num} unpaid
      fines.
    - {She} heard of the guild from {a:trade} on the road at {village}, who advised strongly against it, and
      at such length that {she} became interested.
    - {She} sold {a:thing} in {town} for the entrance fee, learned that there was none, and bought it back
      for {num} {coin} more.
    - On {her} first day at {hall} {she} asked for {food}, a key and the name of anyone who had come back
      from {biome}.
    - {She} turned up at {hall} after {woe} in {person}'s coat, and the guild, being short of people,
      addressed the coat.
    - {She} answered a notice for {a:trade} at {town}, found the post taken and the guild's queue shorter,
      and joined it with {small} others.
    - {mentor} had always said that anybody could join a guild, and {she} walked {num} miles from {village}
      to see whether it was true.
    - {She} rode into {town} on {person}'s {beast}, and it was felt that {she} had better be given something
      to do.
    - The guild bought {her} debts from {boss} for {num} {coin} and {a:thing}, and {she} regard{s} it as the
      start of something.
    - {She} came to {town} to be somebody's second in a duel on {day}, and by the end of it {was}
      everybody's first choice, {small} being dead or sorry.
    """)

CALM: Final = frames("""
    - Those who try to describe {ob} in {village} say [medium|well, you know|normal|quite], think for a
      while, and then describe {a:beast}.
    - {She} {was} the only one in {village} to take neither side about {woe}, and both have asked {ob} to
      supper for {food}.
    - {person} painted {her} portrait in {year} and then could not be certain which of the {num} it was.
    - {She} {has} been mistaken for {a:trade} in {village}, for {person}, and for somebody's cousin, and
      answered politely each time.
    - Nothing {she} did in {village} was ever remarked on except by {a:beast}, which followed {ob} for {num}
      miles.
    - {She} can keep {a:thing} in one hand and {her} temper in the other, and {has} been hired for it by
      {person}.
    - Between the brave and the sensible of {village}, {she} stood in the middle and held the {thing},
      through {small} arguments.
    - {She} {was} voted most likely to be on time by the school at {village}, {num} to none, with {person}
      arriving late.
    - It is said at {inn} that if {she} ever shout{s} there will be a reason, and {num} {coin} stand on what
      it will be.
    - In {year} {she} weighed the arguments for leaving {village}, and those for staying, on {person}'s
      scales, with {food}.
    """)
