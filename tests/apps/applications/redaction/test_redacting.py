"""区分处理: one person covers, another releases; only then the covered file exists."""

import io
from collections.abc import Callable
from datetime import timedelta
from functools import partial

import pypdfium2
import pytest
from django.core.files.storage import default_storage
from pytest_django import DjangoCaptureOnCommitCallbacks, Settings

from gongkai.adapters.documents.pictures import engine
from gongkai.apps.applications.models import Application, CaseFile, Redaction
from gongkai.apps.applications.redaction import pages as redaction_pages
from gongkai.apps.applications.redaction import queries as redaction_queries
from gongkai.apps.applications.redaction import tasks as redaction_tasks
from gongkai.apps.applications.redaction.boxes import (
    Placing,
    accept_boxes,
    change_box,
    place_box,
    remove_boxes,
)
from gongkai.apps.applications.redaction.queries import area_of, withheld_of_case, withheld_parts
from gongkai.apps.applications.redaction.redacting import (
    add_original,
    discard_redaction,
    open_redaction,
    take_over,
)
from gongkai.apps.applications.redaction.releasing import propose, release, send_back, take_back
from gongkai.apps.applications.redaction.suggesting import PERSONAL, WHAT
from gongkai.apps.files import keeping
from gongkai.apps.files.models import StoredFile
from gongkai.apps.journal.models import Entry
from gongkai.apps.organs.models import Organ
from gongkai.core.finding import BlockedError
from gongkai.core.identity import Actor, NotAllowedError, Role
from gongkai.core.ports import Area
from tests.adapters.redaction.handling import is_traceless, texts
from tests.apps.sealing.notes import NEW_KEY
from tests.factories.publishing import NOW
from tests.factories.register import stored
from tests.samples import office, papers, portable
from tests.samples.drawing import lines

NAME, PHONE = "张三丰", "13812345678"
DATA = portable.pdf(
    lines(f"申请人{NAME}，联系电话不详。", f"申请人{NAME}（{PHONE}）来访。"),
    lines("第二页是公开的内容"),
)
GROUND = "PERSONAL_PRIVACY"


@pytest.fixture(autouse=True)
def at_once(settings: Settings) -> None:
    """What is queued is done at once, in this process, with a storage of its own."""
    memory = {"BACKEND": "django.core.files.storage.InMemoryStorage"}
    settings.STORAGES = {**settings.STORAGES, "default": memory}
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
    batch = "gongkai.adapters.batch.memory.InProcess"
    settings.GONGKAI_ADAPTERS = {**settings.GONGKAI_ADAPTERS, "batch": batch}


@pytest.fixture
def place(db: None) -> Organ:
    return Organ.objects.create(name="示范市财政局")


def person(number: int, place: Organ, *roles: Role) -> Actor:
    return Actor(f"user:{number}", f"人员{number}", place.pk, frozenset(roles))


@pytest.fixture
def maker(place: Organ) -> Actor:
    return person(1, place, Role.HANDLER)


@pytest.fixture
def checker(place: Organ) -> Actor:
    return person(2, place, Role.REVIEWER)


@pytest.fixture
def case(place: Organ) -> Application:
    return stored(place, 1)


@pytest.fixture
def work(maker: Actor, case: Application) -> Redaction:
    """A redaction whose pages are prepared."""
    return add_original(maker, application_id=case.pk, name="来访记录.pdf", data=DATA, now=NOW)


def word(actor: Actor, work: Redaction, text: str) -> Area:
    sheet = redaction_queries.page(actor, work.pk, 1)
    at = next(at for at, one in enumerate(sheet.words) if one.text == text)
    area = area_of(sheet, at, at)
    assert area is not None
    return area


def covered(maker: Actor, work: Redaction) -> None:
    """The name is covered, and what the system suggested is accepted."""
    placing = Placing(1, word(maker, work, NAME), GROUND, "申请人姓名")
    place_box(maker, redaction_id=work.pk, placing=placing)
    second = redaction_queries.page(maker, work.pk, 1).words
    again = [one.area for one in second if one.text == NAME][1]
    place_box(maker, redaction_id=work.pk, placing=Placing(1, again, GROUND, "申请人姓名"))
    ids = list(work.boxes.filter(is_accepted=False).values_list("pk", flat=True))
    accept_boxes(maker, redaction_id=work.pk, box_ids=ids, ground=GROUND)


@pytest.fixture
def proposed(maker: Actor, work: Redaction) -> Redaction:
    covered(maker, work)
    done = propose(maker, redaction_id=work.pk, now=NOW)
    assert done.state == "proposed", done.fault
    return done


def codes(call: Callable[[], object]) -> list[str]:
    """Why something is not done."""
    with pytest.raises(BlockedError) as caught:
        call()
    for finding in caught.value.findings:
        assert finding.text.endswith("。")
        assert finding.hint
    return [finding.code for finding in caught.value.findings]


def test_a_file_is_put_into_the_case_and_its_pages_are_prepared(
    maker: Actor, case: Application, work: Redaction
) -> None:
    assert work.state == "draft"
    shown = redaction_queries.opened(maker, work.pk)
    assert (shown.pages, shown.prepared, shown.tried) == (2, 2, 0)
    assert shown.may_edit
    picture = redaction_queries.picture(maker, work.pk, 2, is_after=False)
    assert picture.startswith(b"\x89PNG")
    assert CaseFile.objects.get(application=case).purpose == "original"


def test_personal_data_are_suggested_and_nothing_is_covered_by_itself(work: Redaction) -> None:
    (box,) = work.boxes.all()
    assert (box.page, box.ground, box.what) == (1, GROUND, "手机号码")
    assert (box.is_suggested, box.is_accepted) == (True, False)


def test_everything_that_is_suggested_has_a_name_for_the_letter() -> None:
    assert {rule.code for rule in PERSONAL} == set(WHAT)


@pytest.mark.skipif(not engine.is_installed(), reason="没有安装文字识别")
@pytest.mark.slow
def test_personal_data_of_a_scan_are_suggested(maker: Actor, case: Application) -> None:
    with pypdfium2.PdfDocument(DATA) as pdf:
        picture = pdf[0].render(scale=150 / 72).to_pil()
    buffer = io.BytesIO()
    picture.save(buffer, "JPEG", quality=80)
    work = add_original(
        maker, application_id=case.pk, name="扫描件.jpg", data=buffer.getvalue(), now=NOW
    )
    assert [box.what for box in work.boxes.all()] == ["手机号码"]
    assert redaction_queries.page(maker, work.pk, 1).is_recognised


def test_columns_of_a_list_are_suggested_value_by_value(maker: Actor, case: Application) -> None:
    sketch = lines()
    for row, (one, two) in enumerate(
        [("姓名", "身份证号"), ("王小明", "110105194912310021"), ("李大伟", "110105194912310048")]
    ):
        sketch.write(60, 100 + 20 * row, one, 12).write(200, 100 + 20 * row, two, 12)
    data = portable.pdf(sketch)
    work = add_original(maker, application_id=case.pk, name="名单.pdf", data=data, now=NOW)
    assert work.boxes.count() == 2


def test_released_by_a_second_person_the_file_is_made_and_verified(
    checker: Actor, case: Application, proposed: Redaction
) -> None:
    later = NOW + timedelta(hours=1)
    done = release(checker, redaction_id=proposed.pk, expected=proposed.version, now=later)
    assert (done.state, done.released_by, done.released_at) == ("released", "人员2", later)
    assert done.result is not None
    assert done.result.name == "来访记录（区分处理）.pdf"
    data = keeping.bytes_of(done.result.key)
    assert is_traceless(data, NAME)
    assert is_traceless(data, PHONE)
    assert "第二页是公开的内容" in texts(data)[1]
    assert CaseFile.objects.get(application=case, file=done.result).purpose == "redacted"
    verbs = set(Entry.objects.values_list("verb", flat=True))
    assert {"open_redaction", "place_box", "propose_redaction", "make_redaction"} <= verbs


def test_the_trial_shows_how_it_will_look(checker: Actor, proposed: Redaction) -> None:
    shown = redaction_queries.opened(checker, proposed.pk)
    assert shown.is_tried
    assert shown.may_release
    before = redaction_queries.picture(checker, proposed.pk, 1, is_after=False)
    after = redaction_queries.picture(checker, proposed.pk, 1, is_after=True)
    assert before != after


def test_the_journal_tells_nothing_of_what_was_covered(checker: Actor, proposed: Redaction) -> None:
    release(checker, redaction_id=proposed.pk, expected=proposed.version, now=NOW)
    told = " ".join(f"{row.before} {row.after}" for row in Entry.objects.all())
    assert NAME not in told
    assert PHONE not in told


def test_nobody_releases_what_he_has_made_himself(maker: Actor, proposed: Redaction) -> None:
    call = partial(release, maker, redaction_id=proposed.pk, expected=proposed.version, now=NOW)
    assert codes(call) == ["REDACT-OWN"]
    proposed.refresh_from_db()
    assert (proposed.state, proposed.result) == ("proposed", None)


def test_whoever_takes_over_is_the_maker_now(
    maker: Actor, checker: Actor, place: Organ, work: Redaction
) -> None:
    other = person(3, place, Role.HANDLER)
    placing = Placing(1, word(maker, work, NAME), GROUND)
    assert codes(lambda: place_box(other, redaction_id=work.pk, placing=placing)) == [
        "REDACT-MAKER"
    ]
    take_over(other, redaction_id=work.pk, now=NOW)
    covered(other, work)
    done = propose(other, redaction_id=work.pk, now=NOW)
    assert codes(lambda: release(other, redaction_id=work.pk, expected=done.version, now=NOW)) == [
        "REDACT-OWN"
    ]
    with pytest.raises(NotAllowedError):
        take_over(checker, redaction_id=work.pk, now=NOW)


def test_what_is_not_finished_is_not_proposed(maker: Actor, work: Redaction) -> None:
    call = partial(propose, maker, redaction_id=work.pk, now=NOW)
    assert codes(call) == ["REDACT-NO-BOXES", "REDACT-SUGGESTED"]
    placing = Placing(1, word(maker, work, NAME), GROUND)
    place_box(maker, redaction_id=work.pk, placing=placing)
    assert codes(call) == ["REDACT-SUGGESTED"]
    remove_boxes(
        maker,
        redaction_id=work.pk,
        box_ids=work.boxes.filter(is_accepted=False).values_list("pk", flat=True),
    )
    assert propose(maker, redaction_id=work.pk, now=NOW).state == "proposed"


@pytest.mark.parametrize(
    ("placing", "code"),
    [
        (Placing(3, Area(0.1, 0.1, 0.1, 0.1), GROUND), "REDACT-PAGE"),
        (Placing(0, Area(0.1, 0.1, 0.1, 0.1), GROUND), "REDACT-PAGE"),
        (Placing(1, Area(1.1, 0.1, 0.1, 0.1), GROUND), "REDACT-OUTSIDE"),
        (Placing(1, Area(0.1, 0.1, 0.0, 0.1), GROUND), "REDACT-OUTSIDE"),
        (Placing(1, Area(0.1, 0.1, float("nan"), 0.1), GROUND), "REDACT-OUTSIDE"),
        (Placing(1, Area(0.1, 0.1, 0.1, 0.1), "E99"), "REDACT-GROUND"),
        (Placing(1, Area(0.1, 0.1, 0.1, 0.1), ""), "REDACT-GROUND"),
    ],
    ids=["没有这一页", "第零页", "页面之外", "没有宽度", "不是数", "没有这条理由", "没有理由"],
)
def test_a_box_needs_a_place_and_a_ground(
    maker: Actor, work: Redaction, placing: Placing, code: str
) -> None:
    assert codes(lambda: place_box(maker, redaction_id=work.pk, placing=placing)) == [code]


def test_boxes_can_be_changed_and_taken_away_until_it_is_proposed(
    maker: Actor, work: Redaction
) -> None:
    box = place_box(
        maker, redaction_id=work.pk, placing=Placing(1, word(maker, work, NAME), GROUND)
    )
    moved = Placing(2, Area(0.1, 0.1, 0.2, 0.2), "TRADE_SECRET", "工艺")
    change_box(maker, redaction_id=work.pk, box_id=box.pk, placing=moved)
    box.refresh_from_db()
    assert (box.page, box.ground, box.what) == (2, "TRADE_SECRET", "工艺")
    assert remove_boxes(maker, redaction_id=work.pk, box_ids=[box.pk]) == 1
    covered(maker, work)
    propose(maker, redaction_id=work.pk, now=NOW)
    assert codes(lambda: remove_boxes(maker, redaction_id=work.pk, box_ids=[1])) == ["REDACT-STATE"]
    assert take_back(maker, redaction_id=work.pk).state == "draft"
    assert (
        remove_boxes(
            maker, redaction_id=work.pk, box_ids=[work.boxes.values_list("pk", flat=True)[0]]
        )
        == 1
    )


def test_sent_back_it_says_why(maker: Actor, checker: Actor, proposed: Redaction) -> None:
    assert codes(lambda: send_back(checker, redaction_id=proposed.pk, reason=" ")) == [
        "REDACT-REASON"
    ]
    assert codes(lambda: send_back(maker, redaction_id=proposed.pk, reason="不对")) == [
        "REDACT-OWN"
    ]
    back = send_back(checker, redaction_id=proposed.pk, reason="第二页还有姓名")
    assert (back.state, back.fault) == ("draft", "第二页还有姓名")


def test_only_what_was_looked_at_is_released(
    maker: Actor, checker: Actor, proposed: Redaction
) -> None:
    seen = proposed.version
    take_back(maker, redaction_id=proposed.pk)
    again = propose(maker, redaction_id=proposed.pk, now=NOW)
    assert codes(lambda: release(checker, redaction_id=proposed.pk, expected=seen, now=NOW)) == [
        "REDACT-CHANGED"
    ]
    redaction_pages.forget(proposed.pk)
    assert codes(
        lambda: release(checker, redaction_id=proposed.pk, expected=again.version, now=NOW)
    ) == ["REDACT-TRIAL"]


def test_a_file_that_changed_in_the_storage_gives_nothing_out(
    checker: Actor, proposed: Redaction
) -> None:
    key = proposed.source.key
    default_storage.delete(key)
    done = release(checker, redaction_id=proposed.pk, expected=proposed.version, now=NOW)
    assert (done.state, done.result, done.released_by) == ("draft", None, "")
    assert "存储里没有这个文件" in done.fault


def test_work_done_twice_or_too_late_changes_nothing(
    maker: Actor, checker: Actor, proposed: Redaction
) -> None:
    done = release(checker, redaction_id=proposed.pk, expected=proposed.version, now=NOW)
    files = StoredFile.objects.count()
    redaction_tasks.make_redaction.call(done.pk, done.version)
    redaction_tasks.try_redaction.call(done.pk, done.version)
    redaction_tasks.prepare_redaction.call(done.pk)
    redaction_tasks.prepare_redaction.call(done.pk + 1)
    assert StoredFile.objects.count() == files
    assert codes(lambda: discard_redaction(maker, redaction_id=done.pk)) == ["REDACT-STATE"]


def test_a_word_document_is_redacted_on_its_pages(maker: Actor, case: Application) -> None:

    data = office.written(f"申请人{NAME}提出申请。")
    work = add_original(maker, application_id=case.pk, name="申请.docx", data=data, now=NOW)
    if work.state == "unfit":
        assert "LibreOffice" in work.fault
        return
    assert work.source.name == "申请.pdf"
    assert work.name == "申请.docx"
    assert word(maker, work, NAME).width > 0


def test_what_cannot_be_redacted_says_so(maker: Actor, case: Application) -> None:
    text = "只有文字".encode()
    assert codes(
        lambda: add_original(maker, application_id=case.pk, name="a.txt", data=text, now=NOW)
    ) == ["REDACT-KIND"]
    assert codes(
        lambda: add_original(
            maker, application_id=case.pk, name="a.pdf", data=papers.locked("open"), now=NOW
        )
    ) == ["FILE-ENCRYPTED"]
    assert not Redaction.objects.exists()


def test_a_file_of_the_case_is_opened_once_at_a_time(
    maker: Actor, case: Application, work: Redaction
) -> None:
    file_id = CaseFile.objects.get(application=case).file_id
    call = partial(open_redaction, maker, application_id=case.pk, file_id=file_id, now=NOW)
    assert codes(call) == ["REDACT-OPEN"]
    discard_redaction(maker, redaction_id=work.pk)
    assert call().state == "draft"
    with pytest.raises(CaseFile.DoesNotExist):
        open_redaction(maker, application_id=case.pk, file_id=file_id + 50, now=NOW)


def test_discarding_leaves_no_pages_behind(
    maker: Actor,
    work: Redaction,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        discard_redaction(maker, redaction_id=work.pk)
    assert redaction_pages.pages(work.pk, redaction_pages.BEFORE) == (0, ())
    assert redaction_pages.ready(work.pk, redaction_pages.BEFORE) == 0


def test_prepared_pages_lie_sealed_and_are_sealed_anew(work: Redaction, settings: Settings) -> None:
    key = f"redactions/{work.pk}/{redaction_pages.BEFORE}/1.png"
    picture = redaction_pages.picture(work.pk, redaction_pages.BEFORE, 1)
    with default_storage.open(key, "rb") as file:
        assert picture[:30] not in file.read()
    settings.GONGKAI_FIELD_KEYS = (NEW_KEY, *settings.GONGKAI_FIELD_KEYS)
    places = redaction_pages.PreparedPages()
    assert set(places.keys()) == {"tests"}
    assert sum(batch.resealed for batch in places.reseal(2)) == 5
    assert sum(batch.resealed for batch in places.reseal(2)) == 0
    settings.GONGKAI_FIELD_KEYS = (NEW_KEY,)
    assert redaction_pages.picture(work.pk, redaction_pages.BEFORE, 1) == picture
    assert set(places.keys()) == {"new"}


def test_pages_of_an_older_trial_are_not_kept(maker: Actor, proposed: Redaction) -> None:
    first = redaction_pages.after(proposed.version)
    assert redaction_pages.ready(proposed.pk, first) == 2
    take_back(maker, redaction_id=proposed.pk)
    again = propose(maker, redaction_id=proposed.pk, now=NOW)
    assert redaction_pages.ready(proposed.pk, first) == 0
    assert redaction_pages.ready(proposed.pk, redaction_pages.after(again.version)) == 2
    assert redaction_pages.ready(proposed.pk, redaction_pages.BEFORE) == 2


def test_what_was_made_only_for_the_work_goes_with_it(
    maker: Actor,
    case: Application,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    data = office.written(f"申请人{NAME}提出申请。")
    work = add_original(maker, application_id=case.pk, name="申请.docx", data=data, now=NOW)
    with django_capture_on_commit_callbacks(execute=True):
        discard_redaction(maker, redaction_id=work.pk)
    (left,) = StoredFile.objects.all()
    assert left.name == "申请.docx"
    assert keeping.is_whole(left.key, left.digest)


def test_a_case_that_is_over_is_not_redacted(maker: Actor, place: Organ) -> None:
    over = stored(place, 2, state="archived")
    assert codes(
        lambda: add_original(maker, application_id=over.pk, name="a.pdf", data=DATA, now=NOW)
    ) == ["REDACT-CASE"]


def test_the_letter_lists_page_ground_and_article(checker: Actor, proposed: Redaction) -> None:
    parts = withheld_parts(proposed.pk)
    assert [(part.what, part.ground and part.ground.code) for part in parts] == [
        ("第1页手机号码", "E15-2"),
        ("第1页申请人姓名（2处）", "E15-2"),
    ]
    assert all(part.ground and str(part.ground.cite).endswith("第十五条") for part in parts)
    assert withheld_of_case(proposed.application_id) == ()
    release(checker, redaction_id=proposed.pk, expected=proposed.version, now=NOW)
    assert withheld_of_case(proposed.application_id) == parts


def test_strangers_and_superiors_do_not_see_pages(db: None, work: Redaction) -> None:
    elsewhere = Organ.objects.create(name="邻市财政局")
    stranger = person(9, elsewhere, Role.HANDLER, Role.REVIEWER)
    for call in (
        lambda: redaction_queries.opened(stranger, work.pk),
        lambda: redaction_queries.page(stranger, work.pk, 1),
        lambda: redaction_queries.picture(stranger, work.pk, 1, is_after=False),
        lambda: place_box(
            stranger, redaction_id=work.pk, placing=Placing(1, Area(0, 0, 1, 1), GROUND)
        ),
        lambda: release(stranger, redaction_id=work.pk, expected=0, now=NOW),
        lambda: discard_redaction(stranger, redaction_id=work.pk),
    ):
        with pytest.raises(Redaction.DoesNotExist):
            call()


def test_a_drafter_has_no_business_here(place: Organ, work: Redaction) -> None:
    drafter = person(5, place, Role.DRAFTER)
    with pytest.raises(NotAllowedError):
        redaction_queries.opened(drafter, work.pk)
    with pytest.raises(NotAllowedError):
        propose(drafter, redaction_id=work.pk, now=NOW)
