"""Settings of a running system."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from gongkai.config.settings.secret import secret_key


def started(script: str, **variables: str) -> str:
    """What a fresh process with these variables prints."""
    env = {**os.environ, "DJANGO_SETTINGS_MODULE": "gongkai.config.settings.base", **variables}
    command = [sys.executable, "-c", script]
    return subprocess.run(command, env=env, check=True, capture_output=True, text=True).stdout


def test_behind_https_django_only_asks_about_other_names_of_the_domain(tmp_path: Path) -> None:
    """Whether the other names of a domain speak HTTPS too is for its owner to say."""
    script = (
        "import django; django.setup()\n"
        "from django.core.checks import run_checks\n"
        "print([message.id for message in run_checks(include_deployment_checks=True)])"
    )
    found = started(script, GONGKAI_DATA=str(tmp_path), GONGKAI_HTTPS="1")
    assert found.strip() == "['security.W005', 'security.W021']"


def test_a_key_that_is_given_is_not_written(tmp_path: Path) -> None:
    assert secret_key("given", tmp_path) == "given"
    assert list(tmp_path.iterdir()) == []


def test_the_first_start_makes_a_key_and_later_starts_keep_it(tmp_path: Path) -> None:
    folder = tmp_path / "var"
    assert secret_key("", folder) == secret_key("", folder)
    assert (folder / "secret-key").stat().st_mode & 0o777 == 0o600


def test_a_folder_that_cannot_be_made_is_a_plain_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(ImproperlyConfigured, match="换一个可写的文件夹"):
        secret_key("", tmp_path / "file" / "var")


@pytest.mark.parametrize("given", ["https://gk.example.gov.cn", "https://gk.example.gov.cn/"])
def test_letters_name_the_page_where_applicants_look(given: str, tmp_path: Path) -> None:
    script = (
        "import django; django.setup()\n"
        "from django.conf import settings\n"
        "from django.urls import reverse\n"
        "print(settings.GONGKAI_TRACKING, reverse('portal:application-track'))"
    )
    address, path = started(script, GONGKAI_DATA=str(tmp_path), GONGKAI_ADDRESS=given).split()
    assert address == f"https://gk.example.gov.cn{path}"
