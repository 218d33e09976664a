"""What every row inside a world has: an id of its own and the world it belongs to."""

from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import DatabaseError, models
from django.db.models.functions import Now
from uuid_utils.compat import uuid7


class InWorld(models.Model):
    """A row of one world.

    Django knows `id` as the primary key; in the database the key is (id, world_id), made by the SQL twin of
    the migration. Keys and references live there alone: the foreign keys here carry no constraint, no index
    and no cascade of their own.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    world = models.ForeignKey(
        "worlds.World",
        on_delete=models.DO_NOTHING,
        db_constraint=False,
        db_index=False,
        related_name="+",
    )
    world_id: UUID

    class Meta:
        abstract = True

    def clean(self) -> None:
        """Refuse, as a form error, what the composite foreign keys would refuse as an IntegrityError."""
        super().clean()
        strangers = {
            field.name: ValidationError("This belongs to another world.", code="another_world")
            for field in self._references_within_the_world()
            if not self._is_of_my_world(field)
        }
        if strangers:
            raise ValidationError(strangers)

    @classmethod
    def _references_within_the_world(cls) -> list["models.ForeignKey[Any, Any]"]:
        """The foreign keys whose target is itself a row of a world."""
        return [
            field
            for field in cls._meta.concrete_fields
            if isinstance(field, models.ForeignKey) and issubclass(field.related_model, InWorld)
        ]

    def _is_of_my_world(self, field: "models.ForeignKey[Any, Any]") -> bool:
        target_id = getattr(self, field.attname)
        if target_id is None:
            return True
        targets = field.related_model._default_manager
        return targets.filter(pk=target_id, world_id=self.world_id).exists()

    def _do_update(self, base_qs: Any, using: Any, pk_val: Any, values: Any, *rest: Any, **more: Any) -> Any:
        """Say `world_id` in WHERE, to visit one partition, and never in SET: a row stays in its world.

        Raises DatabaseError when a saved row is not there: Django would insert it, and a row that was deleted
        would come back, or one whose `world` was changed would live in two worlds.
        """
        changed = [value for value in values if value[0].attname != "world_id"]
        mine = base_qs.filter(world_id=self.world_id)
        updated = super()._do_update(mine, using, pk_val, changed, *rest, **more)
        if not updated and not self._state.adding:
            raise DatabaseError(f"{self._meta.label} {pk_val} is not in world {self.world_id}.")
        return updated


class Versioned(InWorld):
    """A row that changes. Each write raises `version` and expects the one it has read: compare and set."""

    version = models.IntegerField(default=0)
    created_at = models.DateTimeField(db_default=Now(), editable=False)
    updated_at = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        abstract = True


class Accounted(Versioned):
    """A row whose amounts the ledger sums. `explained_by` is the last activity that changed them."""

    explained_by = models.UUIDField(null=True, blank=True, editable=False)

    class Meta:
        abstract = True
