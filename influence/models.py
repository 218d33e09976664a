"""What a hero holds of the master. SQL twin: `migrations/sql/0001_influence.up.sql`."""

from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q

from herotycoon.pg.in_world import Accounted
from herotycoon.pg.rules import IsObject, arrays, at_least, between, objects, rule


class MasterInfluence(Accounted):
    """Trust, respect and fear of one hero, and what is asked of and promised to them."""

    hero = models.OneToOneField(
        "heroes.Hero", on_delete=models.DO_NOTHING, db_constraint=False, related_name="influence"
    )
    trust = models.SmallIntegerField(default=50)
    respect = models.SmallIntegerField(default=50)
    fear = models.SmallIntegerField(default=0)
    baseline = models.JSONField(default=dict, blank=True)
    """The trust, respect and fear that the ledger starts from."""
    history = models.JSONField(default=list, blank=True)
    standing_order = models.JSONField(null=True, blank=True)
    counsel = models.JSONField(null=True, blank=True)
    """What a storyteller for hire counsels the hero to do, and at which step; of no more use once that has passed."""
    answers = models.JSONField(default=dict, blank=True)
    """What was answered to an order, so that asking again within the day gets the same."""
    promises = models.JSONField(default=list, blank=True)

    class Meta:
        db_table = "master_influence"
        verbose_name_plural = "master influence"
        indexes = [
            models.Index(fields=["world"], name="master_influence_world_idx"),
            GinIndex(
                fields=["standing_order"],
                opclasses=["jsonb_path_ops"],
                condition=Q(standing_order__isnull=False),
                name="master_influence_order_idx",
            ),
        ]
        constraints = [
            models.UniqueConstraint(fields=["hero", "world"], name="master_influence_hero_key"),
            between("master_influence", "trust", 0, 100),
            between("master_influence", "respect", 0, 100),
            between("master_influence", "fear", 0, 100),
            *objects("master_influence", "baseline", "answers"),
            *arrays("master_influence", "history", "promises"),
            *(
                rule("master_influence", column, Q(**{f"{column}__isnull": True}) | Q(IsObject(column)))
                for column in ("standing_order", "counsel")
            ),
            *at_least("master_influence", 0, "version"),
        ]

    def __str__(self) -> str:
        return f"trust {self.trust}, respect {self.respect}, fear {self.fear}"
