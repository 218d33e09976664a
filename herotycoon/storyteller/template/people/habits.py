"""Quirks: short phrases that would look right in a list."""

from typing import Final

from herotycoon.storyteller.template.themes.base import Frames, frames

TRAIT_QUIRKS: Final[dict[str, Frames]] = {
    "courage+": frames("""
        - sleeps with the [door|window|tent flap|shutters] open, in case of {monsters}
        - always takes the seat nearest the [door|draught|trouble|fire], and the {thing}
        - has names for all {her} scars, the worst being {person}
        - tastes {food} before anyone has said what is in it, ever since {village}
        - volunteers before the sentence is finished, most recently to {a:trade}
        - laughs when cornered, a habit caught from {a:beast} in {village}
        - keeps {a:monster}'s tooth in {a:thing}
        - refuses to duck, on account of a remark by {person}
        """),
    "greed+": frames("""
        - bites every coin, and once {a:thing}
        - counts the spoons after visits from {person}
        - keeps {small} purses, one of them for show, from {village}
        - never passes {a:thing} in the road without pocketing it
        - charges {person} interest on small favours
        - knows to the [penny|crumb|ounce|hour] the price of {food} in {village}
        - sleeps on {her} savings, which clink like {a:beast} with a bell
        - tips in [advice|buttons|promises|compliments], like {a:trade} from {village}
        """),
    "loyalty+": frames("""
        - sets a place at table for {person}, who is late by {num} years
        - wears a button from the coat of every comrade, {person}'s on top
        - will not hear a word against {village}
        - writes home to {a:trade} every [week|feast day|full moon|payday]
        - still salutes {a:thing} that belonged to {mentor}
        - drinks only to absent friends, chiefly {person}
        - keeps {num} promises in a notebook, with dates
        - has never once sat down before {person}, or {a:beast}, had eaten
        """),
    "curiosity+": frames("""
        - opens other people's [parcels|letters|cupboards|sandwiches], apologises, and asks about the
          {thing}
        - keeps {a:monster}'s [footprint|eyelash|milk tooth|whisker] in a matchbox
        - asks {a:trade} how everything works, including {a:thing}
        - licks unfamiliar stones, a lesson from {village}
        - reads {small} books at once, one of them upside down, on {beast} diseases
        - has a theory about {food}, and one about {person}
        - takes notes at funerals, in a cipher learned from {a:trade}
        - presses buttons, levers and, in {village}, {person}
        """),
    "ambition+": frames("""
        - practises {her} victory speech on {a:beast}
        - corrects anyone who forgets the [title|initial|rank|hyphen], as {person} did once
        - keeps a list of people to be thanked, which is short, and of others, which begins with {person}
        - walks {small} paces ahead of everyone, even to {food}
        - signs {a:thing} for strangers, unasked
        - has {her} portrait done yearly, lately by {a:trade} from {village}
        - turns every game of [draughts|skittles|conkers|cards] into a tournament, with {person} as
          runner-up
        - rehearses being modest in front of {a:thing}
        """),
    "patience+": frames("""
        - whittles the same [stick|spoon|peg|whistle] since {year}
        - lets {a:beast} finish before speaking
        - never runs, not even in {village}, not even from {monsters}
        - counts to {num} before answering, and longer for {person}
        - carries a seedling from {village} in {a:thing}
        - mends {a:thing} by candlelight when other people would shout
        - chews each mouthful of {food} {num} times
        - is teaching {a:beast} the alphabet and has reached [C|F|K|Q]
        """),
    "empathy+": frames("""
        - apologises to {a:thing} when {she} bump{s} into it
        - feeds {a:beast} first, whoever is paying
        - remembers the [birthday|mother|bad knee|first love] of everyone in {village}
        - cries at {song}, every verse
        - gives up {her} blanket to {a:beast} or {a:trade}
        - carries spiders, {a:beast} and once {person} outside by hand
        - asks {monsters} how they are keeping
        - cannot watch anyone eat {food} alone
        """),
    "courage-": frames("""
        - checks the exits of every [inn|chapel|barn|conversation], with a nod to {a:trade}
        - will not sit with {her} back to {a:thing}
        - keeps {small} lucky charms, the best of them from {person}
        - sleeps in {her} boots since {village}
        - lets {a:beast} go through doors first
        - jumps at {song}, particularly when {person} sings it
        - carries {a:thing} for protection, at arm's length
        - knows the [fastest|quietest|longest|least lit] road out of {village} by heart
        """),
    "greed-": frames("""
        - gives {her} pudding to {a:beast}
        - forgets to collect {her} wages until {person} brings them
        - pays for everybody's {food} and borrows it from {person}
        - owns one spoon, on loan from {a:trade}
        - returns {a:thing} to people who meant to throw it away
        - leaves {small} {coin} under stones for whoever needs them
        - has never haggled, to the sorrow of {village}
        - wears {person}'s [old coat|second-best hat|third-best boots|only scarf] and thinks it handsome
        """),
    "loyalty-": frames("""
        - has a different name in {village}, and likes it better
        - keeps a bag packed under [the bed|the stairs|the floor|a loose stone], with {food} for {small}
          days
        - answers to {person}'s name if there is something in it
        - never unpacks {a:thing}
        - agrees with whoever is holding {a:thing}
        - changes sides at [draughts|cards|skittles|tug-of-war], most often against {person}
        - borrows {a:thing} with no fixed plan to return it
        - crosses {village} by the back lanes, owing to {a:trade}
        """),
    "curiosity-": frames("""
        - orders {food} everywhere and has done since {year}
        - answers every riddle with {a:beast}, or else {a:thing}
        - has never asked what {person} keeps in {a:thing}
        - falls asleep at the words [once upon a time|legend has it|strange to say|did you know], and at
          {person}
        - sits facing the wall in {inn}
        - takes the same road to {village}, mud or no mud
        - calls all {monsters} some kind of dog
        - hums one line of {song} and never the next
        """),
    "ambition-": frames("""
        - hands {her} medals to {a:beast}
        - naps in {a:trade}'s doorway, sitting up
        - says that {person} did it, when it went well
        - has been asked to lead {num} times, last by {person}, and was out
        - lets everyone win at [draughts|skittles|arm-wrestling|cards], even {a:beast}
        - rounds {her} own age up, so as to be nearer {a:thing} and a bench
        - volunteers to stay behind and mind {a:thing} with {a:beast}
        - considers {food} an achievement, and said so in a speech at {village}
        """),
    "patience-": frames("""
        - finishes other people's sentences, wrongly, above all {person}'s
        - eats {food} scalding
        - kicks {a:thing} when it is closed
        - taps out {song} on whatever is nearest, including {person}
        - has never heard the end of a [sermon|story|joke|warning] in {village}
        - argues with {a:thing}, and raises {her} voice first
        - leaves {inn} before the change is counted
        - wakes {a:beast} to tell it to hurry
        """),
    "empathy-": frames("""
        - answers bad news with the price of {food}
        - has called {person} by the wrong name for {num} years
        - polishes {a:thing} at deathbeds
        - steps over {person}, but round {a:beast}
        - laughs at [funerals|weddings|christenings|sickbeds], briefly, as once in {village}
        - returns [hugs|condolences|valentines|birthday wishes] unopened to {person}
        - tells {a:trade} the truth about the baby
        - thanks nobody, and least of all {person}, for {food}
        """),
}

CLASS_QUIRKS: Final[dict[str, Frames]] = {
    "warrior": frames("""
        - names every sword after {person} and every shield after {food}
        - fences with {a:thing} when bored, and loses to {a:beast}
        - oils {her} armour with whatever came with {food}, on the advice of {a:trade}
        - sizes up everyone for reach, {person} and {a:beast} included
        - keeps a dent in {her} helmet, from {village}, that fits {a:thing}
        - salutes with {a:thing} when {her} sword is at the {trade}'s
        - stands guard in {her} sleep, most often over {food}
        - never fights before {food} or after {song}
        """),
    "ranger": frames("""
        - leaves a trail of notches, even in {inn}, and once up {a:trade}
        - can imitate {a:beast}, and does, at weddings in {village}
        - sleeps on the roof when in {village}, beside {a:beast}
        - sniffs {a:trade} before shaking hands, and {food} before either
        - buries {food} for later and forgets where, except in {village}
        - reads tracks indoors, and always knows where {person} has hidden {food}
        - goes round {village} by the hedge, and {person} by the ditch
        - sets snares for {a:thing} in {her} sleep
        """),
    "mage": frames("""
        - talks in {her} sleep in a language known to {a:beast} and to {person}
        - has singed [one eyebrow|both cuffs|every hat|a good third of the curtains] since {village}
        - lights {her} pipe without matches, and sometimes {person}'s {thing}
        - keeps a familiar, {a:beast}, which denies it, as does {person}
        - warms {food} with a look, and chills {a:trade} with another
        - makes {a:thing} hover when {person} is late
        - rhymes by accident near {village}, with consequences for {a:beast}
        - keeps {her} spells in {a:thing}, between {food} and the laundry
        """),
    "cleric": frames("""
        - blesses {a:thing} absent-mindedly, and once {a:trade}
        - hums hymns to the tune of {song}, to the grief of {person}
        - knows {num} saints for toothache, all of them from {village}
        - hears confession from {a:beast}, and passes on nothing but {food}
        - says grace over {food} until {person} has eaten
        - carries a relic of {person} in {a:thing}
        - argues with {her} god aloud, in {village}, about {food}
        - forgives {a:trade} every morning, in advance
        """),
    "rogue": frames("""
        - opens {inn} with {a:thing} sooner than knock
        - deals {herself} {small} aces, even when playing {a:beast}
        - returns {person}'s {thing} from time to time, to keep in practice
        - has a cousin in {village} for every occasion, at present {a:trade}
        - leaves every room by way of {a:trade}, with {a:thing}
        - picks locks to think, and {person}'s to relax, over {food}
        - has {small} signatures, of which the best is {person}'s
        - sits where {she} can see the door, the till and {a:beast}
        """),
    "bard": frames("""
        - rhymes {person} with everything, and {village} with worse
        - tunes {a:thing} before meals and {food} after them
        - sings {song} in the bath, both parts, and {a:beast} joins in
        - describes {food} in couplets until {person} leaves
        - bows to {a:beast} out of habit, and to {a:trade} for practice
        - has {small} endings for every story and asks {a:trade} which is safest
        - plays {song} whenever {person} is about to make a point
        - writes reviews of {food}, to be sung in {village}
        """),
    "artisan": frames("""
        - straightens {a:thing} in other people's houses, and {person} if need be
        - carries {small} kinds of nail and an opinion from {village}
        - cannot eat {food} without improving the fork with {a:thing}
        - measures {person} with a look, and {a:beast} with a string
        - taps every wall of {inn} and nods at {a:trade}
        - signs everything, even {food}, since a dispute in {village}
        - is building {a:thing} for {a:beast}, to scale
        - talks to {her} tools, and lets only the one called {person} answer, through {a:beast}
        """),
    "scholar": frames("""
        - marks the place in {her} book with {food}, as {person} found out
        - corrects the spelling on tombstones in {village}, with {a:thing}
        - lectures {a:beast}, and takes questions from {a:trade}
        - has ink on {her} [nose|cuffs|elbows|chin] and on {person}
        - cites {person} against {herself}, and wins, in {village}
        - reads while walking, as {a:trade} and {a:beast} can testify
        - alphabetises the larder, beginning with {food}, and {person}'s bookshelf
        - dates everything, and dated {food} to {year}
        """),
}

GENERAL: Final = frames("""
    - collects [corks|keys|buttons|bell ropes|door knockers|feathers], and has one from {village} that is
      not for showing
    - is afraid of [moths|lace|clowns|porridge skin|oboes|geese], and of nothing else but {person}
    - sneezes when {a:trade} lies
    - wears odd socks, one of them knitted by {person}
    - cannot tell left from right except with {a:thing}
    - writes letters to {person} and burns them
    - owns {num} hats and regrets {small}
    - speaks to {a:beast} in a special voice
    - will eat anything except {food}
    - claims to have invented {food}
    - walks in {her} sleep, as far as {village} on one occasion
    - has a tattoo of {a:beast}, or possibly of {person}
    - whistles {song} before storms
    - keeps a diary in the handwriting of {a:trade}
    - always knows where {village} is, and points
    - bets on [snails|raindrops|sermons|drips|the post|duels], usually with {person}
    - ages {num} years before breakfast
    - has never been seen without {a:thing}
    - dreams of {a:beast} whenever it is about to rain
    - is feuding with {a:trade} in {village} over {food}
    - remembers every meal since {year}
    - borrows {a:thing} and gives it back improved
    - tells one joke, about {a:beast} and {a:trade}
    - sharpens pencils with {a:thing}
    - crosses the street to avoid {a:beast}
    - plays the [spoons|nose flute|saw|bladder fiddle|comb], mostly {song}
    - has been left at the altar in {village}, and kept the {food}
    - polishes {a:thing} on {day}
    - refers to {herself} as {person} when in trouble
    - sits down only on chairs from {village}
    - will swap anything for {a:thing}
    - lost [an earlobe|a little toe|two teeth|an eyebrow|a bet] in {village} and says that it was {a:beast}
    - pronounces {village} in a way that starts fights
    - names kettles, at present {person}
    - took a bath in {year}, and another, according to {person}, before that
    - keeps {her} money in {a:thing} and {her} {thing2} in the bank
    - has a limp that changes legs near {village}
    - saves string, of which there are {num} yards and a knot by {person}
    - cuts {her} own hair with {a:thing}
    - is said in {village} to have a double, who is more fun
    """)
