"""The rows of the yearly table that take a closed application (表三办理结果), in its order.

The statutory forms own these labels; a test holds both together. The form of report years 2019 and
2020 has one row for other handling, the later one three.
"""

from typing import Final

REFUSED: Final = "不予公开："
UNABLE: Final = "无法提供："
NOT_PROCESSED: Final = "不予处理："
OTHER: Final = "其他处理："
ROWS: Final = {
    "granted": "予以公开",
    "partial": "部分公开",
    "refused_1": f"{REFUSED}属于国家秘密",
    "refused_2": f"{REFUSED}其他法律行政法规禁止公开",
    "refused_3": f"{REFUSED}危及“三安全一稳定”",
    "refused_4": f"{REFUSED}保护第三方合法权益",
    "refused_5": f"{REFUSED}属于三类内部事务信息",
    "refused_6": f"{REFUSED}属于四类过程性信息",
    "refused_7": f"{REFUSED}属于行政执法案卷",
    "refused_8": f"{REFUSED}属于行政查询事项",
    "unable_1": f"{UNABLE}本机关不掌握相关政府信息",
    "unable_2": f"{UNABLE}没有现成信息需要另行制作",
    "unable_3": f"{UNABLE}补正后申请内容仍不明确",
    "not_processed_1": f"{NOT_PROCESSED}信访举报投诉类申请",
    "not_processed_2": f"{NOT_PROCESSED}重复申请",
    "not_processed_3": f"{NOT_PROCESSED}要求提供公开出版物",
    "not_processed_4": f"{NOT_PROCESSED}无正当理由大量反复申请",
    "not_processed_5": f"{NOT_PROCESSED}要求行政机关确认或重新出具已获取信息",
    "other_1": f"{OTHER}逾期不补正",
    "other_2": f"{OTHER}逾期不缴费",
    "other_3": f"{OTHER}其他",
}
ROWS_OF_2019: Final = {"other_1": "other", "other_2": "other", "other_3": "other"}
FORM_OF_2019: Final = "2019"


def row_in_form(row: str, form: str) -> str:
    """The row of the form of that key (`2019`, `2021`) that takes it."""
    return ROWS_OF_2019.get(row, row) if form == FORM_OF_2019 else row
