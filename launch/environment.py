"""The environment .venv: made when missing, brought up to date when the pinned versions change."""

import hashlib
import importlib.util
import json
import os
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
STAMP = VENV / "gk.json"
CONSTRAINTS = ROOT / "constraints.txt"
PROJECT = ROOT / "pyproject.toml"
OLDEST = (3, 11)
LAST_LINES = 5


class RefusedError(Exception):
    """Something is missing or in the way; the message says in Chinese what to do."""


@dataclass(frozen=True)
class Stamp:
    """What .venv holds: the fingerprint of the pins, and the extras."""

    fingerprint: str = ""
    extras: tuple[str, ...] = ()


def ensure(extras: Iterable[str] = ()) -> None:
    """Make .venv hold the pinned packages and these extras. Quick when it already does."""
    held = read_stamp()
    wanted = tuple(sorted({*held.extras, *extras}))
    packages = requirements(wanted)
    if held == Stamp(fingerprint(packages), wanted):
        return
    make_venv()
    install(packages)
    write_stamp(Stamp(fingerprint(packages), wanted))


def read_stamp() -> Stamp:
    """What was installed last, as far as that was finished."""
    try:
        stamp = json.loads(STAMP.read_text(encoding="utf-8"))
        return Stamp(stamp["fingerprint"], tuple(stamp["extras"]))
    except (OSError, ValueError, LookupError, TypeError):
        return Stamp()


def write_stamp(stamp: Stamp) -> None:
    """Keep what has been installed."""
    try:
        STAMP.write_text(json.dumps(asdict(stamp)), encoding="utf-8")
    except OSError as error:
        raise RefusedError(f"文件夹 {VENV} 不可写：请检查它的权限，再重试。") from error


def fingerprint(packages: list[str]) -> str:
    """What the contents of .venv depend on: the packages, their pins, the Python behind it."""
    parts = (CONSTRAINTS.read_bytes(), "\n".join(packages).encode(), bytes(PYTHON.resolve()))
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def requirements(extras: Iterable[str]) -> list[str]:
    """The packages the project asks for, with those of the extras."""
    project = tomllib.loads(PROJECT.read_text(encoding="utf-8"))["project"]
    optional = project["optional-dependencies"]
    if unknown := sorted(set(extras) - set(optional)):
        names = "、".join(sorted(optional))
        raise RefusedError(f"没有名为 {'、'.join(unknown)} 的可选组件，可选的有：{names}。")
    return [*project["dependencies"], *(name for extra in extras for name in optional[extra])]


def make_venv() -> None:
    """Make .venv, unless there is one that works."""
    if works():
        return
    if importlib.util.find_spec("venv") is None or importlib.util.find_spec("ensurepip") is None:
        raise RefusedError("缺少 Python 的 venv 模块：请先运行 apt install python3-venv，再重试。")
    try:
        VENV.mkdir(exist_ok=True)
        with tempfile.TemporaryFile(dir=VENV):
            pass
    except OSError as error:
        message = f"文件夹 {VENV.parent} 不可写：请把程序放到可写的文件夹里，再重试。"
        raise RefusedError(message) from error
    say("正在建立运行环境 .venv ……")
    run_quietly([sys.executable, "-m", "venv", "--clear", str(VENV)], "无法建立运行环境 .venv")


def works() -> bool:
    """Whether .venv has a Python, new enough, that finds its own packages."""
    command = [str(PYTHON), "-c", f"import sys, pip; sys.exit(sys.version_info < {OLDEST})"]
    try:
        return subprocess.run(command, capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def install(packages: list[str]) -> None:
    """Install exactly the pinned versions."""
    say(f"正在安装依赖（{len(packages)} 项，首次约需一分钟）……")
    pip = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    failure = "安装依赖失败：请检查网络或 pip 的软件源设置，再重试"
    run_quietly([*pip, "--constraint", str(CONSTRAINTS), *packages], failure)


def run_quietly(command: list[str], failure: str) -> None:
    """Run a program; on failure refuse with its last words."""
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    if done.returncode:
        words = (done.stdout + done.stderr).strip().splitlines()[-LAST_LINES:]
        raise RefusedError("\n".join([f"{failure}。", *words]))


def variables(**more: str) -> dict[str, str]:
    """The environment variables of a program that runs in .venv."""
    path = os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH")]))
    return {**os.environ, "PYTHONPATH": path, **more}


def say(sentence: str) -> None:
    """Tell the person at the terminal what is going on."""
    print(sentence, file=sys.stderr, flush=True)
