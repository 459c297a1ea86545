"""What an application form says (申请表): one value, from the first keystroke to the register."""

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, fields, replace
from typing import Final

from gongkai.core.applications.kinds import ApplicantKind, ApplicationKind, Paper
from gongkai.core.applications.requirements import Request
from gongkai.core.finding import Finding, Severity
from gongkai.core.law.statutes import OGI

Json = str | bool | list["Json"] | dict[str, "Json"]
LENGTHS: Final = {
    "name": 100,
    "paper_number": 40,
    "representative": 50,
    "contact_name": 50,
    "phone": 40,
    "email": 200,
    "address": 200,
    "postcode": 10,
    "subject": 100,
    "reduction_reason": 500,
    "needs_help": 200,
}
"""Characters at most."""
LABELS: Final = {
    "name": "姓名或者名称",
    "paper_number": "证件号码",
    "representative": "法定代表人",
    "contact_name": "联系人",
    "phone": "电话",
    "email": "电子邮箱",
    "address": "通信地址",
    "postcode": "邮政编码",
    "subject": "申请事项",
    "reduction_reason": "减免理由",
    "needs_help": "需要的帮助",
}
ITEM_LENGTH: Final = 2000
SEVERAL: Final = 2
NUMERALS: Final = "一二三四五六七八九十"
NUMBERED: Final = "{number}、{text}"
CODES: Final = frozenset({"paper_number", "phone", "email", "postcode"})
"""Written in narrow letters, without spaces."""
UNSEEN: Final = frozenset({"Cc", "Cf", "Cs"})
"""Categories of signs that control and show nothing."""
SUBJECT_FROM: Final = 30
"""Characters of the first item that stand for a subject nobody wrote."""


@dataclass(frozen=True, slots=True)
class Intake:
    """All that a form says. `items` are the things asked for, one for each matter (一事一申请)."""

    kind: str = ApplicationKind.DISCLOSURE.value
    applicant_kind: str = ""
    name: str = ""
    paper: str = ""
    paper_number: str = ""
    representative: str = ""
    contact_name: str = ""
    phone: str = ""
    email: str = ""
    address: str = ""
    postcode: str = ""
    subject: str = ""
    items: tuple[str, ...] = ()
    medium: str = ""
    provision: str = ""
    asks_reduction: bool = False
    reduction_reason: str = ""
    needs_help: str = ""

    @property
    def is_person(self) -> bool:
        """Whether a person asks; nobody knows before a kind has been chosen."""
        return self.applicant_kind == ApplicantKind.NATURAL

    @property
    def description(self) -> str:
        """What is asked for, as one text."""
        return described(self.items)

    @property
    def request(self) -> Request:
        """What the requirements of article 29 look at."""
        return Request(
            kind=self.applicant_kind,
            sort=self.kind,
            name=self.name,
            paper=self.paper,
            paper_number=self.paper_number,
            phone=self.phone,
            email=self.email,
            address=self.address,
            postcode=self.postcode,
            contact_name=self.contact_name,
            subject=self.subject,
            description=self.description,
            medium=self.medium,
            provision=self.provision,
        )

    def pack(self) -> dict[str, Json]:
        """Plain values, ready to be stored."""
        packed: dict[str, Json] = asdict(self)
        return packed | {"items": list(self.items)}


def described(items: tuple[str, ...]) -> str:
    """Several things as one numbered text; one thing as it is."""
    if len(items) < SEVERAL:
        return "".join(items)
    return "\n".join(
        NUMBERED.format(number=numeral(place), text=text) for place, text in enumerate(items)
    )


def numeral(place: int) -> str:
    """The numeral of a place, from 0; beyond ten in figures."""
    return NUMERALS[place] if place < len(NUMERALS) else str(place + 1)


def unpack(stored: Mapping[str, object]) -> Intake:
    """The form that was packed; what is missing or of another shape is left empty."""
    values: dict[str, object] = {}
    for field in fields(Intake):
        said = stored.get(field.name)
        if field.name == "items" and isinstance(said, list):
            values["items"] = tuple(str(text) for text in said)
        elif field.name != "items" and isinstance(said, type(field.default)):
            values[field.name] = said
    return replace(Intake(), **values)  # type: ignore[arg-type] # the shapes are checked above


def cleaned(intake: Intake) -> Intake:
    """The form without space around what was typed, codes in narrow letters, no empty items."""
    values: dict[str, str] = {
        name: _clean(str(getattr(intake, name)), is_code=name in CODES) for name in LENGTHS
    }
    values["paper_number"] = values["paper_number"].upper()
    items = tuple(text for row in intake.items if (text := visible(row).strip()))
    plain = replace(intake, items=items, **values)  # type: ignore[arg-type] # texts for texts
    if intake.is_person:
        plain = replace(plain, representative="", contact_name="")
    if not plain.subject and items:
        plain = replace(plain, subject=" ".join(items[0].split())[:SUBJECT_FROM])
    return plain if plain.asks_reduction else replace(plain, reduction_reason="")


def _clean(text: str, *, is_code: bool) -> str:
    if is_code:
        return "".join(unicodedata.normalize("NFKC", visible(text)).split())
    return " ".join(visible(text).split())


def visible(text: str) -> str:
    """A text without signs that are not seen, its lines parted by one sign.

    Signs that this system does not know yet stay: rare characters of names are often new.
    """
    plain = text.replace("\r\n", "\n")
    return "".join(
        sign for sign in plain if sign in "\n\t" or unicodedata.category(sign) not in UNSEEN
    )


def length_faults(intake: Intake, most_items: int) -> Iterator[Finding]:
    """What is longer than can be kept."""
    for name, most in LENGTHS.items():
        if len(str(getattr(intake, name))) > most:
            text = f"“{LABELS[name]}”超过 {most} 个字。"
            yield _said("APPLY-LONG", name, text, "请写得短一些，其余内容放进附件。")
    for text in intake.items:
        if len(text) > ITEM_LENGTH:
            words = f"对所需信息的描述有 {len(text)} 个字，超过 {ITEM_LENGTH} 个字。"
            yield _said("APPLY-ITEM-LONG", "items", words, "请写出主要特征，其余内容放进附件。")
    if len(intake.items) > most_items:
        words = f"一份申请写了 {len(intake.items)} 项，最多 {most_items} 项。"
        yield _said("APPLY-ITEMS", "items", words, "请把不同的事项分开申请。")


def paper_number_of(intake: Intake) -> tuple[str, str]:
    """The number of a personal document, and the credit code: one of them is empty."""
    is_code = intake.paper == Paper.CREDIT_CODE
    return ("", intake.paper_number) if is_code else (intake.paper_number, "")


def _said(code: str, path: str, text: str, hint: str) -> Finding:
    return Finding(code, Severity.ERROR, TITLE, text, hint, paths=(path,), cite=OGI.at(29, 2))


TITLE: Final = "填写的内容过长"
