"""The field for an official text: a plain field that a script of our own turns into an editor."""

import re
from pathlib import Path

import pytest
from django import forms
from django.contrib.staticfiles import finders
from django.core.management import call_command
from pytest_django import Settings

from gongkai.faces.common.rich_text import RichText, rich_text

STATIC = Path(__file__).resolve().parents[3] / "gongkai/faces/common/static/gongkai"
SCRIPTS = ("editor.js", "editor_text.js", "editor_bar.js", "autosave.js", "findings.js")


class Sheet(forms.Form):
    body = rich_text("正文", help_text="可以粘贴。")


def addresses(html: str) -> list[str]:
    return re.findall(r'data-(?:library|text|bar)="/static/([^"]+)"', html)


def test_the_field_is_a_plain_one_without_script() -> None:
    html = str(Sheet(initial={"body": "<p>甲 & 乙</p>"})["body"])
    assert '<textarea name="body"' in html
    assert "&lt;p&gt;甲 &amp; 乙&lt;/p&gt;" in html
    assert 'aria-describedby="id_body_helptext"' in html


def test_what_was_typed_comes_as_it_is_and_an_empty_text_is_refused() -> None:
    assert Sheet({"body": " <p>甲</p>\n"}).fields["body"].clean(" <p>甲</p>") == " <p>甲</p>"
    assert Sheet({"body": ""}).errors == {"body": ["正文还没有写。"]}


def test_every_script_that_the_page_loads_is_served_by_this_system() -> None:
    found = addresses(RichText().render("body", "", {}))
    assert len(found) == 3
    assert [address for address in found if finders.find(address) is None] == []
    assert str(RichText().media) == (
        '<script src="/static/gongkai/editor.js" type="module"></script>'
    )


def test_the_address_of_pictures_is_handed_over_and_cannot_break_out() -> None:
    assert 'data-images-url="/pictures/?a=1&amp;b=2"' in RichText("/pictures/?a=1&b=2").render(
        "body", "", {}
    )
    assert '"><script' not in RichText('"><script>').render("body", "", {})
    assert "data-images-url" not in RichText().render("body", "", {})


def test_hashed_addresses_are_handed_over_where_files_carry_their_version(
    settings: Settings, tmp_path: Path
) -> None:
    settings.STATIC_ROOT = tmp_path
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.ManifestStaticFilesStorage"},
    }
    call_command("collectstatic", interactive=False, verbosity=0)
    found = addresses(RichText().render("body", "", {}))
    assert all(re.search(r"\.[0-9a-f]{12}\.js$", address) for address in found)
    assert [address for address in found if not (tmp_path / address).is_file()] == []


@pytest.mark.parametrize("name", SCRIPTS)
def test_a_script_imports_nothing_by_a_name_that_hashing_would_change(name: str) -> None:
    source = (STATIC / name).read_text(encoding="utf-8")
    assert re.findall(r"^\s*import\b[^(]|\bfrom\s+[\"']", source, re.MULTILINE) == []
    assert (
        re.findall(r"\beval\(|new Function\(|\.style\s*=|\.cssText|createElement\(\"style", source)
        == []
    )
