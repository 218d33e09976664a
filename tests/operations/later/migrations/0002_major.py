"""A change that is not to be made without a backup."""

from django.db import migrations


class Migration(migrations.Migration):
    major = True
    dependencies = [("later", "0001_waits")]
    operations = [migrations.RunSQL("CREATE TABLE later_major ()", "DROP TABLE later_major")]
