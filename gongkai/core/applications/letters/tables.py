"""The forms among the letters (表格): receipt, opinion, delivery, the reckoning of a fee."""

from collections.abc import Mapping
from typing import Final

from gongkai.core.ports import FormCell, FormTable, Heading, LetterBlock, Signature
from gongkai.core.ports.letters import CellKind, FormRow

Values = Mapping[str, str]
RECEIPT_ROWS: Final = (
    ("登记号", "number"),
    ("查询码", "query_code"),
    ("申请人", "applicant"),
    ("提交方式", "way"),
    ("收到申请之日", "received_on"),
    ("申请内容", "request"),
    ("答复期限", "due"),
    ("受理机构", "office"),
    ("联系电话", "phone"),
)
OPINION_ROWS: Final = (
    ("登记号", "number"),
    ("征求意见的内容", "matter"),
    ("收到意见书的日期", ""),
    ("意见（同意公开、不同意公开）", ""),
    ("理由和依据", "room"),
    ("联系人、电话", ""),
)
DELIVERY_ROWS: Final = (
    (("送达文书", "letter_title"),),
    (("文号", "letter_number"), ("送达方式", "delivery_way")),
    (("受送达人", "applicant"),),
    (("送达地址", "delivery_to"),),
    (("邮件号", "mail_number"), ("发出日期", "sent_on")),
)
BY_HAND: Final = (
    (("代收人", ""), ("关系", "")),
    (("拒收事由", ""), ("日期", "")),
    (("见证人", ""), ("单位职务", "")),
    (("送达人", ""), ("日期", "")),
)
"""Who took it for another, who refused it, who saw it, who brought it: filled in with the pen."""
DELIVERY_WIDTHS: Final = (5, 6, 4, 6)
ROOM: Final = "\n".join(["\u3000"] * 6)
"""Empty lines for the pen."""
OPINION_TITLE: Final = "意见回执"
OPINION_SIGNED: Final = "签名或者盖章"
RECEIVED: Final = "受送达人签收"
FEE_HEADS: Final = ("步骤", "计算")


def receipt_form(values: Values) -> tuple[LetterBlock, ...]:
    """What was registered (DOC-01)."""
    return (FormTable((1, 3), _rows(RECEIPT_ROWS, values)),)


def opinion_form(values: Values) -> tuple[LetterBlock, ...]:
    """What a third party or another organ fills in and sends back (DOC-04, DOC-05)."""
    told = {**values, "room": ROOM}
    rows: tuple[FormRow, ...] = (*_rows(OPINION_ROWS, told), Signature(OPINION_SIGNED))
    return (Heading(OPINION_TITLE), FormTable((1, 2), rows))


def delivery_form(values: Values) -> tuple[LetterBlock, ...]:
    """That a letter was handed over, to whom it was for or another, or refused (DOC-23)."""
    rows: tuple[FormRow, ...] = (
        *(_paired(row, values) for row in DELIVERY_ROWS),
        Signature(RECEIVED),
        *(_paired(row, values) for row in BY_HAND),
    )
    return (FormTable(DELIVERY_WIDTHS, rows),)


def fee_table(values: Values) -> tuple[LetterBlock, ...]:
    """The reckoning of a fee, one sentence a row, as `fee_steps` holds them line by line."""
    heads = tuple(FormCell(text, CellKind.HEAD) for text in FEE_HEADS)
    steps = [line for line in values.get("fee_steps", "").splitlines() if line]
    rows = tuple((FormCell(str(number)), FormCell(text)) for number, text in enumerate(steps, 1))
    return (FormTable((1, 9), (heads, *rows), heads=1),)


def _rows(rows: tuple[tuple[str, str], ...], values: Values) -> tuple[tuple[FormCell, ...], ...]:
    return tuple(
        (FormCell(label, CellKind.LABEL), FormCell(values.get(key, ""))) for label, key in rows
    )


def _paired(row: tuple[tuple[str, str], ...], values: Values) -> tuple[FormCell, ...]:
    """One or two labels with their values; a value that stands alone goes to the edge."""
    columns = 1 if len(row) > 1 else len(DELIVERY_WIDTHS) - 1
    return tuple(
        cell
        for label, key in row
        for cell in (
            FormCell(label, CellKind.LABEL),
            FormCell(values.get(key, ""), columns=columns),
        )
    )
