"""A disclosure guide with everything in it, and a standard directory; all of it invented."""

from gongkai.core.catalogue.directory import DirectoryRow

GUIDE = {
    "classes": "机构职能、政策文件、财政预算决算、行政执法、公共服务五类。",
    "arrangement": "按条例第二十条、第二十一条编排，每条信息有唯一的索引号。",
    "access": "在县政府网站查看，或者到县档案馆、县图书馆查阅。",
    "office": "示范县财政局办公室",
    "address": "示范县中心路 1 号 203 室",
    "hours": "工作日 8:30—12:00，14:00—17:30",
    "phone": "0990-1234567",
    "fax": "0990-1234568",
    "internet": "czj@sfx.example.cn",
    "postcode": "990121",
    "application_ways": "当面提交、邮政寄送、电子邮箱。",
    "application_flow": "登记、审查、答复，20 个工作日以内答复。",
    "remedies": "可以向县政府办公室投诉举报，也可以依法申请行政复议或者提起行政诉讼。",
}


def row(number: str = "1", second: str = "部门预算", **changes: object) -> DirectoryRow:
    """One row of a directory."""
    values = {
        "number": number,
        "first": "财政预算",
        "second": second,
        "elements": "收支总表、支出明细表、三公经费",
        "basis": "《中华人民共和国预算法》",
        "limit": "自信息形成（或变更）之日起20个工作日内",
        "subject": "县财政局",
        "channels": ("政府网站", "公开查阅点"),
        "audience": "public",
        "way": "proactive",
        "levels": ("county",),
    }
    return DirectoryRow(**{**values, **changes})  # type: ignore[arg-type] # the tests say what they mean
