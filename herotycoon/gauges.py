"""What `/metrics` tells: the worlds by the database, the work by what all workers counted in Redis."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from django.db import Error
from kombu.exceptions import OperationalError
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, HistogramMetricFamily, Metric
from prometheus_client.registry import Collector
from redis.exceptions import RedisError

from herotycoon.workers.errands import waiting
from herotycoon.workers.measures import COUNTED, SPANS, counts
from worlds.services.vitals import Vitals, vitals

QUEUES = ("ticks", "words", "chores")


class Gauges(Collector):
    """One look at everything."""

    def collect(self) -> Iterator[Metric]:
        """What can be found out; a server that does not answer is told as 0 of ``herotycoon_server_up``."""
        up = GaugeMetricFamily("herotycoon_server_up", "Whether a server answers", labels=["server"])
        try:
            yield from _worlds(vitals())
            up.add_metric(["postgresql"], 1)
        except Error:
            up.add_metric(["postgresql"], 0)
        try:
            yield from _work(counts())
            yield _queues()
            up.add_metric(["redis"], 1)
        except (RedisError, OperationalError, OSError):
            up.add_metric(["redis"], 0)
        yield up


def _worlds(at: Vitals) -> Iterator[Metric]:
    states = GaugeMetricFamily("herotycoon_worlds", "Worlds by state", labels=["state"])
    asides = {"paused": 0, "set_aside": 0} | at.others
    for state, number in {"hot": at.hot.worlds, "cold": at.cold.worlds, **asides}.items():
        states.add_metric([state], number)
    yield states
    for name, about in (
        ("behind", "Running worlds that have a step to go"),
        ("late", "Running worlds that missed three of their turns"),
    ):
        family = GaugeMetricFamily(f"herotycoon_worlds_{name}", about, labels=["heat"])
        for heat in ("hot", "cold"):
            family.add_metric([heat], getattr(getattr(at, heat), name))
        yield family
    most = GaugeMetricFamily(
        "herotycoon_seconds_behind", "The world that is furthest behind", labels=["heat"]
    )
    for heat in ("hot", "cold"):
        most.add_metric([heat], getattr(at, heat).seconds)
    yield most


def _work(found: Mapping[str, int]) -> Iterator[Metric]:
    for name, about in COUNTED.items():
        yield CounterMetricFamily(f"herotycoon_{name}", about, value=found.get(name, 0))
    so_far, buckets = 0, list[tuple[str, float]]()
    for place, bound in enumerate([*map(str, SPANS), "+Inf"]):
        so_far += found.get(f"batch_seconds:{place}", 0)
        buckets.append((bound, so_far))
    yield HistogramMetricFamily(
        "herotycoon_batch_seconds",
        "How long batches of worlds took",
        buckets=buckets,
        sum_value=found.get("batch_milliseconds", 0) / 1000,
    )


def _queues() -> Metric:
    family = GaugeMetricFamily("herotycoon_tasks_waiting", "Tasks that no worker has begun", labels=["queue"])
    for queue in QUEUES:
        family.add_metric([queue], waiting(queue))
    return family
