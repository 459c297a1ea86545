"""Who asks, so that the same applicant is found again without his number being readable (R3-13)."""

import re
from typing import Final

from gongkai.apps.applications.models import Applicant, Application
from gongkai.apps.sealing.blind import blind_index
from gongkai.core.applications.intake import Intake, paper_number_of
from gongkai.core.applications.kinds import Paper
from gongkai.core.identity.masking import mask_name

NAMED: Final = "named"
IDENTITY: Final = "applicant"
PHONE: Final = "applicant-phone"
EMAIL: Final = "applicant-email"
NAME: Final = "applicant-name"
NOT_DIGITS: Final = re.compile(r"[^0-9]")
OF_THE_MAINLAND: Final = re.compile(r"^(?:\+|00)86")
"""What may stand before a number of the mainland, and may be left out."""


def identity_key(intake: Intake) -> str:
    """One applicant has one key, whatever name or address he uses; empty where nothing tells.

    Numbers of papers that nobody knows are only told apart together with the name.
    """
    if intake.paper_number:
        name = intake.name if intake.paper in {"", Paper.OTHER} else ""
        return blind_index(f"{intake.paper}:{intake.paper_number}:{name}", IDENTITY)
    told = f"{intake.name.strip()}:{_digits(intake.phone)}"
    return blind_index(f"{NAMED}:{told}", IDENTITY) if len(told) > 1 else ""


def name_key(name: str) -> str:
    """The index of a name, to find a case by the applicant who calls."""
    return blind_index("".join(name.split()), NAME) if name.strip() else ""


def phone_key(phone: str) -> str:
    """The index of a telephone number."""
    return blind_index(_digits(phone), PHONE) if _digits(phone) else ""


def email_key(email: str) -> str:
    """The index of an address of e-mail."""
    return blind_index(email.strip().lower(), EMAIL) if email.strip() else ""


def _digits(phone: str) -> str:
    return NOT_DIGITS.sub("", OF_THE_MAINLAND.sub("", phone.strip()))


def masked_name(intake: Intake) -> str:
    """What lists show: a person's name with stars, an organisation's as it is."""
    return mask_name(intake.name) if intake.is_person else intake.name


def applicant_of(application: Application, intake: Intake) -> Applicant:
    """The row of who asks, not saved yet."""
    number, credit_code = paper_number_of(intake)
    return Applicant(
        application=application,
        name=intake.name,
        document_kind=intake.paper,
        document_number=number,
        credit_code=credit_code,
        representative=intake.representative,
        contact_name=intake.contact_name,
        phone=intake.phone,
        email=intake.email,
        address=intake.address,
        postcode=intake.postcode,
        phone_key=phone_key(intake.phone),
        email_key=email_key(intake.email),
        name_key=name_key(intake.name),
    )
