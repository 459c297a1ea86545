"""The commands of ./gk, and which of them a command line names."""

import os
import sys
from collections.abc import Callable

from launch.checking import bench, check, test
from launch.environment import PYTHON, RefusedError, ensure, variables
from launch.serving import demo, run

INTERRUPTED = 130
WRONG_USE = 2
REFUSED = 2  # 1 is what a check says when it finds something

USAGE = """\
用法：./gk 命令 [选项]

  run       启动公开门户和工作台（--port 端口，--data 文件夹，--with ocr，--no-demo）
  demo      写入虚构的示范市：机关、人员、三年的信息（--scale 倍数，--data 文件夹）
  report    读取、检查、对照、汇总年度报告；./gk report --help 查看用法
  deadline  推算答复期限：./gk deadline 2025-01-20；./gk deadline --help 查看用法
  fee       计算信息处理费：./gk fee --items 35 或者 ./gk fee --pages 150
  journal   核验、封存、清理办理记录；./gk journal --help 查看用法
  test      运行全部测试（可接 pytest 的参数）
  check     格式、规范、导入、类型、迁移、测试，逐项检查（--no-tests 不运行测试）
  bench     运行一项性能测量：./gk bench 名称
  install   只安装依赖（--with ocr，--with postgres，--with dev）
  manage    Django 的管理命令，例如 ./gk manage createsuperuser"""


def main(arguments: list[str]) -> int:
    """Run one command; its exit code is ours."""
    name, rest = (arguments[0], arguments[1:]) if arguments else ("", [])
    if name in {"", "help", "-h", "--help"}:
        print(USAGE)
        return 0 if name else WRONG_USE
    command = COMMANDS.get(name)
    if command is None:
        print(f"没有 {name} 这个命令。\n\n{USAGE}", file=sys.stderr)
        return WRONG_USE
    try:
        return command(rest)
    except RefusedError as refusal:
        print(refusal, file=sys.stderr)
        return REFUSED
    except KeyboardInterrupt:
        return INTERRUPTED


def report(arguments: list[str]) -> int:
    """Hand over to the console face."""
    return become("gongkai.faces.console", ["report", *arguments])


def journal(arguments: list[str]) -> int:
    """Hand over to the console face."""
    return become("gongkai.faces.console", ["journal", *arguments])


def deadline(arguments: list[str]) -> int:
    """Hand over to the console face."""
    return become("gongkai.faces.console", ["deadline", *arguments])


def fee(arguments: list[str]) -> int:
    """Hand over to the console face."""
    return become("gongkai.faces.console", ["fee", *arguments])


def manage(arguments: list[str]) -> int:
    """Hand over to Django's commands."""
    return become("gongkai.config.manage", arguments)


def become(module: str, arguments: list[str]) -> int:
    """Turn into a program of .venv: signals and exit code are then its own."""
    ensure()
    os.execve(PYTHON, [str(PYTHON), "-m", module, *arguments], variables())


def install(arguments: list[str]) -> int:
    """Install the dependencies and these extras, and nothing else."""
    extras = [word for word in arguments if word != "--with"]
    ensure(extras)
    return 0


COMMANDS: dict[str, Callable[[list[str]], int]] = {
    "run": run,
    "demo": demo,
    "report": report,
    "deadline": deadline,
    "fee": fee,
    "journal": journal,
    "test": test,
    "check": check,
    "bench": bench,
    "install": install,
    "manage": manage,
}
