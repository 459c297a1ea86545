"""The pages about addresses that have moved, one request at a time."""

import pytest
from django.test import Client
from django.urls import reverse

from gongkai.apps.catalogue.models import Moved
from gongkai.core.catalogue.addresses import COLUMN, OF_COLUMN
from tests.faces.desk.columns.conftest import Office
from tests.faces.sending import html
from tests.factories.publishing import NOW

pytestmark = pytest.mark.django_db
LIST, NEW = "/desk/columns/moved/", "/desk/columns/moved/new/"


def test_the_addresses_of_a_column_are_those_of_the_portal() -> None:
    forms = ("rss.xml", "atom.xml", "feed.json")
    places = [reverse("portal:column", args=["x"])]
    places += [reverse("portal:column-feed", args=["x", form]) for form in forms]
    assert [row.format(key="x") for row in OF_COLUMN] == places
    assert places[0] == COLUMN.format(key="x")


def test_an_address_is_written_down_followed_and_taken_out(office: Office) -> None:
    office.city.column("notices")
    assert "还没有登记" in html(office.keeper.get(LIST))
    sent = {"path": "/old/list.html", "target": "/columns/notices/"}
    assert "已经登记" in html(office.keeper.post(NEW, sent, follow=True))
    answer = Client().get("/old/list.html")
    assert (answer.status_code, answer.headers["Location"]) == (301, "/columns/notices/")
    row = Moved.objects.get()
    page = html(office.keeper.post(f"{LIST}{row.pk}/remove/", follow=True))
    assert "不再转到新地址" in page
    assert Client().get("/old/list.html").status_code == 404


def test_what_is_wrong_stands_beside_its_field(office: Office) -> None:
    sent = {"path": "/catalogue/", "target": "https://example.com/"}
    answer = office.keeper.post(NEW, sent)
    assert answer.status_code == 422
    form = answer.context["form"]
    assert set(form.errors) == {"path", "target"}
    assert "还能打开" in html(answer)


def test_a_columns_address_is_changed_and_what_was_asked_goes_along(office: Office) -> None:
    column = office.city.column("notices", each_organ=True)
    organ = office.city.region.finance.pk
    page = html(office.keeper.get(f"/desk/columns/{column.pk}/"))
    address = f"/desk/columns/{column.pk}/address/"
    assert f'href="{address}"' in page
    assert office.keeper.post(address, {"key": "notices"}).status_code == 422
    assert "原地址自动转到新地址" in html(
        office.keeper.post(address, {"key": "public-notices"}, follow=True)
    )
    answer = Client().get(f"/columns/notices/?organ={organ}&x=1")
    assert answer.status_code == 301
    assert answer.headers["Location"] == f"/columns/public-notices/?organ={organ}"


def test_a_closed_column_leads_to_another_where_that_is_wanted(office: Office) -> None:
    closed, _ = office.city.column("news", name="动态"), office.city.column("notices")
    office.keeper.post(f"/desk/columns/{closed.pk}/close/")
    assert Client().get("/columns/news/").status_code == 410
    link = f"{NEW}?path=/columns/news/"
    assert link in html(office.keeper.get("/desk/columns/"))
    assert 'value="/columns/news/"' in html(office.keeper.get(link))
    office.keeper.post(NEW, {"path": "/columns/news/", "target": "/columns/notices/"})
    assert Client().get("/columns/news/").status_code == 301


def test_a_bureau_finds_nothing(office: Office) -> None:
    column = office.city.column("notices")
    row = Moved.objects.create(path="/old/", target="/", moved_at=NOW)
    assert "地址变更" not in html(office.bureau.get("/desk/columns/"))
    for address in (LIST, NEW, f"/desk/columns/{column.pk}/address/"):
        assert office.bureau.get(address).status_code == 404
    assert office.bureau.post(f"{LIST}{row.pk}/remove/").status_code == 404
    assert Moved.objects.exists()


def test_the_list_is_exported(office: Office) -> None:
    Moved.objects.create(path="/old/", target="/", moved_at=NOW)
    answer = office.keeper.get(f"{LIST}?format=xlsx")
    assert answer.headers["Content-Type"].endswith("spreadsheetml.sheet")
