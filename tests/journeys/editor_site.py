"""A page with the editor and nothing else, for its own story."""

from django import forms
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template import engines
from django.urls import include, path

from gongkai.faces.common.forms import DeskForm, text
from gongkai.faces.common.rich_text import RichText, rich_text

PICTURE = "/files/7/map.svg"
SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="120" height="60"><circle r="30"/></svg>'
PAGE = """{% extends "common/base.html" %}{% load static %}
{% block title %}编辑{% endblock %}
{% block head %}{{ form.media }}
<script src="{% static 'gongkai/autosave.js' %}" type="module"></script>
<script src="{% static 'gongkai/findings.js' %}" type="module"></script>{% endblock %}
{% block face %}desk{% endblock %}
{% block frame %}<main id="main" class="page"><h1>编辑</h1>
<form method="post" data-autosave="/autosave/">{% csrf_token %}
{% include "common/_form.html" %}
<p data-autosaved></p><div data-conflict></div>
<p class="row"><button class="first">保存</button></p></form>
<h2>问题</h2><ul class="findings">{% for f in findings %}
<li class="finding {{ f.kind }}" data-finding="{{ f.finding }}" data-part="{{ f.part }}"
 data-start="{{ f.start }}" data-quote="{{ f.quote }}" data-kind="{{ f.kind }}"
 data-suggestion="{{ f.suggestion }}"><p>{{ f.quote }}</p>
<p><a href="#id_{{ f.part }}" data-goto>看“{{ f.quote }}”</a>
<button type="button" data-mend>改为“{{ f.suggestion }}”</button></p></li>{% endfor %}</ul>
<output class="rich-text">{{ sent }}</output></main>{% endblock %}"""
KEYS = ("finding", "part", "start", "quote", "kind", "suggestion")
FINDINGS = (
    dict(zip(KEYS, ("1", "body", 12, "公告", "error", "通告"), strict=True)),
    dict(zip(KEYS, ("2", "title", 0, "关与", "warning", "关于"), strict=True)),
)


class Sheet(DeskForm):
    """One item's title and text."""

    title = text("标题", 80)
    body = rich_text("正文", help_text="可以从文字处理软件里粘贴。")
    version = forms.CharField(widget=forms.HiddenInput({"data-always": ""}), initial="1")


class Store:
    """What was sent to the page, and how it answers the next time."""

    saved: list[dict[str, str]] = []  # noqa: RUF012 - one page, one story at a time
    answer: HttpResponse | None = None
    initial: dict[str, str] = {}  # noqa: RUF012


def sheet(request: HttpRequest) -> HttpResponse:
    form = Sheet(request.POST or None, initial={**Store.initial, "version": "1"})
    widget = form.fields["body"].widget
    assert isinstance(widget, RichText)
    widget.images_url = "/pictures/"
    sent = form.cleaned_data["body"] if form.is_bound and form.is_valid() else ""
    page = engines["django"].from_string(PAGE)
    return HttpResponse(page.render({"form": form, "sent": sent, "findings": FINDINGS}, request))


def autosave(request: HttpRequest) -> HttpResponse:
    if Store.answer is not None:
        return Store.answer
    Store.saved.append({name: str(request.POST[name]) for name in request.POST})
    return JsonResponse({"at": "14:05", "fields": {"version": str(len(Store.saved) + 1)}})


def pictures(_request: HttpRequest) -> HttpResponse:
    return JsonResponse({"pictures": [{"address": PICTURE, "name": "map.svg", "alt": ""}]})


def picture(_request: HttpRequest) -> HttpResponse:
    return HttpResponse(SVG, content_type="image/svg+xml")


urlpatterns = [
    path("sheet/", sheet),
    path("autosave/", autosave),
    path("pictures/", pictures),
    path(PICTURE.removeprefix("/"), picture),
    path("", include("gongkai.config.urls")),
]
