"""Wordings of letters: an organ's own, kept in versions, and the usual ones."""

import pytest

from gongkai.apps.applications.letters.templates import restore_template, save_template
from gongkai.apps.applications.letters.templates_queries import template_page, templates, wording_of
from gongkai.apps.applications.models import LetterTemplate
from gongkai.core.applications.letters.kinds import LETTER, LETTERS
from gongkai.core.finding import BlockedError
from gongkai.core.identity import NotAllowedError
from tests.apps.applications.answering import NOON, Answering
from tests.apps.applications.at_work import codes

pytestmark = pytest.mark.django_db
USUAL = LETTER["DOC-15"].text


@pytest.fixture
def desk() -> Answering:
    return Answering()


def save(desk: Answering, text: str, code: str = "DOC-15") -> LetterTemplate:
    return save_template(desk.office, code=code, text=text, now=NOON)


def test_every_version_is_kept_and_the_last_one_holds(desk: Answering) -> None:
    save(desk, f"第一版。\n{USUAL}")
    save(desk, f"第二版。\n{USUAL}")
    page = template_page(desk.office, "DOC-15")
    assert [(row.version, row.is_current) for row in page.versions] == [(2, True), (1, False)]
    assert page.text.startswith("第二版。")
    assert wording_of(desk.organ.pk)("DOC-15") == page.text


def test_the_usual_wording_comes_back(desk: Answering) -> None:
    save(desk, f"第一版。\n{USUAL}")
    restore_template(desk.office, code="DOC-15")
    page = template_page(desk.office, "DOC-15")
    assert (page.text, page.current, len(page.versions)) == (USUAL, None, 1)
    with pytest.raises(BlockedError) as error:
        restore_template(desk.office, code="DOC-15")
    assert codes(error) == {"TEMPLATE-USUAL"}
    assert save(desk, f"第三版。\n{USUAL}").version == 2


def test_what_is_wrong_with_a_wording_is_told_at_once(desk: Answering) -> None:
    with pytest.raises(BlockedError) as error:
        save(desk, "{文号码}和{检索的范围}")
    assert codes(error) == {"TEMPLATE-UNKNOWN", "TEMPLATE-FOREIGN", "TEMPLATE-LACKS"}
    assert not LetterTemplate.objects.exists()


def test_an_unknown_letter(desk: Answering) -> None:
    with pytest.raises(BlockedError) as error:
        save(desk, USUAL, "DOC-99")
    assert codes(error) == {"TEMPLATE-KIND"}
    with pytest.raises(LetterTemplate.DoesNotExist):
        template_page(desk.office, "DOC-99")


def test_each_organ_words_its_own(desk: Answering) -> None:
    save(desk, f"第一版。\n{USUAL}")
    assert wording_of(desk.region.health.pk)("DOC-15") == USUAL
    assert template_page(desk.stranger, "DOC-15").versions == ()
    own = {kind.code for kind, row in templates(desk.office) if row is not None}
    assert own == {"DOC-15"}
    assert len(templates(desk.office)) == len(LETTERS)


def test_only_the_disclosure_office_words_letters(desk: Answering) -> None:
    with pytest.raises(NotAllowedError):
        save_template(desk.handler, code="DOC-15", text=USUAL, now=NOON)
    with pytest.raises(NotAllowedError):
        restore_template(desk.handler, code="DOC-15")
