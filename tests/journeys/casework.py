"""A bureau that answers applications, everyone in a browser of his own, on days the story names.

The clock of the running system is the story's: a term passes when the story says so.
"""

import re
from collections.abc import Callable
from datetime import date, datetime, time
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone
from playwright.sync_api import Locator, Page, expect

from gongkai.apps.applications.models import Application
from gongkai.apps.applications.profile.profiles import ProfileFacts, save_profile
from gongkai.apps.organs.queries import actor_of, calendar
from gongkai.apps.organs.seed import seed_workdays
from gongkai.core.applications.decisions import DECISION
from gongkai.core.applications.decisions_facts import Fact, FactKind
from gongkai.core.identity import Role
from tests.factories.organs import Region, serving
from tests.journeys.conftest import follow
from tests.journeys.test_publishing import enter

if TYPE_CHECKING:
    from gongkai.apps.organs.models import User

Visit = Callable[..., Page]
Told = dict[str, str]
FIRST = date(2025, 6, 3)
PEOPLE = (
    Role.HANDLER,
    Role.DISCLOSURE_OFFICE,
    Role.HEAD,
    Role.LEGAL_REVIEWER,
    Role.LEADER,
    Role.REVIEWER,
)
LEVELS = (Role.DISCLOSURE_OFFICE, Role.LEGAL_REVIEWER, Role.LEADER)
TODAY = "今天"
"""Where a form asks for a day: the story's."""


class Casework:
    """One application's way through the bureau."""

    def __init__(self, visit: Visit, monkeypatch: pytest.MonkeyPatch) -> None:
        self.visit, self.day, self.minute = visit, FIRST, 0
        monkeypatch.setattr(timezone, "now", self.moment)
        seed_workdays()
        self.region = Region()
        self.organ = self.region.finance
        self.people: dict[Role, User] = {
            role: serving(role.value, self.organ, role) for role in PEOPLE
        }
        for word, place in (("示财", self.organ), ("示卫", self.region.health)):
            holder = self.people[Role.DISCLOSURE_OFFICE]
            if place != self.organ:
                holder = serving("other-office", place, Role.DISCLOSURE_OFFICE)
            facts = ProfileFacts(
                word,
                address="示范市一步路1号",
                phone="010-00000000",
                court="示范市示范区人民法院",
                account="户名：示范财政专户",
            )
            actor = actor_of(holder, FIRST)
            save_profile(actor, organ_id=place.pk, facts=facts, now=self.moment())
        self.pages: dict[Role, Page] = {}
        self.dispute = ""

    def moment(self) -> datetime:
        """The story's moment; every look at the clock is a little later."""
        self.minute += 1
        at = time(9 + self.minute // 36_000, self.minute // 600 % 60, self.minute // 10 % 60)
        return datetime.combine(self.day, at, timezone.get_default_timezone())

    def days_pass(self, workdays: int) -> None:
        """So many working days go by; everybody signs in again."""
        self.day, self.minute = calendar().add(self.day, workdays), 0
        self.pages.clear()

    @property
    def case(self) -> Application:
        """The application as it stands: the last one that came to the bureau."""
        return Application.objects.filter(organ=self.organ).latest("pk")

    def page_of(self, role: Role, address: str = "") -> Page:
        """The case before somebody."""
        if role not in self.pages:
            self.pages[role] = enter(self.visit, self.people[role])
        page = self.pages[role]
        page.goto(address or f"/desk/applications/{self.case.pk}/")
        return page

    # Coming in
    def comes(self, way: str, asks: str, **more: str) -> None:
        """Somebody enters an application that came by that way."""
        page = self.page_of(Role.HANDLER, f"/desk/applications/new/?way={way}")
        told = {
            "到达日期": TODAY,
            "签收日期": TODAY,
            "邮件号": "EM123456789CN",
            "申请类别": "公开政府信息",
            "申请人类别": "自然人",
            "姓名或者名称": "张一明",
            "证件类型": "其他证件",
            "证件号码": "示范0001",
            "电话": "13800000000",
            "通信地址": "示范市一步路1号",
            "邮政编码": "100000",
            "申请事项": asks,
            "所需信息的描述": f"{asks}（示财〔2024〕6号）全文",
            "提供形式": "纸质",
            "获取方式": "邮寄",
            **more,
        }
        self.fill(page, {name: text for name, text in told.items() if self.has(page, name)})
        page.get_by_role("main").get_by_role("button", name="登记").last.click()
        expect(page.get_by_role("status").first).to_contain_text("已经登记")

    def is_taken_up(self) -> None:
        """It is examined and taken in hand."""
        self.step(Role.HANDLER, "开始审核")
        self.step(Role.HANDLER, "审核通过，办理")

    # Steps
    def step(self, role: Role, name: str, **told: str) -> None:
        """Take one step of the case: its link, its form, what it says afterwards."""
        page = self.page_of(role)
        offers = page.get_by_role("region", name="可以办理")
        offers.get_by_role("link", name=name, exact=True).click()
        expect(page.get_by_role("heading", level=1)).to_contain_text(name)
        self.fill(page, told)
        page.get_by_role("main").get_by_role("button", name=name, exact=True).click()
        expect(page.get_by_role("status").first).to_be_visible()

    def fill(self, page: Page, told: Told) -> None:
        """Fill in a form by what its fields are called."""
        for label, value in told.items():
            field = self.field(page, label)
            kind = field.evaluate("field => field.type || field.tagName")
            if value == TODAY:
                field.fill(self.day.isoformat())
            elif kind.startswith("select"):
                field.select_option(label=value)
            elif kind == "checkbox":
                field.check()
            else:
                field.fill(value)

    @staticmethod
    def field(page: Page, label: str) -> Locator:
        """A field of the form."""
        called = re.compile(f"^{re.escape(label)}(（可以不填）)?$")
        return page.get_by_role("main").get_by_label(called).first

    @classmethod
    def has(cls, page: Page, label: str) -> bool:
        """Whether the form has such a field."""
        return cls.field(page, label).count() > 0

    # Replying
    def is_decided(self, kind: str, *answers: str, **facts: str) -> None:
        """The wizard leads to a decision; its facts are filled in; it goes to review."""
        page = self.page_of(Role.HANDLER)
        follow(page.get_by_role("button", name="拟写答复"))
        for answer in answers:
            page.get_by_role("radio", name=answer, exact=True).check()
            follow(page.get_by_role("button", name="下一步"))
        expect(page.get_by_role("heading", level=1)).to_have_text("处理决定已经确定")
        expect(page.get_by_text(DECISION[kind].label).first).to_be_visible()
        page.get_by_role("button", name="选定，填写事实").click()
        self.fill(page, {**self.samples(kind), **facts})
        page.get_by_role("button", name="保存，生成正文").click()
        page.get_by_role("region", name="可以办理").get_by_role("link", name="送审").click()
        page.get_by_role("main").get_by_role("button", name="送审").click()
        expect(page.get_by_role("status").first).to_contain_text("已经送审")

    def samples(self, kind: str) -> Told:
        """What the facts of a decision may say, days as days of the story."""
        return {
            fact.label: self.day.isoformat() if fact.kind is FactKind.DAY else self.sample(fact)
            for fact in DECISION[kind].facts
            if fact.required
        }

    @staticmethod
    def sample(fact: Fact) -> str:
        """A fact's sample; a choice by its words."""
        options = {row.key: row.label for row in fact.choices}
        return options.get(fact.sample, fact.sample)

    def is_signed(self) -> None:
        """Every level agrees."""
        for role in LEVELS:
            page = self.page_of(role)
            page.get_by_role("link", name="答复审核").click()
            page.get_by_role("button", name="同意", exact=True).click()
            expect(page.get_by_role("status").first).to_contain_text("已经同意")

    def is_issued(self, remedy: str = "") -> None:
        """The reply goes out by post."""
        page = self.page_of(Role.HANDLER)
        page.get_by_role("link", name="答复申请人").click()
        page.get_by_role("link", name="印发答复书").click()
        page.get_by_role("main").get_by_role("button", name="印发答复书").click()
        expect(page.get_by_role("status").first).to_contain_text("本件办结")
        self.is_posted(self.case.letters.latest("pk").title, remedy)

    def is_posted(self, title: str, says: str = "") -> None:
        """A letter is posted."""
        page = self.page_of(Role.HANDLER)
        page.get_by_role("link", name=title).first.click()
        expect(page.get_by_role("main")).to_contain_text(says or title)
        page.get_by_role("link", name="邮寄送达").click()
        told = {"发出日期": TODAY, "邮寄企业": "中国邮政EMS", "邮件号": "EM000000000CN"}
        told["地址"] = "示范市一步路1号"
        self.fill(page, {name: text for name, text in told.items() if self.has(page, name)})
        page.get_by_role("main").get_by_role("button").last.click()
        expect(page.get_by_role("status").first).to_be_visible()

    # Before a court or a reviewing body
    def is_disputed(self, kind: str, **told: str) -> None:
        """Somebody contests the reply; it is entered in the ledger from the case's number."""
        number = self.case.number
        page = self.page_of(Role.DISCLOSURE_OFFICE, f"/desk/disputes/new/?application={number}")
        self.fill(
            page,
            {
                "类别": kind,
                "申请人或者原告": "张一明",
                "被争议的行为": "答复",
                "收到申请书或者起诉状副本的日期": TODAY,
                **told,
            },
        )
        page.get_by_role("main").get_by_role("button", name="登记").click()
        expect(page.get_by_role("status").first).to_contain_text("已经登记")
        self.dispute = page.url

    def in_dispute(self, name: str, **told: str) -> None:
        """Take one step of the dispute."""
        page = self.page_of(Role.DISCLOSURE_OFFICE, self.dispute)
        page.get_by_role("main").get_by_role("link", name=name, exact=True).click()
        self.fill(page, told)
        page.get_by_role("main").get_by_role("button", name=name, exact=True).click()
        expect(page.get_by_role("status").first).to_contain_text("已经办理")

    def dispute_says(self, *texts: str) -> None:
        """The page of the dispute says all of this."""
        page = self.page_of(Role.DISCLOSURE_OFFICE, self.dispute)
        for text in texts:
            expect(page.get_by_role("main")).to_contain_text(text)

    # What it came to
    def says(self, *texts: str) -> None:
        """The case's page says all of this."""
        page = self.page_of(Role.HANDLER)
        for text in texts:
            expect(page.get_by_role("main")).to_contain_text(text)

    def counts_as(self, row: str) -> None:
        """The yearly table counts it there, once."""
        page = self.page_of(Role.HANDLER, f"/desk/applications/statistics/?year={self.day.year}")
        figures = page.get_by_role("row").filter(has_text=row).first.get_by_role("cell")
        assert figures.last.inner_text().strip() == "1"
