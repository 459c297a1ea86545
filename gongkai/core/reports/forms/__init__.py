"""Both statutory forms as data."""

from gongkai.core.reports.forms import form_2019, form_2021
from gongkai.core.reports.forms.form import Column, Form, Row, Table, row_paths

FORMS = (form_2019.FORM, form_2021.FORM)
FORM_2019, FORM_2021 = FORMS
BY_KEY = {form.key: form for form in FORMS}
PRE_2019 = "pre-2019"


def form_for(year: int) -> Form | None:
    """The form a report of that year is written on; None before 2019 (R2-04)."""
    return next((form for form in FORMS if form.covers(year)), None)


__all__ = [
    "BY_KEY",
    "FORMS",
    "FORM_2019",
    "FORM_2021",
    "PRE_2019",
    "Column",
    "Form",
    "Row",
    "Table",
    "form_for",
    "row_paths",
]
