"""Files to drop: an invented report with digits that run together, and what is no report."""

from lxml import html

from gongkai.apps.reports.demo import demo_files
from gongkai.apps.reports.reading import NamedFile

NO_REPORT = NamedFile("会议通知.txt", "关于召开会议的通知\n各科室：\n定于周五开会。\n".encode())
ROW = "行政规范性文件"


def doubtful_report() -> NamedFile:
    """The later report of the demo as text; its row of normative documents reads 6463."""
    page = html.fromstring(demo_files()[1].data.decode())
    lines = []
    for element in page.iter("h1", "h2", "p", "tr"):
        cells = [str(cell.xpath("string()")).strip() for cell in element.iter("td")]
        text = "\t".join(cells) or str(element.xpath("string()")).strip()
        lines.append(text.replace("\t", "") if text.startswith(ROW) else text)
    return NamedFile("示范县2024年报.txt", "\n".join(lines).encode())
