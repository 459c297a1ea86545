"""What is looked for in the journal, as its form and its address say it."""

from django import forms
from django.http import HttpRequest, QueryDict

from gongkai.apps.organs.audit_queries import Asked
from gongkai.faces.common.forms import DeskForm, choice, day, text
from gongkai.faces.desk.journal_words import VERBS

NAME_LENGTH, SUBJECT_LENGTH = 100, 120
ALL = "全部"
BY_WORD = sorted(VERBS.items(), key=lambda row: row[1])


class AskingForm(DeskForm):
    """By person, organ, verb, subject, days."""

    person = text("操作人", NAME_LENGTH, required=False)
    organ = choice("机关", (), required=False)
    verb = choice("事项", (), required=False)
    subject = text("对象编号", SUBJECT_LENGTH, required=False)
    since = day("从", required=False)
    until = day("到", required=False)

    def __init__(self, sent: QueryDict, organs: dict[int, str]) -> None:
        super().__init__(sent)
        named = sorted(organs.items(), key=lambda row: row[1])
        offered = {"organ": [(str(pk), name) for pk, name in named], "verb": BY_WORD}
        for name, choices in offered.items():
            field = self.fields[name]
            if isinstance(field, forms.ChoiceField):
                field.choices = [("", ALL), *choices]

    @property
    def asked(self) -> Asked:
        """What the form asks for; a field that is wrong asks for nothing."""
        self.is_valid()
        days = self.cleaned_data
        return Asked(
            person=self.said("person"),
            organ_id=self.number("organ"),
            verb=self.said("verb"),
            subject=self.said("subject"),
            since=days.get("since"),
            until=days.get("until"),
        )


def asking(request: HttpRequest, organs: dict[int, str]) -> AskingForm:
    """The form as the request fills it."""
    sent = request.POST if request.method == "POST" else request.GET
    return AskingForm(sent, organs)
