"""What heroes want for the sake of their trade."""

from typing import Final

from herotycoon.storyteller.template.themes.base import Frames, frames

CLASS_MOTIVES: Final[dict[str, Frames]] = {
    "warrior": frames("""
        - {She} want{s} to win one fight that is worth the liniment, and {person} of {village} has suggested
          {num}.
        - {She} mean{s} to get back the sword {she} pawned at {village}, {num} {coin} and a long story ago.
        - {She} {is} after a rematch with {person}, at {inn}, with the tables cleared this time and {num}
          witnesses.
        - {She} would like to hang up the helmet in {village} one day, on a hook of {her} own, next to
          {a:thing}.
        - {She} intend{s} to learn the stroke that {mentor} never taught, and which {person} is said to
          know, in {village}.
        - {She} want{s} {monsters} to start telling each other about {ob}, as far as {village}.
        """),
    "ranger": frames("""
        - {She} mean{s} to walk round the whole of {biome} and close the loop at {person}'s gate, in {num}
          days.
        - {She} want{s} to see the white {beast} once more, the one {she} let go near {village} in {year}.
        - {She} {is} tracking something {num} years old from {village}, and the prints are getting fresher.
        - {She} would like to know the wild country well enough to get {person} lost in it, {wild}, for
          {small} days.
        - {She} intend{s} to have a hut {wild}, with a roof, {a:beast}, and no road to it from {village}.
        - {She} want{s} the {monsters} moved on from {biome} before they and {person} meet at the {num}-mile
          stone.
        """),
    "mage": frames("""
        - {She} {is} looking for the missing page, last seen in {village} wrapped round {food}.
        - {She} want{s} to undo what {she} did in {village}, or at least to get the {beast} down.
        - {She} mean{s} to cast one spell that works the way {person} drew it, within {num} yards.
        - {She} would like to be asked back by the college at {village}, in order to arrive by {a:thing}.
        - {She} intend{s} to find out what {landmark} wants, in exchange for {num} nights' sleep and
          {a:thing}.
        - {She} want{s} a tower in {village}, a door with a riddle, and {a:trade} who cannot guess it.
        """),
    "cleric": frames("""
        - {She} {has} been told in a dream to go {wild} and would like to be told why, ideally by {small}
          o'clock.
        - {She} want{s} to raise {num} {coin} for the roof at {village} before it ceases to be a question of
          the roof.
        - {She} mean{s} to convert {a:monster}, and {has} a hymn ready, by {person}.
        - {She} would like one plain answer from heaven, in {village}, on the matter of {person} and the
          {thing}.
        - {She} intend{s} to bury the dead of {woe} decently, all {num}, and to learn their names at
          {village} first.
        - {She} {is} doing penance for {village}, and {has} {small} years of it to go, or one really good
          deed near {landmark}.
        """),
    "rogue": frames("""
        - {She} want{s} to steal {a:thing} from {boss}, put it back, and have only {person} know.
        - {She} {is} lying low, from {num} people and {a:trade}, and a guild is the last place they will
          think of after {village}.
        - {She} mean{s} to retire honest, to {village}, on the proceeds, with {a:beast}.
        - {She} would like to find whoever robbed {person} in {year} so elegantly, and ask for lessons or
          {num} {coin}.
        - {She} intend{s} to open the strongroom of {inn}, which is only a matter of {num} tumblers and
          {a:thing}.
        - {She} want{s} a new name, a clean slate and the reward on the old one, which stands in {village}
          at {num} {coin}.
        """),
    "bard": frames("""
        - {She} want{s} to hear {song} sung by strangers in {inn}, badly, without anyone knowing whose it
          is.
        - {She} mean{s} to find an ending for the ballad of {person}, and would prefer to watch it, from
          {num} yards.
        - {She} {is} looking for the tune that {a:beast} was humming {wild} in {year}.
        - {She} would like to play {village} again, once those who remember {song} are dead.
        - {She} intend{s} to make {boss} cry, in public, with {small} chords and {person}'s letter.
        - {She} want{s} to put {a:monster} to sleep with {song}, and {has} only ever managed it with
          {a:trade} of {village}.
        """),
    "artisan": frames("""
        - {She} want{s} to make one {thing} that nobody in {village} can find the join in.
        - {She} mean{s} to build the bridge over to {biome} that {person} said would need {num} arches, with
          {small}.
        - {She} {is} collecting, from {biome} and elsewhere, the {num} parts of a machine whose use {she}
          {does} not yet tell {person}.
        - {She} would like to see {her} mark on every door in {village}, and {person} locked out of {num} of
          them.
        - {She} intend{s} to work the metal that comes from {landmark}, and {has} the tongs, {a:thing} and a
          will.
        - {She} want{s} to put right the clock at {village}, which {she} mended in {year}.
        """),
    "scholar": frames("""
        - {She} want{s} to find the second copy of {person}'s book, which is cited {num} times and has never
          been seen.
        - {She} mean{s} to correct the map of {biome}, where {person} got the coast wrong, and the hills,
          and {num} of the names.
        - {She} {is} gathering evidence, {num} boxes so far, that {village} was founded by mistake.
        - {She} would like to hold the chair of {monsters} at the college in {village}, if one could be got
          to sit still.
        - {She} intend{s} to read the inscription on {landmark} before {person} publishes it, with {num}
          errors.
        - {She} want{s} to live to see one of {her} footnotes disputed in {village}, at length, by {person}.
        """),
}
