"""The demo's disclosure guides: one for every invented organ, a few of them long not looked at."""

from datetime import datetime, timedelta
from typing import Final

from gongkai.apps.catalogue.guides import save_guide
from gongkai.apps.catalogue.models import Guide
from gongkai.apps.organs.demo_city import SUFFIX
from gongkai.apps.organs.models import Organ
from gongkai.core.identity import SYSTEM

CONTENT: Final = {
    "classes": "机构职能、政策文件、规划计划、财政信息、行政执法、公共服务，共六类。",
    "arrangement": "按《政府信息公开条例》第二十条、第二十一条的内容编排；每条信息有唯一的索引号。",
    "access": "在政府网站“政府信息公开”栏目查看，也可以到档案馆、图书馆、政务服务中心查阅。",
    "office": "{name}办公室",
    "address": "示范市中心路 {number} 号 203 室",
    "hours": "工作日 8:30—12:00，14:00—17:30",
    "phone": "0990-12345{number:02}",
    "fax": "0990-12346{number:02}",
    "internet": "xxgk{number:02}@shifan.example.cn",
    "postcode": "990100",
    "application_ways": "当面提交、邮政寄送，也可以发送电子邮件。",
    "application_flow": "收到后登记；不明确的 7 个工作日以内一次告知补正；20 个工作日以内答复。",
    "remedies": "可以向上一级行政机关或者政府信息公开工作主管部门投诉、举报，"
    "也可以依法申请行政复议或者提起行政诉讼。",
}
EVERY: Final = 7
"""Of so many organs one has not looked at its guide for long."""
LONG_AGO: Final = timedelta(days=400)


def prepare_guides(now: datetime) -> int:
    """Give every invented organ its guide, once; says how many were made."""
    rows = Organ.objects.filter(name__endswith=SUFFIX, until=None).order_by("pk")
    having = set(Guide.objects.order_by().values_list("organ_id", flat=True))
    made = 0
    for number, organ in enumerate(rows, start=1):
        if organ.pk in having:
            continue
        at = now if number % EVERY else now - LONG_AGO
        content = {
            key: text.format(name=organ.name, number=number) for key, text in CONTENT.items()
        }
        save_guide(SYSTEM, organ_id=organ.pk, content=content, expected=0, now=at)
        made += 1
    return made
