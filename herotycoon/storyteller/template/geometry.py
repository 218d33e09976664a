"""The map: rectangles that tile it, and points inside them."""

from typing import Final

from herotycoon.storyteller.schemas import Area, Point
from herotycoon.storyteller.template.dice import Dice
from herotycoon.storyteller.vocabulary import MAP_HEIGHT, MAP_WIDTH, BiomeType

MAP: Final = Area(x=0, y=0, width=MAP_WIDTH, height=MAP_HEIGHT)
MARGIN: Final = 8


def tiles(dice: Dice, count: int) -> list[Area]:
    """`count` rectangles without gap or overlap: the largest is cut across its longer side, and so on."""
    areas = [MAP]
    while len(areas) < count:
        largest = max(areas, key=lambda area: (area.width * area.height, -area.x, -area.y))
        areas.remove(largest)
        areas += _cut(largest, dice.between(36, 64))
    return sorted(areas, key=lambda area: (area.y, area.x))


def _cut(area: Area, percent: int) -> list[Area]:
    x, y, width, height = area.x, area.y, area.width, area.height
    if width >= height:
        left = width * percent // 100
        return [
            Area(x=x, y=y, width=left, height=height),
            Area(x=x + left, y=y, width=width - left, height=height),
        ]
    upper = height * percent // 100
    return [
        Area(x=x, y=y, width=width, height=upper),
        Area(x=x, y=y + upper, width=width, height=height - upper),
    ]


def middle(area: Area) -> Point:
    return Point(x=area.x + area.width // 2, y=area.y + area.height // 2)


def apart(one: Point, other: Point) -> int:
    """The squared distance: whole numbers, so that every platform compares alike."""
    return (one.x - other.x) ** 2 + (one.y - other.y) ** 2


def inside(dice: Dice, area: Area, away_from: list[Point], distance: int) -> Point:
    """A point well inside the area, if possible `distance` map units away from the others."""
    points = [
        Point(
            x=dice.between(area.x + MARGIN, area.x + area.width - 1 - MARGIN),
            y=dice.between(area.y + MARGIN, area.y + area.height - 1 - MARGIN),
        )
        for _ in range(12)
    ]

    def room(point: Point) -> int:
        return min((apart(point, other) for other in away_from), default=distance**2)

    for point in points:
        if room(point) >= distance**2:
            return point
    return max(points, key=room)


def near(dice: Dice, point: Point, least: int, most: int) -> Point:
    """A point of the map some way from another one, well inside the edges."""

    def moved(place: int, limit: int) -> int:
        step = dice.between(least, most)
        ways = [way for way in (place - step, place + step) if MARGIN <= way < limit - MARGIN]
        return dice.pick(ways or [place])

    return Point(x=moved(point.x, MAP_WIDTH), y=moved(point.y, MAP_HEIGHT))


def fitness(kind: BiomeType, area: Area) -> int:
    """How well a type of land sits there: coasts at an edge, tundra in the north, plains in the middle."""
    edge = min(area.x, area.y, MAP_WIDTH - area.x - area.width, MAP_HEIGHT - area.y - area.height) == 0
    centre = middle(area)
    south = centre.y - MAP_HEIGHT // 2
    far = apart(centre, middle(MAP)) // 100
    beside = min(area.x, MAP_WIDTH - area.x - area.width) == 0
    return {
        "coast": 120 * beside + 60 * edge + far // 3,
        "tundra": -2 * south,
        "mountains": far // 2 - south // 2,
        "jungle": 2 * south,
        "desert": south + far // 4,
        "plains": 100 - far,
        "hills": 80 - far // 2,
        "ruins": -area.width * area.height // 200,
        "forest": 0,
        "swamp": south // 2,
    }[kind]


def settled(dice: Dice, kinds: list[BiomeType], areas: list[Area]) -> list[BiomeType]:
    """The type of each area: every type, in random order, takes the free area that suits it best."""
    free = list(range(len(areas)))
    chosen: dict[int, BiomeType] = {}
    order = sorted(dice.shuffled(kinds), key=lambda kind: kind not in ("coast", "tundra", "plains"))
    for kind in order:
        best = max(free, key=lambda place, kind=kind: (fitness(kind, areas[place]), -place))  # type: ignore[misc]
        chosen[best] = kind
        free.remove(best)
    return [chosen[place] for place in range(len(areas))]
