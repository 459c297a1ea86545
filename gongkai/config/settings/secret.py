"""The secret key: from the environment, else made once and kept beside the data."""

from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

from gongkai.apps.wires.secrets import kept_secret


def secret_key(given: str, folder: Path) -> str:
    """The key that was given, or the one in the data folder; the first start writes it."""
    if given:
        return given
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return kept_secret(folder / "secret-key", 48)
    except OSError as error:
        message = f"无法在 {folder} 中保存密钥：请换一个可写的文件夹，或设置 GONGKAI_SECRET_KEY。"
        raise ImproperlyConfigured(message) from error
