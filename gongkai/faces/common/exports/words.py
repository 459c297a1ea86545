"""The words of exported files: heads of the printed tables, names of sheets and columns."""

from typing import Final

from gongkai.core.finding import Severity

CAPTIONS: Final = {2: "表二　", 3: "表三　", 4: "表四　"}
INFORMATION: Final = "信息内容"
IDENTITY_NOTE: Final = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"
APPLICANT_HEAD: Final = "申请人情况"
ORGANIZATIONS: Final = "法人或其他组织"
RECONSIDERATION: Final = "行政复议"
LITIGATION: Final = "行政诉讼"
DIRECT: Final = "未经复议直接起诉"
AFTER: Final = "复议后起诉"

UNWRITABLE: Final = "无法写入“{path}”（{reason}）。请确认文件夹存在、可以写入，并且磁盘没有满。"

PART_SHEETS: Final = {"table2": "表二", "applications": "表三", "review": "表四"}
CONTENTS_SHEET: Final = "目录"
FINDINGS_SHEET: Final = "问题"
DOUBTS_SHEET: Final = "存疑"
FIGURES_SHEET: Final = "文字数据"
SECTIONS_SHEET: Final = "正文"
COMPARISON_SHEET: Final = "对比"
CONTENTS_HEAD: Final = ("序号", "机关", "年度", "格式", "文件", "错误", "提醒", "存疑")
FINDINGS_HEAD: Final = (
    "序号",
    "机关",
    "年度",
    "程度",
    "结论",
    "编号",
    "问题",
    "说明",
    "建议",
    "左边",
    "右边",
    "相差",
    "依据",
    "位置",
)
DOUBTS_HEAD: Final = ("序号", "机关", "年度", "位置", "原因", "候选")
FIGURES_HEAD: Final = ("序号", "机关", "年度", "含义", "数值", "约数", "单位", "原文")
SECTIONS_HEAD: Final = ("序号", "机关", "年度", "部分", "标题", "正文")
CELL_HEAD: Final = "指标"
DIFFERS_HEAD: Final = "不一致"
YES: Final = "是"
NO_ORGAN: Final = "（机关不详）"
NO_YEAR: Final = "年度不详"
FORMATS: Final = {
    "2019": "2019年格式",
    "2021": "2021年格式",
    "pre-2019": "2019年以前（无法定表格）",
}
ANY: Final = "无法确定"
BLANK: Final = "空白"
PAGE_TITLE: Final = "年度报告"
KINDS_LINE: Final = (
    "错误 {errors}，提醒 {warnings}，提示 {information}，存疑 {uncertain}，"
    "无法判断 {unassessable}，通过 {passed}"
)
SEVERITIES: Final = {severity.value: severity.label for severity in Severity}
