"""The step from members to duties: nobody loses what he was trusted with, no organ its name."""

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

OLD, NEW = ("organs", "0001_initial"), ("organs", "0002_organs_people_duties")


@pytest.mark.django_db(transaction=True)
def test_members_become_duties() -> None:
    executor = MigrationExecutor(connection)
    before = executor.loader.graph.leaf_nodes()
    old = executor.migrate([OLD]).apps
    organ = old.get_model("organs", "Organ").objects.create(name="示范县人民政府办公室")
    user = old.get_model("organs", "User").objects.create(username="wang")
    member = old.get_model("organs", "Member")
    member.objects.create(user=user, organ=organ, roles=["handler", "administrator"])
    new = MigrationExecutor(connection).migrate([NEW]).apps
    duties = new.get_model("organs", "Duty").objects.filter(user_id=user.pk, until=None)
    assert set(duties.values_list("role", "organ_id")) == {
        ("handler", organ.pk),
        ("administrator", organ.pk),
    }
    assert new.get_model("organs", "User").objects.get().organ_id == organ.pk
    assert new.get_model("organs", "OrganName").objects.get().name == organ.name
    assert new.get_model("organs", "Organ").objects.get().kind == "department"
    MigrationExecutor(connection).migrate(before)
