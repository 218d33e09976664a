"""What a timid, unworldly, faithless, incurious, easy-going, hasty or cold hero has done."""

from typing import Final

from herotycoon.storyteller.template.themes.base import Frames, frames

DARK: Final[dict[str, Frames]] = {
    "courage-": frames("""
        - {She} knew every way out of {inn} before {she} knew what it served, which was {food}.
        - At the first sight of {a:monster} near {village} {she} ran {num} miles, and {was} thanked for
          bringing the news so promptly.
        - {She} {has} outlived {num} bolder colleagues, and keep{s} a list of what each of them said last,
          beginning with {person} of {village}.
        - {She} still look{s} under the bed for {monsters}, on the grounds that in {village}, in {year},
          there was one.
        - {She} fainted at {person}'s wedding in {village} when somebody opened {a:thing} too quickly.
        - During {woe} {she} hid in a barrel at {village} for {num} days, and came out knowing a great deal
          about {food}.
        - {She} carried {person}'s shield for a season and proved, at {village}, that it is possible to
          stand behind a shield that is behind a tree, {num} yards from {a:beast}.
        - Challenged to a duel in {village}, {she} chose {food}, at {num} paces, and by letter.
        - {She} {was} once locked in the cellar of {inn} with what turned out to be {a:beast}, and the grey
          streak in {her} hair dates from then.
        - {She} go{es} round {biome} rather than through it, {num} miles, and {has} made friends at every
          farm on the way, above all {person}.
        - {She} can hear {a:monster} breathe at {num} yards and be gone from {village} at two hundred.
        - A fortune-teller in {village} told {ob} to beware of {a:trade} with {a:thing}, and it has made
          shopping difficult.
        """),
    "greed-": frames("""
        - {She} found {num} {coin} in the road near {village} and spent {small} days looking for whoever had
          been made sad by it.
        - {Her} {kin} left {ob} a house in {village}, and {she} gave it to the {trade} who was living there,
          and the {beast}.
        - Everything {she} own{s} fits into {a:thing} and a sock, and the sock is lent to {person} of
          {village}.
        - Paid {num} {coin} for ridding {village} of its {monsters}, {she} {was} seen to tip the {trade}.
        - {She} once won {inn} at cards and gave it back at breakfast, because the {food} had been so good.
        - {She} worked {small} years for {person} of {village} before it came up that there should have been
          wages.
        - {She} {has} been robbed {num} times between {village} and {town} and {has} begun to leave a light
          on for them.
        - The {monsters} {wild} let {ob} pass, having been through {her} pockets in {year} and felt bad
          about it.
        - {She} turned down {a:trade}'s fortune and hand in {village}, but asked whether anyone was eating
          the {food}.
        - When {boss} granted {ob} a boon for {her} part in {woe}, {she} asked for the afternoon off and
          {a:thing}, borrowed.
        - {She} sold {person}'s {thing} for exactly what it was worth, walked back {num} miles with the
          difference, and never understood the remarks.
        - There was a treasure at {village}, and {she} {has} the map, which {she} use{s} to keep {food} off
          {person}'s tablecloth.
        """),
    "loyalty-": frames("""
        - {She} {has} fought on {small} sides of the quarrel at {village}, and speak{s} well of all the
          kitchens.
        - {She} swore eternal friendship to {person} on {day}, and moved to {village} before it was light.
        - {num} employers have written {ob} references, chiefly to warn each other, and {person} of
          {village} had one framed.
        - {She} joined the watch of {village} for the boots and left it for {a:thing}.
        - During {woe} {she} stood by {person} for nearly an hour.
        - {She} {was} engaged in {village} and in {village2} on one and the same {day}, and spent it
          fishing.
        - {She} sold the secret of {person}'s {food} to {num} innkeepers, each of whom was promised to be
          the only one.
        - The company {she} marched out of {village} with is still waiting at the ford, {num} of them, under
          {person}, who had said that somebody should scout ahead.
        - {She} change{s} {her} [patron|saint|lodgings|signature|regiment] with the season, and in {year},
          in {village}, changed back twice.
        - {She} once betrayed {boss} to {a:trade} for {a:thing}, and the {trade} to {boss} for the receipt.
        - {She} {has} no hard feelings about {village}, having left before they could form, by the window of
          {inn}.
        - Asked to guard {person}'s {beast}, {she} guarded it as far as the market at {village}.
        """),
    "curiosity-": frames("""
        - {She} lived {num} years beside {landmark} and never once looked up.
        - {She} walked past {small} open graves in {village} on the way to supper, and remember{s} that it
          was {food}.
        - {She} {has} ordered {food} at every inn from {village} to {town}, and send{s} it back if it
          surprises {ob}.
        - When a door appeared in {her} bedroom wall in {village} {she} hung {a:thing} on it.
        - {person} of {village} told {ob} the secret of {woe} on a deathbed, and {she} had to be reminded of
          it afterwards.
        - {She} inherited {num} books from {her} {kin} and stood the bed on them, and can recommend the
          thick ones.
        - A sealed letter from {boss} has been in {her} coat since {year}, and it is to this day a great
          comfort to {person} that nobody has opened it.
        - {She} travelled from {village} to {village2} with {a:monster} under a blanket in the cart, and did
          not think it {her} place to ask.
        - {She} know{s} one road, one song, which is {song}, and one joke, about {a:trade}.
        - {She} met a talking {beast} near {village}, said good morning, and went on.
        - {She} {was} {num} before {she} asked {her} {kin} what was kept in the other room, and then only
          because of the smell of {food}.
        - {She} once mislaid the road {wild} and stood where {she} {was} for {small} days until it came
          back, with {person} on it.
        """),
    "ambition-": frames("""
        - {She} {was} offered a promotion in {village} in {year}, and hid in the hayloft with {a:beast}
          until it went to {person}.
        - {She} won the races at {village} once, by accident, and {has} started late ever since, {num} paces
          behind {person}.
        - {Her} one plan, formed in {village} at the age of {num}, was to sit down, and {she} {has} kept it
          in view.
        - {person} of {village} wished to make {ob} heir to {num} acres, and {she} asked who would then have
          to get up.
        - {She} {has} been assistant to {small} assistants, the last of them {a:trade} in {village}, and
          would not hear of more.
        - {She} slew {a:monster} near {village} and let {a:trade} have the credit, as it came with speeches.
        - A prophecy about {ob} is carved over the door of {inn}, and {she} use{s} the other door, with
          {a:beast} and {person}.
        - When {boss} asked for volunteers {she} took one step back, and held {a:thing} for the {num} who
          had not.
        - {She} spent {year} minding {person}'s {beast} and describe{s} it as a career.
        - {She} left school in {village} with a prize for {food}, and retired on it.
        - Of the {num} children who scratched a boast on the wall at {village} {she} {is} the one who wrote
          "was here", and asked {person} about the spelling.
        - {She} {was} briefly king of {village}, by the custom of {day}, and abdicated in time for {food}.
        """),
    "patience-": frames("""
        - {She} {was} born {small} weeks early in {village} and {has} been waiting for everyone else since,
          most of all {person}.
        - {She} once paid {num} {coin} to have a queue in {village} removed.
        - {She} drew {her} knife on {a:beast} for looking at {ob} slowly, and the people of {village} still
          tell it with gestures.
        - {She} left {inn} by the window because the door was being discussed by {person} and {a:trade}.
        - {Her} time as a [notary|gardener|chess master|fisherman|night watchman] in {village} lasted from
          {food} to noon.
        - {She} read the last page first of {num} books and then {person}'s will, aloud, at the birthday.
        - {She} attacked the {monsters} at {village} an hour before the plan, and won, and {person} has not
          forgiven {ob} the wasted map.
        - {She} proposed to {person} on {day}, took silence for no, and had left {village} before the
          mouthful of {food} was swallowed.
        - The oven at {inn} is cracked from the time {she} shouted at {food} to make it rise, in {year}.
        - {She} {has} broken {small} clocks, a treaty and {a:thing}, each because it was taking too long,
          and each in {village}.
        - Told in {village} to count to {num} before losing {her} temper, {she} lost it at {small}.
        - {She} set out from {village} to fetch help for {person} and turned back halfway to do it
          {herself}, with {a:thing}.
        """),
    "empathy-": frames("""
        - {She} sent {person} of {village} a bill for being cried on, {num} {coin}, with an item for the
          collar.
        - Told in {village} of the death of {her} {kin}, {she} asked what that would do to the price of
          {food}.
        - {She} finished {her} {food} while {inn} burned, since it was paid for, and left by the cooler
          door.
        - {She} {was} [nurse|comforter|godparent|almoner] in {village} for {small} weeks during {woe}, and
          recoveries were remarkably quick.
        - {She} told {person}'s children where {a:beast} goes when it dies, with prices.
        - {person} has apologised to {ob} {num} times over {a:thing}, and {she} {has} asked each time
          whether that was all.
        - {She} settled the feud at {village} by explaining to both sides that nobody else cared, which cost
          {person} {num} {coin} and turned out to be so.
        - {She} {was} paid by the wedding guests of {village}, {num} {coin}, to leave before the toast to
          {person}.
        - The {monsters} {wild} are said to weep for those they eat, and {she} {has} called it affected, to
          {person}'s widow.
        - {She} evicted {person} from {village} on {day}, in the rain, and remembered it afterwards as a
          quiet morning with {food}.
        - At the foundling school in {village} {she} had a bed by the window, which {she} had rented out by
          {year}, and the blanket to {person}.
        - {She} {has} been told by {num} people in {village} alone that {she} {is} cruel, and {has}
          corrected their grammar.
        """),
}
