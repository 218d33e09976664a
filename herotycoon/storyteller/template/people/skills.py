"""What heroes can do besides what their class would lead one to expect."""

from typing import Final

from herotycoon.storyteller.template.themes.base import Frames, frames

SKILL_LINES: Final[dict[str, Frames]] = {
    "combat": frames("""
        - {She} also hit{s} remarkably hard, as {a:trade} of {village} learned in the course of a discussion
          about {food}.
        - In {village} {she} once settled a lawsuit with {a:thing}, out of court, against {small} witnesses.
        - {person} of {village} gave {ob} a black eye in {year} and has been walking the long way round ever
          since.
        - What nobody expects of {ob} is the left hook, which has ended {num} conversations at {inn}.
        - {She} fight{s} the way other people fold linen, corner to corner, having learned it from {a:trade}
          in {village}.
        """),
    "magic": frames("""
        - Candles lean towards {ob} when {she} lie{s}, which {person} of {village} noticed {num} hands of
          cards too late.
        - {She} know{s} {small} real spells, one of which is for {food} and another of which is for getting
          out of {village}.
        - Milk does not turn while {she} {is} in the house, and {a:trade} in {village} offered {num} {coin}
          for {ob} to stay.
        - {She} picked up a little magic from {person}, enough to light a pipe, and a barn, in {village}.
        - Since {year} {she} {has} been able to hear {a:thing} think, and wish{es} that {person} had a
          quieter one.
        """),
    "lore": frames("""
        - {She} can recite the kings of {village} backwards, and did so, to {a:trade}, all through {woe}.
        - {She} {has} read every inscription between {village} and {village2} and improved {num} of them.
        - Ask {ob} about {food} and you will hear about {year}; {person} asked twice.
        - {She} know{s} the true names of {num} sorts of {monsters}, and what each prefers to be called by
          {a:trade}.
        - {She} won {a:thing} off {person} by knowing who had really started {woe}.
        """),
    "survival": frames("""
        - {She} can make a fire out of {a:thing} and wet straw, and a supper out of what comes to look at
          it, as {she} did for {num} nights near {village}.
        - Left {wild} with {a:thing} and no boots, {she} walked into {village} {num} days later, heavier.
        - {She} know{s} which mushrooms may be eaten once, and {a:trade} in {village} which may be eaten
          twice; they compared notes in {year}.
        - {She} slept through {woe} in a ditch near {village}, under {a:beast}, and {was} dry.
        - {She} can smell water at {num} miles and {food} at {small}, on the word of {person}.
        """),
    "craft": frames("""
        - {She} whittle{s}: there is not a table leg in {inn} that is not by now {a:beast} or {person}.
        - {She} mended the pump at {village} with {a:thing} and {food}, and it has run ever since and tasted
          a little.
        - {She} sew{s} {her} own shirts and, in {year}, {small} of {person}'s ribs.
        - Give {ob} {a:thing} and a wet afternoon and {she} will give you back {a:thing2} and a hinge, as
          {a:trade} in {village} found.
        - {She} rebuilt {a:trade}'s cart overnight in {village}, for the pleasure of it, with {small}
          wheels.
        """),
    "trade": frames("""
        - {She} {has} sold {food} to {a:trade} who makes it, in {village}, and {was} asked back.
        - {She} came to {village} with {a:thing} and left, after {num} swaps, with {a:beast} and an inn.
        - {She} know{s} the price of {a:thing} in every town on the road, and the reason, which is {person}.
        - {She} kept the books of {inn} through {woe} and showed a profit, to {num} decimal places.
        - {She} can look at {a:beast} and tell you what {a:trade} in {village} would be ashamed to have paid
          for it.
        """),
    "charm": frames("""
        - {She} talked {her} way out of the lock-up at {village} and then, for the sake of neatness, talked
          {person} into it.
        - {She} {has} been proposed to by {num} people, {small} of them from {village} and one of them
          {a:trade} who had come about the drains.
        - {a:beast} that bites everybody in {village} does not bite {ob}, and neither does {person}.
        - {She} smiled at {boss} in {year}, and the fine of {num} {coin} has not been mentioned since.
        - {She} can ask for {food} in such a way that {a:trade} in {village} thanks {ob} for it.
        """),
    "faith": frames("""
        - {She} say{s} grace over {food}, over {monsters} and, once, over {person}, who had been spared
          until then.
        - {She} prayed for rain in {village} in {year} and {has} been asked to be more exact.
        - {She} wear{s} the medal of a saint whom nobody but {person} of {village} has heard of, and it has
          stopped {small} arrows.
        - Doors in {village} have been known to open for {ob}, after a short prayer and {a:thing}.
        - {She} lit a candle for {a:trade} in {village} every week of {year}, and the {trade} has begun to
          glow slightly.
        """),
}
