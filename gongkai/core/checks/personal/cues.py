"""Whose a telephone or an address is: an office's, or a person's that the text is about."""

import re
from typing import Final

from gongkai.core.checks.plain import Text

NEAR: Final = 60
WAY: Final = re.compile(
    r"联系|电话|热线|传真|咨询|监督|举报|投诉|值班|受理|服务|报名|客服|技术支持|手机|负责人|Tel|TEL|tel|☎"
    r"|邮箱|邮件|信箱|E-?mail|e-?mail|EMAIL|反馈|上报|报送|征求|发送|发至|传至|提交|电子版"
)
ORGAN: Final = re.compile(
    r"[局厅委办处科站院馆室股队](?![理法公内]|[\u4e00-\u9fff]{0,1}[的员])|(?<!全)部(?!分|门)|(?<!社)会(?!议)|所(?!有|在|需|述|得)|中心|公司|学校|大学|学院|平台|窗口|大厅|支队|政府|办事处|营养办"
)
PERSON: Final = re.compile(
    r"申请人|当事人|被处罚人|户主|家长|学生(?!处|科|工作|资助|司)|村民(?!委员会|小组)|居民(?!委员会|小组)|患者|考生|信访人|投诉人"
    r"|举报人(?!员)|原告|被告|本人|业主(?!委员会)|监护人|被征收人|农户|个人邮箱|个人电话"
)
ABOVE: Final = re.compile(r"联系人|联系方式|联系电话")
LINES_ABOVE: Final = 90


def is_office(text: Text, place: int) -> bool:
    """Whether what stands here is for reaching an office.

    Whom the text is about counts for more than the word `联系电话` between; an office that is
    named after the person counts for more again.
    """
    before = text.before(place, NEAR)
    person = max((found.end() for found in PERSON.finditer(before)), default=-1)
    if person >= 0:
        return ORGAN.search(before, person) is not None
    if WAY.search(before) or ORGAN.search(before):
        return True
    above = text.plain[max(0, place - LINES_ABOVE) : place]
    return not PERSON.search(above) and bool(ABOVE.search(above) or _follows_organ(above))


def _follows_organ(above: str) -> bool:
    """Whether the last words above are an organ's name: a list that lost its lines."""
    last = above.split()
    return bool(last) and any(ORGAN.search(words) for words in last[-2:])
