"""The demo's site: that of the invented city, with the usual columns."""

from datetime import datetime
from typing import Final

from gongkai.apps.catalogue.column_queries import site
from gongkai.apps.catalogue.installing import install_usual
from gongkai.apps.catalogue.sites import set_site
from gongkai.apps.organs.demo_city import CITY, ORGANS
from gongkai.apps.organs.models import Organ, User
from gongkai.core.catalogue.site_facts import SiteFacts
from gongkai.core.identity import Actor, Role

KEEPER_ORGAN: Final = "city-office"
KEEPER: Final = f"{KEEPER_ORGAN}-{Role.DISCLOSURE_OFFICE.value}"
COMPETENT: Final = "city-competent"
KEEPERS: Final = (KEEPER, COMPETENT)
"""The accounts of the demo that keep its site and columns."""
FACTS: Final = SiteFacts(
    name="示范市人民政府（演示）",
    domain="www.shifan.example.gov.cn",
    site_code=f"{CITY}0001",
    icp_number="演示备00000000号",
    police_number="演示公网安备 00000000000000 号",
    host="示范市人民政府办公室（演示）",
    contact="0990-1234567",
)


def prepare_site(now: datetime) -> int:
    """Begin the site of the demo and its columns, once; says how many columns."""
    named = {row.key: row.name for row in ORGANS}
    office = Organ.objects.filter(name=named[KEEPER_ORGAN]).first()
    user = User.objects.filter(username=KEEPER).first()
    if office is None or user is None or site() is not None:
        return 0
    roles = frozenset({Role.DISCLOSURE_OFFICE})
    keeper = Actor(f"user:{user.pk}", str(user), office.pk, roles)
    set_site(keeper, facts=FACTS, now=now)
    return install_usual(keeper, now=now)
