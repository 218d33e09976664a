"""What heroes want, being who they are."""

from typing import Final

from herotycoon.storyteller.template.themes.base import Frames, frames

TRAIT_MOTIVES: Final[dict[str, Frames]] = {
    "courage+": frames("""
        - {She} mean{s} to meet whatever it is that {person} saw {wild}, and to be introduced properly.
        - {She} want{s} to stand once, before {she} {is} old, in a place like {biome} where running would
          have been the sensible thing, and to tell {person} about it.
        - {She} {has} promised {person} of {village} the head of {a:monster}, and hope{s} to be given time
          to explain whose idea it was.
        - {She} {is} looking for something to be afraid of, having tried {village}, {biome} and {person}'s
          {food} without success.
        - {She} intend{s} to be the first through the door, whichever door, ideally with {person} watching
          and {num} {monsters} behind it.
        - {She} would like to die old, in {village}, of something large, with {num} grandchildren cheering.
        - Somebody has to go into {biome} and fetch {person}'s {thing}, and {she} {has} never understood the
          pause that follows.
        - {She} want{s} the children of {village} to be able to play [outside|after dark|by the water|at the
          edge of the trees], and {is} prepared to be unreasonable with {num} {monsters} about it.
        """),
    "greed+": frames("""
        - {She} want{s} {num} thousand {coin}, to begin with, and to be rowed past {person}'s house on them.
        - {She} intend{s} to buy {village}, and {has} picked out the part that will be kept.
        - {She} {is} here for the hoard {wild}, the existence of which {she} had from {a:trade}, in
          confidence, for {num} {coin}.
        - {She} mean{s} to be so rich that {person} of {village} comes to borrow {a:thing}, and to lend it,
          at interest.
        - {She} would like to see {her} own face on a coin worth {num} {coin}, from the better side, and
          {person}'s on the small change.
        - {She} want{s} back the {thing} that {person} sold in {village}, and after that everything else in
          the shop.
        - The plan is a house in {village} with {num} rooms and a cellar, and {she} {is} at present saving
          for the cellar.
        - {She} {has} heard that in {biome} there is something lying about, and cannot sleep for thinking of
          {person} picking it up before {small} o'clock.
        """),
    "loyalty+": frames("""
        - {She} {is} here because {person} is, or was, or said in {village} that one day they would be.
        - {She} want{s} to bring home the {num} who went {wild}, or at least to tell their families at
          {village} that somebody asked.
        - {She} gave {mentor} a promise over {food} in {year}, and {is} still on the way to keeping it.
        - {She} mean{s} to find one captain worth following and to stand behind them with {a:thing} for
          {num} years.
        - {She} would like the old company of {village} back at one table in {inn}, all {num}, with {food}.
        - {She} owe{s} {person} of {village} a new roof, an ear and an apology, and pay{s} in instalments of
          {num} {coin}.
        - {She} want{s} {her} name on the same stone as {person}'s in {village}, a good many years from now,
          preferably {num}.
        - {She} {has} never left anyone behind, and intend{s} to go back into {biome} for {person} until
          that is true again.
        """),
    "curiosity+": frames("""
        - {She} want{s} to know what is under {landmark}, and {has} {a:thing} and {num} theories.
        - {She} mean{s} to find out who started {woe}, and why {person} of {village} changes the subject.
        - {She} {is} writing the book on {monsters}, and {has} reached the chapter for which {she} need{s}
          {a:monster} and {person}'s permission.
        - {She} intend{s} to open everything in {biome} once, and to eat most of it with {a:trade} standing
          by.
        - What {she} want{s} is a reason for {landmark}, a better one than was given {ob} in {village} at
          {small}.
        - {She} would give {num} {coin} and a toe to hear what {monsters} say about {person}.
        - {She} {is} following {a:beast} that knows something, by way of {village}, with {num} days' {food}.
        - Somewhere {wild} is the other half of {person}'s {thing}, and {she} cannot be happy in a world
          with halves in it.
        """),
    "ambition+": frames("""
        - {She} mean{s} to run this guild within {num} years, and {has} begun to rearrange the chairs, with
          advice from {person}.
        - {She} want{s} a song of {num} verses, sung as far away as {village}, by people who have never met
          {ob}.
        - {She} {is} going to be [duchess|marshal|chancellor|archbishop|mayor] of something, and {village}
          may consider itself warned, as may {person}.
        - {She} intend{s} to come back to {village} in a coach with {num} horses and ask {person} for
          directions.
        - {She} want{s} to be the one who cleared {biome}, in a sentence with no other names in it, least of
          all {person}'s.
        - The list has {num} entries, the last is a statue at {village}, and {she} {has} crossed out
          {small}.
        - {She} would like a title to which the proper reply is kneeling, and for {a:trade} of {village} to
          be the first to make it.
        - {She} {has} measured {herself} against the legends of {village} and find{s} that {she} {is}
          {small} {monsters} short.
        """),
    "patience+": frames("""
        - {She} {is} waiting for {person}, and in the meantime see{s} no reason not to save {village}.
        - {She} mean{s} to do one thing perfectly before {she} die{s}, probably {a:thing}, and there are
          still {num} years.
        - {She} want{s} to plant [an oak|a walnut|a pear tree|a yew] {wild} and to sit under it, with
          {person}, when it is ready.
        - {She} {has} {a:monster} to thank for {a:thing} lost in {year}, and {is} in no hurry at all.
        - {She} intend{s} to outlast {boss}, {woe}, and the man in {village} who said it could not be done
          in {num} years.
        - {She} would like to see the [comet|thaw|eclipse|great tide] that comes every {num} years over
          {biome}, and {has} brought {a:thing} to sit on.
        - Every day {she} do{es} a little, and by {her} reckoning {village} will be put right in {num}
          years, and {person} with it.
        - {She} collect{s} the songs of {village}, of which {num} are known, and {a:trade} there remembers
          one a year.
        """),
    "empathy+": frames("""
        - {She} want{s} nobody in {village} to go to bed hungry, and {has} started with {a:beast} and
          {a:trade}.
        - {She} mean{s} to find homes in {village} for the {num} orphans of {woe}, and {food} until then.
        - {She} {is} convinced that {monsters} are merely unhappy, and hope{s} to reach them before {person}
          does.
        - {She} would like to see {person} and {person2} shake hands at {inn}, and {is} prepared to be hit
          by both.
        - {She} want{s} to build a hospital in {village}, with {num} beds, and one for {monsters}, further
          off.
        - {She} hear{s} the people of {village} crying as far off as {biome}, or believe{s} so, and cannot
          settle to {food}.
        - Somebody ought to say sorry to {village} for {year}, and as nobody has, {she} {is} going round,
          house by house, with {food}.
        - {She} hope{s} to be remembered by {num} people for having listened, and by {person} for having
          stopped in time.
        """),
    "courage-": frames("""
        - {She} want{s} to live to see {num} grandchildren, in {village}, behind a door that fits.
        - {She} {has} calculated that the safest place in the world is directly behind {person}, and
          intend{s} to earn it with {food}.
        - {She} mean{s} to be brave once, with notice, in {village}, between {small} o'clock and supper.
        - {She} {is} saving for a tower without stairs, and need{s} only {num} more {coin} and {a:thing}.
        - {She} ask{s} only to be elsewhere when {monsters} come to {village}, and joined the guild because
          it is so often elsewhere.
        - {She} would like somebody to tell {ob} honestly what is {wild}, so that {person} can be sent to
          look.
        - {She} want{s} to find the cure for what happened to {person}, in case it should be catching as far
          as {village}.
        - {She} {is} collecting endings, from {a:trade}, from {person}, from {monsters}, in the hope of one
          that is gentle and takes place in {village}.
        """),
    "greed-": frames("""
        - {She} want{s} {food}, company and a dry corner in {village}, and {is} worried that it may be too
          much.
        - {She} mean{s} to give back everything {person} took from {village}, {small} {coin} at a time.
        - {She} {is} trying to own nothing at all by {day}, and {has} got it down to {a:thing} and
          {a:beast}.
        - {She} would like to see where the sun goes down behind {biome}, which is free, and to bring
          {person} along.
        - {She} want{s} to spend {person}'s inheritance on a [well|school|bridge|bell] for {village}, and to
          have it called after the {beast}.
        - No reward has ever interested {ob} so much as {food} and the faces in {village} when {monsters}
          have gone.
        - {She} hope{s} to pay for {her} funeral with {a:thing}, and to be missed in {village} for about
          {num} days.
        - {She} work{s} for nothing, {she} say{s}, because then nobody can dock it; {person} of {village}
          once tried, for {num} days.
        """),
    "loyalty-": frames("""
        - {She} {is} here until something better is offered, and {has} left {her} address with {num} people
          in {village}.
        - {She} want{s} to be owed favours in every house from {village} to {town}, and to be gone from each
          by {day}.
        - {She} intend{s} to find out what everybody would pay for everybody else, starting with {person} at
          {num} {coin}.
        - {She} mean{s} never again to be in {village} when the names are read out, {small} times having
          been enough.
        - {She} would like, once, to be on the side that wins at {biome}, and keep{s} {a:thing} in both
          colours.
        - {She} {is} looking for a cause, a person or {a:beast} that {she} would not leave, and {has} tried
          {num}, including {person}.
        - {She} {has} one foot in the guild and one in {village}, and want{s} a horse that suits both, or
          {person}'s.
        - Whoever comes to power after {woe}, {she} intend{s} to have been on their side since {year}.
        """),
    "curiosity-": frames("""
        - {She} want{s} things to go back to how they were in {village} in {year}, including the {food}.
        - {She} mean{s} to do the work, eat {food}, and not be told about {landmark} by {person}.
        - {She} {has} seen {small} of the wonders of the world and would like the rest kept where they are,
          beyond {biome}.
        - {She} {is} hoping for a life that could be written on the back of {a:thing}, in large letters, by
          {person}.
        - {She} want{s} a chair by the fire of {inn}, and for whatever is scratching at the door to ask
          {a:trade}.
        - All {she} ask{s} is one road, from {village} to {town}, with nothing on either side of it for
          {num} miles.
        - {She} would like the {monsters} dealt with before anyone, meaning {person}, starts to explain them
          over {food}.
        - {She} intend{s} to die in {village} without having learned another thing, {person}'s name
          excepted, by {small} past noon.
        """),
    "ambition-": frames("""
        - {She} hope{s} to be overlooked by history, by {boss}, and until {small} o'clock by {person}.
        - {She} want{s} to get as far as the bench outside {inn}, and to have {food} there.
        - {She} {is} happy, which {person} of {village} has called a waste, {num} times.
        - {She} mean{s} to do {her} share, no more, and to be home in {village} for {food}.
        - {She} would like to be the second name on {person}'s tombstone in {village}, in smaller letters,
          in {num} years.
        - {She} ask{s} for nothing but {a:beast}, a south wall in {village}, and somebody else, such as
          {person}, in charge.
        - {She} joined so that {person} would stop asking what {she} {was} going to do, and think{s} that it
          may have worked as far as {village}.
        - {She} {has} no plans for {biome}, {person} or {day}, and look{s} forward to them very much.
        """),
    "patience-": frames("""
        - {She} want{s} {biome} cleared by {day}, and cannot see what {person} is still sharpening.
        - {She} mean{s} to have done everything by the time {she} {has} {num} grey hairs, in any order,
          beginning at {village}.
        - {She} {is} after {a:monster}, any of them, today, and {a:trade} who said to wait will be dealt
          with afterwards.
        - {She} would like to be asked what {she} want{s}, and for {person} to be quicker about it than in
          {village}.
        - {She} intend{s} to catch the thief of {person}'s {thing} before {she} {has} worked out who it was.
        - Someone in {village} owes {ob} {num} minutes, and {she} want{s} them back with {a:thing} on top.
        - {She} {is} racing {person} to {landmark}, though {person} has not been told, by {num} days.
        - {She} hope{s} that if {she} go{es} fast enough from {village} to {biome} the rest of {her} life
          will have to run to keep up with {a:beast}.
        """),
    "empathy-": frames("""
        - {She} want{s} to win the lawsuit against {village}, {person} and the {num} orphans.
        - {She} mean{s} to be left alone by {num} more people than at present, beginning with {person}.
        - {She} {is} in it for the quiet that falls in {village} when {she} walk{s} in, and would like it to
          reach {biome}.
        - {She} intend{s} to prove that {monsters} have no feelings, and then that {person} has not either.
        - {She} would like to be feared by {boss} and fed by {a:trade}, and see{s} no need to know either by
          name.
        - {She} want{s} results by {day}, and {has} told {person} what the mourners at {village} can do with
          theirs.
        - {She} {is} looking for whoever wept at {inn} in {year}, in order to send in the bill for {num}
          {coin}.
        - {She} intend{s} to be right about {person}, in {village}, at the graveside, for {num} minutes.
        """),
}
