"""The search of the portal: right in the moment something is released, corrected, withdrawn."""

from dataclasses import replace as changed

import pytest
from django.core.management import call_command
from django.db import transaction
from hypothesis import given
from hypothesis import strategies as st

from gongkai.apps.publishing import text_queries, texts
from gongkai.apps.publishing.closing import replace, withdraw
from gongkai.apps.publishing.drafting import save_draft
from gongkai.apps.publishing.models import PublicText
from gongkai.apps.publishing.releasing import release
from gongkai.apps.publishing.submitting import submit
from gongkai.apps.publishing.text_index import number
from gongkai.apps.publishing.text_queries import found
from gongkai.core.publishing.draft import Draft
from tests.factories.organs import Region
from tests.factories.publishing import (
    NOW,
    REASON,
    Staff,
    correcting,
    draft,
    drafted,
    released,
    submitted,
    through_review,
)

WORD = "蓝孔雀"
SIGN = st.characters(max_codepoint=0xFFFF, categories=["L", "N"])


@pytest.fixture
def staff() -> Staff:
    return Staff(Region().bureau)


def saying(word: str, number: int = 1) -> Draft:
    """A draft with a word in its text."""
    written = draft(number)
    return changed(written, body=f"{written.body}<p>饲养{word}的办法</p>")


def numbers(*words: str, organ_id: int | None = None) -> tuple[int, ...]:
    return found(words, organ_id).items


@pytest.mark.django_db
class TestSearch:
    def test_what_is_released_is_found_at_once(self, staff: Staff) -> None:
        assert numbers(WORD) == ()
        item = released(staff, written=saying(WORD)).item_id
        for words in ([WORD], ["蓝孔"], ["孔雀", "通知"], ["饲养蓝孔雀的办法"], ["  ", WORD]):
            assert numbers(*words) == (item,)

    def test_what_is_withdrawn_is_not_found(self, staff: Staff) -> None:
        item = released(staff, written=saying(WORD)).item_id
        withdraw(staff.office, item_id=item, reason=REASON, now=NOW)
        assert numbers(WORD) == ()
        assert not PublicText.objects.exists()

    def test_what_is_replaced_is_not_found(self, staff: Staff) -> None:
        old = released(staff, written=saying(WORD, 1)).item_id
        new = released(staff, written=saying(WORD, 2)).item_id
        replace(staff.office, item_id=old, by_id=new, reason=REASON, now=NOW)
        assert numbers(WORD) == (new,)

    def test_what_is_corrected_is_found_by_its_new_words_only(self, staff: Staff) -> None:
        item = released(staff, written=saying(WORD)).item_id
        again = correcting(staff, item)
        edition = save_draft(
            staff.drafter,
            edition_id=again.pk,
            expected=again.version,
            draft=saying("白天鹅"),
            now=NOW,
        )
        assert numbers(WORD) == (item,)
        sent = submit(staff.drafter, edition_id=edition.pk, expected=edition.version, now=NOW)
        ready = through_review(staff, sent)
        release(staff.office, edition_id=ready.pk, expected=ready.version, now=NOW)
        assert numbers("白天鹅") == (item,)
        assert numbers(WORD) == ()

    def test_what_is_not_public_is_not_found(self, staff: Staff) -> None:
        drafted(staff, written=saying(WORD, 1))
        submitted(staff, written=saying(WORD, 2))
        assert numbers(WORD) == ()

    def test_what_is_given_up_leaves_nothing(self, staff: Staff) -> None:
        with transaction.atomic():
            released(staff, written=saying(WORD))
            transaction.set_rollback(True)
        assert numbers(WORD) == ()

    def test_the_newest_comes_first(self, staff: Staff) -> None:
        made = [released(staff, written=saying(WORD, row)).item_id for row in (1, 2, 3)]
        assert numbers(WORD) == tuple(reversed(made))

    def test_of_one_organ(self, staff: Staff) -> None:
        item = released(staff, written=saying(WORD)).item_id
        assert numbers(WORD, organ_id=staff.organ.pk) == (item,)
        assert numbers(WORD, organ_id=staff.organ.pk + 1) == ()

    def test_signs_that_stand_apart_are_no_word(self, staff: Staff) -> None:
        released(staff, written=saying("蓝孔又见孔雀"))
        assert numbers("蓝孔", "孔雀") != ()
        assert numbers(WORD) == ()

    @pytest.mark.parametrize("word", ["", "%", '"', "*", "AND", "NOT a", "'", "\\", "^", "NEAR("])
    def test_signs_of_the_database_mean_nothing(self, staff: Staff, word: str) -> None:
        released(staff)
        assert numbers(*word.split()) == ()

    def test_it_says_when_there_is_more(
        self, staff: Staff, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        made = [released(staff, written=saying(WORD, row)).item_id for row in (1, 2, 3)]
        assert not found([WORD]).has_older
        monkeypatch.setattr(text_queries, "MOST", 2)
        said = found([WORD])
        assert (said.items, said.has_older) == ((made[2], made[1]), True)


@pytest.mark.django_db
class TestKeeping:
    def test_what_was_not_noted_is_noted(self, staff: Staff) -> None:
        items = [released(staff, written=saying(WORD, row)).item for row in (1, 2)]
        texts.forget(items[0])
        assert texts.complete() == 1
        assert set(numbers(WORD)) == {row.pk for row in items}
        assert texts.complete() == 0

    def test_everything_is_noted_anew(
        self, staff: Staff, capsys: pytest.CaptureFixture[str]
    ) -> None:
        items = [released(staff, written=saying(WORD, row)).item_id for row in (1, 2)]
        before = numbers(WORD)
        call_command("renew_search")
        assert "2 条" in capsys.readouterr().out
        assert numbers(WORD) == before == tuple(reversed(items))

    def test_it_keeps_what_lists_show(self, staff: Staff) -> None:
        released(staff, written=changed(draft(1), summary="一段概述。"))
        assert PublicText.objects.get().summary == "一段概述。"


@given(st.text(SIGN, min_size=1, max_size=2), st.text(SIGN, min_size=1, max_size=2))
def test_every_gram_has_a_number_of_its_own(one: str, other: str) -> None:
    assert (number(one) == number(other)) is (one == other)
    assert -(2**31) <= number(one) < 2**31
