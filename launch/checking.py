"""./gk test, ./gk check and ./gk bench: what a builder runs."""

import subprocess
import time
from dataclasses import dataclass

from launch.environment import PYTHON, ROOT, VENV, RefusedError, ensure, say, variables

BUILDER = ("dev", "postgres")
TEST_SETTINGS = "gongkai.config.settings.test"


@dataclass(frozen=True)
class Check:
    """One step of ./gk check."""

    title: str
    command: tuple[str, ...]


TESTS = Check("测试", ("python", "-m", "pytest", "-n", "auto", "--dist", "worksteal", "-q"))
CHECKS = (
    Check("格式", ("ruff", "format", "--check", ".")),
    Check("规范", ("ruff", "check", ".")),
    Check("导入", ("lint-imports", "--no-logo")),
    Check("类型", ("mypy",)),
    Check(
        "迁移",
        ("python", "-m", "gongkai.config.manage", "makemigrations", "--check", "--dry-run"),
    ),
)


def test(arguments: list[str]) -> int:
    """Run every test over all processors, or what the arguments of pytest say."""
    ensure(BUILDER)
    return call((*TESTS.command, *arguments))


def check(arguments: list[str]) -> int:
    """Run every step, then say which of them failed. --no-tests leaves the last one out."""
    if set(arguments) - {"--no-tests"}:
        raise RefusedError("./gk check 只有一个选项：--no-tests（不运行测试）。")
    ensure(BUILDER)
    failed = [step.title for step in steps(with_tests=not arguments) if not passes(step)]
    say(f"未通过：{'、'.join(failed)}" if failed else "全部通过")
    return 1 if failed else 0


def steps(*, with_tests: bool) -> tuple[Check, ...]:
    """The steps in their order."""
    return (*CHECKS, TESTS) if with_tests else CHECKS


def passes(step: Check) -> bool:
    """Run one step, showing what it says."""
    say(f"—— {step.title} ——")
    began = time.monotonic()
    code = call(step.command)
    say(f"{step.title}：{'通过' if code == 0 else '未通过'}（{time.monotonic() - began:.1f} 秒）")
    return code == 0


def bench(arguments: list[str]) -> int:
    """Run one benchmark; its last line is the figure."""
    names = sorted(path.stem for path in (ROOT / "benchmarks").glob("[a-z]*.py"))
    if not arguments or arguments[0] not in names:
        raise RefusedError(
            f"请写明要运行的测量，例如 ./gk bench reading。可选：{'、'.join(names)}。"
        )
    ensure(BUILDER)
    return call(("python", f"benchmarks/{arguments[0]}.py", *arguments[1:]))


def call(command: tuple[str, ...]) -> int:
    """Run a program of .venv at the root; Ctrl-C reaches it and us alike."""
    program = str(PYTHON if command[0] == "python" else VENV / "bin" / command[0])
    env = variables(DJANGO_SETTINGS_MODULE=TEST_SETTINGS)
    return subprocess.run([program, *command[1:]], cwd=ROOT, env=env, check=False).returncode
