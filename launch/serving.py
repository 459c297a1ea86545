"""./gk run: portal, desk and worker on this machine."""

import argparse
import contextlib
import os
import socket
import subprocess
import tempfile
import time
from pathlib import Path

from launch.children import GLANCE, Children, Stop, stop_on_signals
from launch.environment import PYTHON, ROOT, VENV, RefusedError, ensure, say, variables

HOST = "127.0.0.1"
START_SECONDS = 30.0
MOST_WORKERS = 4
HIGHEST_PORT = 65535
MOST_SCALE = 1000


def run(arguments: list[str]) -> int:
    """Prepare everything and serve until somebody asks to stop."""
    options = parse(arguments)
    check_port(options.port)
    data = writable(options.data)
    ensure(options.extras)
    env = variables(
        DJANGO_SETTINGS_MODULE="gongkai.config.settings.base",
        GONGKAI_DATA=str(data),
        GONGKAI_DEMO="0" if options.no_demo else "1",
    )
    children = Children()
    stop_on_signals()
    try:
        accounts = prepare(env)
        serve(children, env, data, options.port)
        say(f"公开门户：http://{HOST}:{options.port}/\n工作台：http://{HOST}:{options.port}/desk/")
        say(f"{accounts}数据保存在：{data}\n按 Ctrl-C 停止。")
        children.watch()
    except Stop:
        say("\n正在停止……")
        return 0
    finally:
        with contextlib.suppress(Stop):
            children.stop()
    raise RefusedError("服务意外停止：请查看上面的日志。")


def demo(arguments: list[str]) -> int:
    """Write the invented city into a data folder, without serving it."""
    parser = argparse.ArgumentParser(prog="./gk demo", description="写入虚构的示范市")
    parser.add_argument("--scale", type=int, default=1, help="信息数量的倍数（默认 1）")
    parser.add_argument("--data", type=Path, default=usual_folder(), help=DATA_HELP)
    options = parser.parse_args(arguments)
    if not 0 < options.scale <= MOST_SCALE:
        raise RefusedError(f"倍数应当在 1 到 {MOST_SCALE} 之间。")
    data = writable(options.data)
    ensure()
    env = variables(
        DJANGO_SETTINGS_MODULE="gongkai.config.settings.base",
        GONGKAI_DATA=str(data),
        GONGKAI_DEMO="1",
    )
    say(f"{prepare(env, '--scale', str(options.scale))}数据保存在：{data}")
    return 0


def usual_folder() -> Path:
    """Where the data are when nobody says otherwise: in the variable, else beside the code."""
    return Path(os.environ.get("GONGKAI_DATA") or ROOT / "var")


DATA_HELP = "数据文件夹（默认是环境变量 GONGKAI_DATA 指定的文件夹，没有指定时是 var）"


def parse(arguments: list[str]) -> argparse.Namespace:
    """Read the options."""
    parser = argparse.ArgumentParser(prog="./gk run", description="启动公开门户、工作台和后台任务")
    parser.add_argument("--port", type=int, default=8000, help="端口（默认 8000）")
    parser.add_argument("--data", type=Path, default=usual_folder(), help=DATA_HELP)
    parser.add_argument(
        "--with",
        dest="extras",
        action="append",
        default=[],
        metavar="组件",
        help="另装可选组件：ocr（识别扫描件）、postgres",
    )
    parser.add_argument("--no-demo", action="store_true", help="不建演示账号")
    return parser.parse_args(arguments)


def check_port(port: int) -> None:
    """Refuse a port that cannot be listened on."""
    if not 0 < port <= HIGHEST_PORT:
        raise RefusedError(f"端口 {port} 无效：请用 1 到 {HIGHEST_PORT} 之间的数字。")
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except PermissionError as error:
            raise RefusedError(f"没有使用端口 {port} 的权限：请换一个 1024 以上的端口。") from error
        except OSError as error:
            message = f"端口 {port} 已被占用：请换一个，例如 ./gk run --port {port % 60000 + 1}。"
            raise RefusedError(message) from error


def writable(folder: Path) -> Path:
    """The data folder, made and tried."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            return folder.resolve()
    except OSError as error:
        message = f"数据文件夹 {folder} 不可写：请用 --data 换一个可写的文件夹。"
        raise RefusedError(message) from error


def prepare(env: dict[str, str], *options: str) -> str:
    """Bring the data up to date; returns what there is to tell."""
    say("正在准备数据……")
    command = [str(PYTHON), "-m", "gongkai.config.manage", "prepare", *options]
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=False)
    if done.returncode:
        last = done.stderr.strip().splitlines()[-1:]
        raise RefusedError("\n".join(["准备数据失败：", *last]))
    return done.stdout


def serve(children: Children, env: dict[str, str], data: Path, port: int) -> None:
    """Start the server and the worker, and wait until the server answers."""
    workers = min(MOST_WORKERS, os.cpu_count() or 1)
    server = [str(VENV / "bin" / "granian"), "--interface", "wsgi", "--host", HOST]
    server += ["--port", str(port), "--workers", str(workers), "--blocking-threads", "1"]
    server += ["--static-path-route", "/static", "--static-path-mount", str(data / "static")]
    server += ["--log-level", "warning", "--respawn-failed-workers"]
    children.start([*server, "gongkai.config.wsgi:application"], env)
    children.start([str(PYTHON), "-m", "gongkai.config.manage", "work"], env)
    deadline = time.monotonic() + START_SECONDS
    while not answers(port):
        if children.ended() or time.monotonic() > deadline:
            raise RefusedError("服务没有启动成功：请查看上面的日志。")
        time.sleep(GLANCE)


def answers(port: int) -> bool:
    """Whether somebody listens on the port."""
    with socket.socket() as probe:
        return probe.connect_ex((HOST, port)) == 0
