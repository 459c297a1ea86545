"""The words of the console: help, headings, and sentences about bad input."""

from typing import Final

USAGE: Final = "用法："
OPTIONS: Final = "选项"
ARGUMENTS: Final = "参数"
COMMANDS: Final = "命令"
HELP: Final = "显示这段说明"
BAD_USAGE: Final = "命令写法不对：{what}。运行“{program} -h”查看用法。"
TRANSLATED: Final = (
    (r"the following arguments are required: (.*)", r"缺少 \1"),
    (r"unrecognized arguments: (.*)", r"不认识“\1”"),
    (r"argument (\S+): expected .*", r"\1 后面缺少内容"),
    (r"argument (\S+): invalid choice: '?([^' ]*)'?.*", r"\1 没有“\2”这一项"),
    (r"argument .*: invalid _day value: '?([^']*)'?", r"“\1”不是日期，请写成 2025-01-20 的样子"),
    (r"one of the arguments (\S+) (\S+) is required", r"缺少 \1 或者 \2"),
    (r"argument (\S+): invalid .* value: '?([^']*)'?", r"\1 后面的“\2”不是合适的数"),
    (r"argument (\S+): not allowed with argument (\S+)", r"\1 与 \2 不能同时使用"),
)

PROGRAM: Final = "公开：读取、检查政府信息公开工作年度报告"
REPORT: Final = "年度报告：读取、检查、对比、汇总"
READ: Final = "读取年度报告，列出表格、存疑的数字和说明"
CHECK: Final = "检查年度报告，列出全部问题；没有错误退出码为 0，有错误为 1，读不出为 2"
COMPARE: Final = "对比同一机关几个年度的报告，或者几个机关的报告"
ROLLUP: Final = "核对地区汇总与各机关之和，找出缺报和雷同的机关"
BATCH: Final = "读取并检查整个文件夹，可以随时中断，再次运行从中断处继续"
JOURNAL: Final = "办理记录：核验、封存、清理"
VERIFY: Final = "核验办理记录是否完整；完整退出码为 0，有改动或者缺失为 1，无法核验为 2"
SEAL: Final = "把办理记录末端的校验值封存到文件，放在别处，日后核验用"
EXPIRE: Final = "清理超过保存期限的办理记录；先核验，不完整时不清理"
SEAL_FILE: Final = "封存文件；不写时用数据文件夹里的 journal-seals.jsonl"
SEAL_GIVEN: Final = "另外用这个封存文件比对（可以写几次）"
DEADLINE: Final = "推算依申请公开的答复期限，列出计算过程"
RECEIVED: Final = "收到申请之日，例如 2025-01-20"
PAUSE: Final = "征求第三方或者其他机关意见：发出日期、收到意见（或者意见期限届满）日期；可以写几次"
EXTENDED: Final = "答复期限已经延长 20 个工作日"
FEE: Final = "计算信息处理费，列出计算过程"
ITEMS: Final = "按件计收：件数（同一申请人、同一自然月）"
PAGES: Final = "按量计收：一件申请提供的页数"
BEFORE: Final = "按件计收时，本月在前的件数（默认 0）"
JSON_ONE: Final = "输出一行 JSON"
DAY_METAVAR: Final = "日期"
PAUSE_METAVARS: Final = ("发出日期", "收到日期")
FILES: Final = "年度报告文件（txt、md、html、docx、pdf、ofd 等）"
JSON: Final = "每份报告输出一行 JSON"
HTML: Final = "另存为网页文件"
XLSX: Final = "另存为 Excel 工作簿"
ALL_FINDINGS: Final = "连同通过的检查一起列出"
REGION: Final = "地区汇总报告；不写时取第一个文件"
ROSTER: Final = "应报机关名单（txt、csv 或 xlsx，每行一个机关）"
FOLDER: Final = "放年度报告的文件夹，包含下级文件夹"
OUT: Final = "结果文件夹"
WORKERS: Final = "同时工作的进程数（默认等于处理器数）"
SECONDS: Final = "每个文件最多用多少秒（默认 120）"

FILE_METAVAR: Final = "文件"
OUT_METAVAR: Final = "输出文件"
FOLDER_METAVAR: Final = "文件夹"
NUMBER_METAVAR: Final = "数"

DUE: Final = "答复期限：{day}{provisional}"
PROVISIONAL: Final = "（暂定）"
FEE_IS: Final = "信息处理费：{fee} 元"
STEP: Final = "{number}. {text}"
DAY_RANGE: Final = "日期 {day} 超出可以推算的范围（{first} 至 {last}）。请核对年份。"
ENDLESS: Final = "征求意见的时间太长，推算不出届满日。请核对日期。"
ONLY_ITEMS: Final = "--before 只能与 --items 同时使用。"
NO_FILE: Final = "找不到文件“{path}”。请检查路径是否写对。"
IS_FOLDER: Final = "“{path}”是文件夹，不是文件。整个文件夹请用 report batch。"
CANNOT_OPEN: Final = "打不开文件“{path}”（{reason}）。请检查文件权限。"
TOO_BIG: Final = "文件“{path}”有 {size} MB，超过 {most} MB 的上限。请拆分或者压缩后再试。"
NO_ORGANS: Final = "汇总至少需要一份地区报告和一份机关报告，现在只读出 {count} 份。请补上文件。"
NO_PAIR: Final = "对比至少需要两份报告，现在只读出 {count} 份。请补上文件。"
REGION_UNREADABLE: Final = "没有从地区汇总文件“{path}”读出报告，无法汇总。请换一个可读的文件。"
BAD_ROSTER: Final = "读不出机关名单“{path}”：{reason}。请使用每行一个机关的 txt、csv 或 xlsx 文件。"
EMPTY_ROSTER: Final = "里面没有机关名称"
NOT_TEXT: Final = "不是 UTF-8 或 GB18030 编码的文字"
NOT_WORKBOOK: Final = "不是可以打开的 xlsx 工作簿"
SAME_FILE: Final = "“{path}”既是输入又是输出，为避免覆盖原件没有写入。请换一个输出文件名。"
BROKEN: Final = (
    "程序内部出错（{what}），没有完成。详情已写入“{path}”，请把它连同原文件交给维护人员。"
)
STOPPED: Final = "已中断。"

FORM: Final = "格式"
FILE: Final = "文件"
PARTS: Final = "由几个文件合成"
APPENDIX: Final = "统计附表"
NO_TABLES: Final = "2019 年以前的报告没有法定表格，以下只列出文字中读到的内容。"
NO_TABLE: Final = "原文没有这张表"
INSTEAD: Final = "原文以文字代替：{text}"
DOUBTS: Final = "存疑（{count}）"
CANDIDATES: Final = "可能是"
NOTES: Final = "说明"
FIGURES: Final = "文字中的数字（{count}）"
LEGEND: Final = "图例"
ADVICE: Final = "建议"
CITE: Final = "依据"
SOURCE: Final = "原文"
CLEAN: Final = "没有发现错误"
UNREADABLE: Final = "读不出"
WRITTEN: Final = "已写入 {path}"
CELL: Final = "指标"
DIFFERENT: Final = "只列出不为零的指标，表三只列总计列和不一致的列；行末有“≠”的不一致"
MORE_NAMES: Final = "屏幕上只列出前 {shown} 列（共 {count} 列），全部内容请用 --xlsx 或 --json"
EMPTY_BOX: Final = "空格"
ABOUT: Final = "约"
FRESH: Final = "不接着上次的结果，全部重新读取"
READING: Final = "读取"
BAR: Final = "读取（读不出 {unreadable}）"
PROGRESS_LINE: Final = "已处理 {files}/{total}，读不出 {unreadable}"
OVERDUE: Final = "“{name}”读取超过时限，已放弃。请检查文件是否过大，或者用 --seconds 放宽时限。"
CRASHED: Final = "读取“{name}”时处理进程意外退出{detail}。请单独打开该文件，检查是否损坏。"
NO_FOLDER: Final = "找不到文件夹“{path}”。请检查路径是否写对。"
NO_OUT: Final = "无法使用结果文件夹“{path}”（{reason}）。请换一个可以写入的位置。"
LOCKED: Final = "另一个程序正在往“{path}”写结果。请等它结束，或者换一个结果文件夹。"
OTHER_JOB: Final = (
    "“{out}”里已有另一次任务（{before}）或者另一种选项的结果。"
    "请换一个结果文件夹，或者加 --fresh 重新开始。"
)
BAD_LEDGER: Final = "“{out}”里的进度记录已损坏。请换一个结果文件夹，或者加 --fresh 重新开始。"
RUN_FAILED: Final = (
    "写入“{out}”时出错（{reason}）。请检查磁盘空间和权限，再运行一次就会从中断处继续。"
)
NO_WORKERS: Final = "处理进程无法启动（{reason}）。请检查内存和程序安装是否完整。"
NOTHING_THERE: Final = "“{folder}”里没有可以读取的文件（txt、md、html、docx、pdf、ofd 等）。"
NOT_ENTERED: Final = "进不了文件夹“{path}”，其中的文件没有读取。请检查权限。"
LAST_LINE: Final = (
    "共 {files} 个文件（其中 {resumed} 个沿用上次结果），读出 {reports} 份报告，{errors} 处错误，"
    "{doubted} 份存疑，{unreadable} 个文件读不出；结果在 {out}"
)
NO_DATABASE: Final = (
    "打不开数据库（{reason}）。请先运行 ./gk run 或者 ./gk manage prepare；"
    "数据在别处时，请设置 GONGKAI_DATA 或者 DATABASE_URL。"
)
CONSOLE_ACTOR: Final = "控制台 {name}"
VERIFYING: Final = "核验"
CHAIN_WHOLE: Final = "完整：核验 {checked} 条，第 {first} 号至第 {last} 号，没有改动，也没有缺失。"
CHAIN_BROKEN: Final = (
    "有改动或者缺失：核验 {checked} 条，发现 {flaws} 处。请保留现场，报告安全管理员。"
)
CHAIN_FLAW: Final = "{place}{at}：{what}"
CHAIN_AT: Final = "（{at:%Y-%m-%d %H:%M:%S}）"
MORE_FLAWS: Final = "……其余 {count} 处没有列出。"
SEALED: Final = "已封存第 {sequence} 号的校验值（{algorithm}）到 {path}。请把该文件存放到别处。"
NOTHING_TO_SEAL: Final = "办理记录是空的，没有封存。"
EXPIRED: Final = "已清理 {removed} 条超过 {days} 天的办理记录；其余的链从封存点接续。"
NOTHING_EXPIRED: Final = "没有超过 {days} 天的办理记录，没有清理。"
GUARD: Final = "恢复数据库中防止修改和删除办理记录的触发器"
GUARDED: Final = "已恢复触发器：{names}。这次恢复已记入办理记录。"
NOTHING_TO_GUARD: Final = "触发器都在，没有需要恢复的。"
NOT_EXPIRED: Final = "办理记录不完整，为保留证据没有清理。"
ROSTER_HEADS: Final = ("机关", "机关名称", "机关全称", "单位", "单位名称", "名称", "序号")
NO_SOURCES: Final = "结果中不写每个数字的出处，文件小得多"
