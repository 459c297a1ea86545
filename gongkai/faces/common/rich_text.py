"""The field in which an official text is written: an editor, and without script a plain field.

The field's value is HTML. Whatever comes in is to be made safe by the action that takes it; the
editor only helps to write what will be kept.

`images_url` is where the editor asks for pictures that were uploaded before. The answer is JSON:
`{"pictures": [{"address": "/files/3/map.png", "name": "map.png", "alt": "…"}]}`.
"""

from typing import Any

from django import forms
from django.forms.widgets import Media, Script


class RichText(forms.Textarea):
    """The widget; its `media` loads the editor as a module of our own."""

    template_name = "common/rich_text.html"

    def __init__(self, images_url: str = "", attrs: dict[str, object] | None = None) -> None:
        super().__init__({"rows": 16, "data-rich": "", **(attrs or {})})
        self.images_url = images_url

    @property
    def media(self) -> Media:
        """The editor's script."""
        script = Script("gongkai/editor.js", type="module")
        return Media(js=(script,))  # type: ignore[arg-type] # the stubs know file names only

    def get_context(self, name: str, value: object, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """What the template shows, with the address of the pictures."""
        context: dict[str, Any] = super().get_context(name, value, attrs)
        context["widget"]["images_url"] = self.images_url
        return context


def rich_text(label: str, *, help_text: str = "", required: bool = True) -> forms.CharField:
    """A field for an official text."""
    return forms.CharField(
        label=label,
        help_text=help_text,
        required=required,
        strip=False,
        widget=RichText(),
        error_messages={"required": "正文还没有写。"},
    )
