"""The line every bench ends with, and where real reports lie."""

import os
from pathlib import Path

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gongkai.config.settings.defaults")
ROOT = Path(__file__).resolve().parents[1]


def line(name: str, figure: float, unit: str, floor: float) -> str:
    """Name, figure, unit, floor, ratio."""
    ratio = figure / floor if floor else float("nan")
    return f"{name} {figure:.2f} {unit}, floor {floor:.2f} {unit}, ratio {ratio:.4f}"


def samples() -> Path:
    """The folder of real reports; it may not be there."""
    return Path(os.environ.get("GONGKAI_SAMPLES") or ROOT / "../shared").resolve()
