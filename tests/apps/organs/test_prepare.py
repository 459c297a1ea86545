"""./gk manage prepare: everything a new system needs, as often as one likes."""

from pathlib import Path

import pytest
from django.contrib.auth import authenticate
from django.core.management import call_command
from pytest_django import Settings

from gongkai.apps.journal.models import Entry
from gongkai.apps.organs.facts import OrganFacts
from gongkai.apps.organs.models import Duty, Organ, Reach, Unit, User, WorkdayYear
from gongkai.apps.organs.queries import actor_of
from gongkai.apps.organs.scope import organs_within
from gongkai.core.identity import OrganKind, Role
from gongkai.core.identity.roles import GIVEN, conflicts
from tests.factories.organs import TODAY

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def data(settings: Settings, tmp_path: Path) -> Path:
    settings.GONGKAI_DATA = tmp_path
    settings.STATIC_ROOT = tmp_path / "static"
    settings.GONGKAI_DEMO_COMMANDS = ()
    return tmp_path


def test_without_demo_there_are_working_days_but_no_account(
    capsys: pytest.CaptureFixture[str], settings: Settings
) -> None:
    settings.GONGKAI_DEMO = False
    call_command("prepare")
    assert WorkdayYear.objects.count() == 8
    assert not User.objects.exists()
    assert capsys.readouterr().out == "已装入 2019 至 2026 年的工作日。\n"


def test_in_demo_the_accounts_it_prints_can_sign_in(
    capsys: pytest.CaptureFixture[str], settings: Settings, data: Path
) -> None:
    settings.GONGKAI_DEMO = True
    call_command("prepare")
    first = capsys.readouterr().out.splitlines()[-1]
    call_command("prepare")
    assert capsys.readouterr().out.splitlines() == [first]
    password = first.rpartition("密码：")[2]
    home = Duty.objects.select_related("user").filter(user__username__in=set(GIVEN))
    for duty in home:
        user = authenticate(username=duty.user.username, password=password)
        assert isinstance(user, User)
        assert {role.value for role in actor_of(user, TODAY).roles} == {user.username}
    assert home.count() == len(GIVEN)
    assert (data / "demo-password").stat().st_mode & 0o777 == 0o600


def test_the_demo_is_a_whole_city_and_is_made_once(settings: Settings) -> None:
    settings.GONGKAI_DEMO = True
    call_command("prepare")
    tables = (Organ, Duty, Reach, Unit, Entry)
    before = [list(model.objects.order_by("pk").values_list()) for model in tables]
    users = User.objects.count()
    assert {OrganKind(kind) for kind in Organ.objects.values_list("kind", flat=True)} == (
        set(OrganKind) - {OrganKind.PROVINCE}
    )
    city = Organ.objects.get(superior=None)
    assert Organ.objects.filter(superior=city).count() >= 14
    assert set(Duty.objects.values_list("role", flat=True)) == set(GIVEN)
    call_command("prepare")
    assert [list(model.objects.order_by("pk").values_list()) for model in tables] == before
    assert User.objects.count() == users


def test_the_demo_keeps_the_rules_of_the_house(settings: Settings) -> None:
    settings.GONGKAI_DEMO = True
    call_command("prepare")
    for row in Organ.objects.select_related("superior"):
        facts = OrganFacts(
            OrganKind(row.kind), row.superior_id, row.region_code, is_competent=row.is_competent
        )
        assert list(facts.faults(row.superior)) == []
    for user in User.objects.prefetch_related("duties"):
        assert conflicts({Role(duty.role) for duty in user.duties.all()}) == ()
    competent = User.objects.get(username="city-competent")
    assert organs_within(actor_of(competent, TODAY)).count() == Organ.objects.count() - 1


def test_a_lost_password_file_makes_a_new_password(
    capsys: pytest.CaptureFixture[str], settings: Settings, data: Path
) -> None:
    settings.GONGKAI_DEMO = True
    call_command("prepare")
    (data / "demo-password").unlink()
    call_command("prepare")
    password = capsys.readouterr().out.splitlines()[-1].rpartition("密码：")[2]
    assert authenticate(username="handler", password=password) is not None


def test_static_files_are_collected(data: Path) -> None:
    call_command("prepare")
    assert (data / "static" / "django_htmx").is_dir()


def test_in_demo_other_areas_may_add_theirs(
    capsys: pytest.CaptureFixture[str], settings: Settings
) -> None:
    settings.GONGKAI_DEMO = True
    settings.GONGKAI_DEMO_COMMANDS = ("check",)
    call_command("prepare")
    assert "System check identified no issues" in capsys.readouterr().out
