"""Whose figure a number is: the organ's own, its office's, or the whole region's."""

import re

COMPARED = re.compile(
    "applications_|carried_|granted|partial|refused|unable|not_processed|other$|withdrawn|review_|litigation_|direct_|after_"
    "|regulations|normative_docs|valid_|answer_rate|fee_"
)
OFFICE = re.compile(
    r"(?:人民)?政府(?:办公[室厅]|办)(?:代表[^，。；]{0,8})?(?:全年|共|累计|\d{4}年)*(?:受理|收到|承办|接收|新收|办理)"
)
OWN_LEVEL = re.compile("[市县区州省]本级(?!政府[^，。；]{0,4}文件)")
REGION = re.compile(
    "(?:^|[，。；：年度）])(?:，)?全[市县区省州镇乡街](?!面)|各(?:县|区|市|乡镇|镇街|部门|单位|地)[^，。；]{0,10}共"
)
GOVERNMENT = re.compile("政府$")


def scope_suffix(words: str, organ: str | None, key: str) -> str:
    """What to add to a key where a sentence counts for others than the reporting organ.

    A government's report counts for the whole region, so its office's own figures are set apart;
    a department's report counts for itself, so figures of the whole region are.
    """
    if not organ or not COMPARED.match(key):
        return ""
    if GOVERNMENT.search(organ):
        if OFFICE.search(words):
            return "_by_gov_office"
        return "_own_level" if OWN_LEVEL.search(words) else ""
    return "_region" if REGION.search(words) else ""
