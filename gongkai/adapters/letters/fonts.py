"""Which fonts a document is set in, and what stands in where they are not installed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from gongkai.core.finding import Finding, Severity, Status

REGULAR, BOLD = 400, 700


class Face(StrEnum):
    """What a font is for."""

    TITLE = "title"
    BODY = "body"
    BLACK = "black"
    SCRIPT = "script"
    PLAIN = "plain"

    @property
    def label(self) -> str:
        """The name of the face in the standard."""
        return {
            "title": "小标宋体",
            "body": "仿宋体",
            "black": "黑体",
            "script": "楷体",
            "plain": "宋体",
        }[self.value]


# The names of the same face in different systems, the one to prefer first.
WANTED: Mapping[Face, tuple[str, ...]] = {
    Face.TITLE: ("方正小标宋简体", "方正小标宋_GBK", "FZXiaoBiaoSong-B05S", "FZXiaoBiaoSong-B05"),
    Face.BODY: ("仿宋_GB2312", "FangSong_GB2312", "仿宋", "FangSong", "方正仿宋_GBK", "STFangsong"),
    Face.BLACK: ("黑体", "SimHei", "方正黑体_GBK", "STHeiti"),
    Face.SCRIPT: ("楷体_GB2312", "KaiTi_GB2312", "楷体", "KaiTi", "方正楷体_GBK", "STKaiti"),
    Face.PLAIN: ("宋体", "SimSun", "方正书宋_GBK", "STSong"),
}
SERIF = ("Noto Serif CJK SC", "Source Han Serif SC", "Source Han Serif CN", "Noto Serif SC")
SANS = ("Noto Sans CJK SC", "Source Han Sans SC", "Source Han Sans CN", "Noto Sans SC")
SIGNS = ("Noto Sans Symbols 2", "Noto Sans Symbols2", "Segoe UI Symbol", "DejaVu Sans")
STAND_INS = {Face.BLACK: (SANS + SERIF, REGULAR), Face.TITLE: (SERIF + SANS, BOLD)}
ANY = "其他字体"


@dataclass(frozen=True, slots=True)
class Chosen:
    """The font for a face: families to try in turn, how heavy, and whether it only stands in."""

    families: tuple[str, ...]
    weight: int = REGULAR
    stands_in: bool = False


def wanted(face: Face, configured: Mapping[str, str]) -> tuple[str, ...]:
    """The names to look for, the configured one first."""
    own = configured.get(face.value, "")
    return ((own,) if own else ()) + WANTED[face]


def chosen(configured: Mapping[str, str], installed: Iterable[str]) -> dict[Face, Chosen]:
    """The font for every face, of those that are installed."""
    here = frozenset(installed)
    spare = _present(SERIF + SANS + SIGNS, here)
    found = {}
    for face in Face:
        names = [name for name in wanted(face, configured) if name in here]
        if names:
            found[face] = Chosen((names[0], *spare))
            continue
        others, weight = STAND_INS.get(face, (SERIF + SANS, REGULAR))
        found[face] = Chosen(_present(others + SIGNS, here), weight, stands_in=True)
    return found


def _present(names: Iterable[str], here: frozenset[str]) -> tuple[str, ...]:
    return tuple(name for name in names if name in here)


def substitution(fonts: Mapping[Face, Chosen]) -> tuple[Finding, ...]:
    """One note that says which fonts stand in for which."""
    pairs = [
        f"{face.label}以 {font.families[0] if font.families else ANY} 代替"
        for face, font in fonts.items()
        if font.stands_in
    ]
    return (note_of("LETTER-FONT", what="；".join(pairs)),) if pairs else ()


@dataclass(frozen=True, slots=True)
class Note:
    """One thing a reader of a document should know."""

    severity: Severity
    title: str
    text: str
    hint: str


NOTES = {
    "LETTER-FONT": Note(
        Severity.INFORMATION,
        "以其他字体代替",
        "本机没有公文格式要求的字体：{what}。",
        "请系统管理员安装相应字体，或者在设置 GONGKAI_LETTERS 中指明字体名称。",
    ),
    "LETTER-FONT-NAMED": Note(
        Severity.INFORMATION,
        "字体不随文件保存",
        "文件指定了{what}，但不含字体本身；打开文件的电脑没有这些字体时，会显示为其他字体。",
        "需要版式固定时，请改用 PDF。",
    ),
    "LETTER-GLYPH": Note(
        Severity.WARNING,
        "有字体里没有的字",
        "本机的字体缺少文中的“{what}”等字，这些字可能显示为空框，文件也不符合 PDF/A。",
        "请核对人名、地名中的生僻字；请系统管理员安装字数更多的字体。",
    ),
}


def note_of(code: str, **facts: str) -> Finding:
    """A note as a finding."""
    note = NOTES[code]
    status = Status.PASS if note.severity is Severity.INFORMATION else Status.UNCERTAIN
    return Finding(
        code, note.severity, note.title, note.text.format(**facts), note.hint, status=status
    )
