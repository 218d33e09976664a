"""World events: what they are called, what is going on, and what people do about it.

Slots: event (its name in a sentence), where ("around the Salt Fens" or "in these parts"), person, trade, thing, beast,
food, boss, num, small, day.
"""

from dataclasses import dataclass
from typing import Final

from herotycoon.storyteller.template.themes.base import Frames, frames
from herotycoon.storyteller.vocabulary import EventKind


@dataclass(frozen=True, slots=True)
class Happening:
    """`names` are the common ones; festivals, storms and discoveries also have those of the theme."""

    names: Frames
    news: Frames
    effects: Frames


HAPPENINGS: Final[dict[EventKind, Happening]] = {
    "festival": Happening(
        names=frames("""
            - the [Great|Little|Second|Disputed] {food} Fair
            - the {beast} Races
            - {person}'s [Jubilee|Wedding|Wake|Homecoming]
            """),
        news=frames("""
            - It is {event}, and {where} the doors stand open, the tables are out, and {person} is already
              under one.
            - For {event} every {trade} has shut up shop {where}, and everything that can carry a ribbon has
              been given one.
            - {event} has come round again, {where}, with drums, {food} and the usual quarrel about who
              carries {a:thing}.
            - {boss} has opened {event}, and {where} people listened to the speech, of which the end was
              lost in cheering.
            - Nobody {where} can say what {event} is for, and nobody has ever suggested leaving it out.
            - There is dancing {where} for {event}, and {person} the {trade} has been seen to smile at
              {a:beast}.
            """),
        effects=frames("""
            - Old quarrels are suspended, new ones are sworn over {food}, and no work worth the name is
              being done.
            - It is a good time to make friends, propose, or sell {a:thing}.
            - Whoever is sad is given {food}, and whoever is still sad is given a drum.
            - Even the watch is dancing, in shifts.
            - Purses are loose, tongues looser, and {small} engagements are expected.
            - Spirits are high, and will be paid for in the morning.
            """),
    ),
    "storm": Happening(
        names=frames("""
            - the [Great|Second|Unseasonable] [Gale|Deluge|Tempest|Wet]
            - [three|five|seven] days of thunder
            - {person}'s [Wind|Weather|Rain]
            """),
        news=frames("""
            - {event} has broken {where}, and took the roof off {person} the {trade}, who was under it.
            - First the {beast} hid, then the light went green, and now {event} has the country {where} by
              the collar.
            - {event} has arrived, {where}, a good {num} days before anyone had brought the washing in.
            - It began with one large drop on {boss}, and by nightfall {event} was general {where}.
            - {person} had foretold {event} for years, {where}, and is bearing it with unbecoming joy.
            - {where} there is no arguing with {event}, although {person} is still out in it, trying.
            """),
        effects=frames("""
            - Hunters stay in, roads are out, and there is a good deal of {food} and mending by the fire.
            - Whoever must travel should tell somebody where, and settle up first.
            - The gatherers are idle, the menders are rich, and {small} bridges are in other parishes.
            - It is weather for books, prayer and cards.
            - Nothing is being caught, picked or dug, and tempers are short.
            - Those who go out in it come back late, wet and proud, or simply late.
            """),
    ),
    "incursion": Happening(
        names=frames("""
            - the [Night|Week|Winter|Season] of [Teeth|Eyes|Torches|Broken Fences]
            - the [Coming Down|Crossing|Rising|Long Howl]
            - {person}'s [Alarm|Breach|Last Stand]
            - the [Burning|Emptying] of the [Outer Farms|Far Steadings|Lower Gates]
            """),
        news=frames("""
            - Things that used to keep to themselves have turned up {where}, in numbers, and {person}'s
              {beast} was the first to know.
            - The beacons are lit {where}: whatever lives out there has stopped living out there.
            - {num} farms {where} have been left in a hurry, in one of them the {food} still on the table,
              bitten.
            - They were {where} by {day}, over the wall that {boss} had been told about.
            - {person} the {trade} counted them {where}, got as far as {num} and ran.
            - There is fighting {where}, and the children have been sent away with {a:thing} each and told
              that it is a game.
            """),
        effects=frames("""
            - Every blade is wanted, and anyone who patrols now will be bought {food} for years.
            - The roads are for the armed and the fast.
            - It is a bad time for gathering and a good one for heroes.
            - The watch has been doubled and has asked to be tripled.
            - Shutters are up, prices too, and quests are posted faster than the paste can dry.
            - Nobody sleeps with both boots off.
            """),
    ),
    "market_boom": Happening(
        names=frames("""
            - the [Great|Sudden|Second] {food} Rush
            - the {thing} [Craze|Fever|Madness]
            - [Fat|Golden|Silver|Merry] Market
            - {person}'s [Windfall|Luck|Corner]
            """),
        news=frames("""
            - {where} everyone suddenly wants {a:thing}, and {person} the {trade}, who had {num}, has bought
              a carriage.
            - Money has come to market {where}; nobody knows whose, and nobody has asked twice.
            - There is a fleet of buyers {where}, with full purses and no idea what {food} should cost.
            - {person} sold {a:beast} {where} for {num} times its weight, and the price has gone up since.
            - It is a sellers' market {where}, and even {boss} has been seen behind a stall.
            - The price of {food} has doubled {where} on a rumour, and the rumour has been sold on.
            """),
        effects=frames("""
            - Whoever has goods should sell them now, before people come to their senses.
            - Traders and makers are doing very well, and say so.
            - Even bad workmanship is going for the price of good, and good for the price of a horse.
            - Coin is changing hands so fast that it is warm.
            - The pawnshops are closed for want of despair.
            - {small} new rich have already hired heralds.
            """),
    ),
    "market_slump": Happening(
        names=frames("""
            - the [Black|Hollow|Silent|Thin] [Market|Week|Monday|Quarter]
            - the {food} Crash
            - the Fall of the House of {person}
            - {person}'s [Bankruptcy|Default|Flight]
            """),
        news=frames("""
            - The bottom has fallen out of {food} {where}, and {person} the {trade} was standing on it.
            - {person}'s bank has closed its doors {where}, and on inspection there were only the doors.
            - Nobody {where} is buying, everyone is selling, and {a:thing} can be had for a kind word.
            - {boss} put a tax on {food}, and people {where} have discovered that they never liked it.
            - The buyers did not come {where} this season, and the sellers have begun to eat the stock.
            - {where} the markets are so quiet that {a:beast} can be heard losing its value.
            """),
        effects=frames("""
            - Sell nothing that can wait, and buy whatever cannot rot.
            - Makers are idle, traders are philosophical, and the taverns have put up the price of sympathy.
            - It is a bad week to be paid in goods.
            - Whoever has coin is suddenly very handsome.
            - Good things are going cheap, and so, {person} has hinted, are good people.
            - Wages buy more than they did, where they are paid.
            """),
    ),
    "plague": Happening(
        names=frames("""
            - the [Spotted|Sneezing|Blue|Whispering|Dancing|Sleeping|Itching] [Fever|Sickness|Pox|Cough]
            - {person}'s [Ague|Cough|Shivers]
            - the [Carter's|Miller's|Vicar's|Widow's] [Complaint|Fever|Flux]
            """),
        news=frames("""
            - {event} has broken out {where}: it begins with a dislike of {food} and ends in bed.
            - {person} the {trade} brought {event} home {where}, together with {a:thing}, and the {thing}
              has been burned.
            - {num} are down with {event} {where}, and the healers have started to refer to them by number.
            - It is {event}, {where}, and {boss} prescribed {food} for it, from a distance.
            - The bells {where} have been muffled for {event}, since the ringers were keeping the sick
              awake, and there are {small} ringers left.
            - {event} is going from house to house {where}, and is let in wherever people are kind.
            """),
        effects=frames("""
            - Rest, broth and clean hands will see most people through it, and herbs are worth their weight
              in anything.
            - Keep out of crowds, boil everything, and be good to whoever nurses you.
            - The healthy are overworked, the sick are bored, and the apothecaries have bought land.
            - Company is not advised, which is hard upon the fond.
            - Those who can pray are doing so, and those who can brew are asked to.
            - It passes in the end; one would like to be there when it does.
            """),
    ),
    "discovery": Happening(
        names=frames("""
            - {person}'s [Find|Discovery|Hole|Door]
            - a [door|stair|vault] under {person}'s [cellar|byre|orchard]
            - the [Buried|Forgotten|Second|Singing] [Chamber|Hoard|Spring|Archive]
            """),
        news=frames("""
            - {person} the {trade}, looking for {a:beast} {where}, has come upon {event}.
            - {event} has been found {where}, and {small} scholars have been found quarrelling in it.
            - They are saying {where} that it is {event}, and {person} is charging {small} coppers to look.
            - Children playing with {a:thing} {where} came home late with news of {event}.
            - It rained, the ground gave way {where}, and there was {event}, as if it had been waiting for
              somebody to knock.
            - {boss} had known of {event} {where} all along, and would now like it to be known that {boss}
              had known.
            """),
        effects=frames("""
            - The curious are packing, the learned are already there, and the prudent are selling them rope.
            - There is something in it for whoever looks hard and touches little.
            - Explorers come back from it dusty, late and unable to stop talking.
            - It may rewrite the histories, and has already raised the rents.
            - Books are being reopened that had been closed with some force.
            - What has been carried off so far is thought to be the lid.
            """),
    ),
}
