"""A change that needs the heroes for itself for a moment, and so has to wait for whoever reads them."""

from django.db import migrations


class Migration(migrations.Migration):
    operations = [
        migrations.RunSQL(
            "ALTER TABLE heroes ADD COLUMN later integer", "ALTER TABLE heroes DROP COLUMN later"
        )
    ]
