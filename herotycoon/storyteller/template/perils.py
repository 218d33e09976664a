"""How quests end: advice about the land, and a verdict on the danger."""

from typing import Final

from herotycoon.storyteller.template.themes.base import Frames, frames
from herotycoon.storyteller.vocabulary import BiomeType

ADVICE: Final[dict[BiomeType | None, Frames]] = {
    "forest": frames("""
        - the paths there are not to be argued with
        - blaze the trees on the side that you mean to come back by
        - do not answer if it is your own name that is called
        - what rustles is seldom the trouble
        - mind the bees
        - light no fires, or a very large one
        """),
    "jungle": frames("""
        - everything there is wet, and most of it bites
        - whatever you sit down on, ask it first
        - the machete is for the vines and the whistle for the rest
        - dry socks are worth more than arrows
        - nothing that bright is ever friendly
        - be out before the rain
        """),
    "mountains": frames("""
        - keep your voice down under the snow
        - the second path is longer, and still attached
        - rope up, and choose your neighbour on the rope with care
        - at that height tempers are short as well
        - the echo is not to be trusted
        - what comes down the mountain generally comes quickly
        """),
    "hills": frames("""
        - shut the gates behind you
        - from the top one can see what is coming, which is not always a kindness
        - there is always one hill more
        - the shepherds will point, if asked politely
        - the wind carries talk a long way there
        - sleep in the lee of something that is not breathing
        """),
    "swamp": frames("""
        - keep to the planks, and off the planks that move
        - do not follow the lights, however well they know you
        - bring boots that you are not fond of
        - probe first, step after, regret nothing
        - whatever has your ankle, stay civil
        - a long pole is better than a long prayer
        """),
    "coast": frames("""
        - ask about the tide, and ask twice
        - if somebody sings, count your company
        - the sand is firm as far as the last set of footprints
        - salt ruins bowstrings, so bring spare
        - do not take the boat that is already waiting
        - watch the gulls, which know first
        """),
    "plains": frames("""
        - there is nowhere to hide, which cuts both ways
        - the grass is taller than it looks, and so is what stands in it
        - keep the sun behind you and the horses calm
        - whatever you see there saw you an hour ago
        - the hay should not be moving on a day without wind
        - it is a long way to run in any direction
        """),
    "desert": frames("""
        - take twice the water and half the conversation
        - travel by night, and be polite to the stars
        - the third oasis is not one
        - shake out your boots
        - if the dune was not there yesterday, it is not there
        - what shade there is will be taken
        """),
    "tundra": frames("""
        - nobody should go who minds losing a toe
        - share the blankets before you share the plan
        - keep moving, and keep an eye on whatever keeps pace
        - touch no iron with bare hands
        - it gets dark there early and all at once
        - the ice will say something before it breaks
        """),
    "ruins": frames("""
        - step on nothing that has been swept
        - the doors there open inwards
        - read the inscriptions before, and not after
        - count the statues going in and coming out
        - whatever was walled up, leave it so
        - the stairs go on longer than the building
        """),
    None: frames("""
        - ask for the back door
        - discretion is requested, and a clean collar
        - nothing in writing, please
        - it would be well to arrive before the rumour does
        - the neighbours see everything
        - say that you are there about the drains
        """),
}

VERDICTS: Final[tuple[Frames, ...]] = (
    frames("""
        - a careful beginner could do it before [lunch|supper|noon]
        - nobody expects worse than a [fright|bruise|soaking|torn sleeve]
        - it would suit somebody young, or somebody tired
        - the last person to try it was eight, and very nearly managed
        - hazards: few, and mostly [wet|sticky|undignified|domestic]
        - it should take an afternoon, and a little tact
        - armour would be an affectation
        - the danger is chiefly to the [boots|dignity|patience|picnic]
        - it is thought to be quite safe, by those who are not going
        - the guild has lost nobody on such work since records began to be kept
        """),
    frames("""
        - one sensible hero might do it, and two would be company
        - expect resistance, some of it [armed|toothed|principled]
        - previous attempts came back limping, but came back
        - bring bandages, and somebody who can tie them
        - it is the kind of thing that goes well until it does not
        - people of moderate courage and good wind are preferred
        - the odds are fair, and the ground is not
        - an ordinary amount of care will be needed, all of it at once
        - there may be blood, though hardly a [pint|bucketful]
        - wear a helmet, and mean it
        """),
    frames("""
        - {small} have tried it, and {client} has kept their hats
        - go in company, go armed, and go after breakfast
        - nobody who came back would discuss it
        - the work wants veterans, or people who do not mind becoming so
        - heirs should be told, and addresses left
        - it will hurt, and then there will be the walk home
        - the song about the last party has {small} verses and stops in the middle
        - the healers have been asked to keep {small} beds
        - cowards need not apply, and the brave should think about why they do
        - whatever you have heard about it is the version for children
        """),
    frames("""
        - {num} went before you, and the stone is already cut, with room
        - those who go are asked to settle their accounts first
        - nobody is ordered to go, and nobody will be blamed for staying
        - it is very probably not possible, and somebody has to
        - bring everyone, and say goodbye to everyone else
        - songs are written about such things, usually by the side that stayed at home
        - the reward is large because it has never yet been paid
        - there was a kingdom's army in it once, and may be still
        - the last to come back from it was {other}, who has not spoken since
        - if you have to ask how dangerous it is, {client} would rather that you did not go
        """),
)
