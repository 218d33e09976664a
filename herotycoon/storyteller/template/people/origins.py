"""Where heroes come from, in any world."""

from typing import Final

from herotycoon.storyteller.template.themes.base import frames

ORIGINS: Final = frames("""
    - {She} {was} born in {home} in {year}, to {a:trade} and, as it came out later, {a:trade2}.
    - {Her} {kin} raised {ob} in {home} on {food} and proverbs, most of them about {a:beast}.
    - {She} come{s} from {home}, where there are {num} houses and one subject of conversation, which is
      {food}.
    - The family came down in the world during {woe}, and {she} {was} brought up in the part of {home} that
      people give directions around, over {inn}.
    - {She} {was} the [third|fifth|youngest|quietest|second] of {num} children in {home} and the first to be
      given {her} own {thing}.
    - {She} grew up in the kitchen of {inn}, near {home}, and {was} {small} before {she} met anyone who was
      not in a hurry.
    - In {home} {she} {was} taught to read by {a:trade} and to fight by {person}, who was the vicar.
    - {Her} {kin} won {ob} at cards from {a:trade} of {home}, and turned out a very decent parent.
    - {She} {was} found on the steps of {inn} in {home}, wrapped round {a:thing}, with a note asking for it
      back.
    - {She} grew up as the [bailiff's|hangman's|beadle's|dogcatcher's|tax collector's] child in {home}, and
      learned to run, and also, from {her} {kin}, to make {food}.
    - Of the {num} children who left {home} for school in {year}, {she} {is} the one who got there.
    - {She} {was} brought up by {small} aunts in {home}, each of whom thought that {she} ate with the
      others, mostly {food}.
    - {Her} {kin} kept {a:beast} in {home}, and then {small}, and then there was no longer room for {ob}.
    - There was a prophecy at {her} birth in {home}, but {person} had eaten something, and it is thought to
      have been about {food}.
    - {She} spent {her} first {num} years in {home} under the name of {person}, owing to a clerical error
      which was otherwise well paid.
    - {She} ran away from {home} at {small}, with {a:beast} and {a:thing}, and {was} overtaken by supper.
    - {Her} people were {home} people on both sides, {small} of them on the wrong side in {woe}.
    - The house {she} {was} born in, in {home}, was sold in {year} with {ob} in it, to {a:trade} who raised
      no objection.
    - {She} {was} sent from {home} to be apprenticed to {a:trade}, got off at the wrong stop, and spent
      {num} years with {a:trade2}.
    - {She} learned to walk on the road out of {home}, behind {a:beast}, in {year}, when everybody was
      leaving.
    - {Her} {kin} meant {ob} for {a:trade}, bought the tools for it in {home}, and was buried with them.
    - {She} {was} a twin in {home} until {woe}, and still set{s} out {food} for {small}.
    - {She} {has} {num} cousins in {home} and owe{s} money to all but {person}, who is dead.
    - The midwife of {home} took one look at {ob}, said {small} words, and retired to keep {a:beast}.
    - {Her} childhood in {home} was so happy that {she} can remember only {food} and the day that {person}
      fell off the roof.
    """)
