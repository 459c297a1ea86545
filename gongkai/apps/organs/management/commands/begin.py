"""Begin a new system: its first organ, and one person for each of the three administrators."""

import secrets
from argparse import ArgumentParser

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone

from gongkai.apps.organs.duties import DutyFacts, give_duty
from gongkai.apps.organs.facts import Basis, OrganFacts
from gongkai.apps.organs.founding import found_organ
from gongkai.apps.organs.models import Duty, Organ
from gongkai.apps.organs.people import register_person
from gongkai.core.finding import BlockedError
from gongkai.core.identity import SYSTEM, OrganKind, Role

WHO = {
    "administrator": Role.ADMINISTRATOR,
    "security": Role.SECURITY_ADMINISTRATOR,
    "auditor": Role.AUDITOR,
}
BYTES = 12


class Command(BaseCommand):
    """./gk manage begin."""

    help = "登记第一个机关和它的系统管理员、安全管理员、审计员，并打印各自的初始密码。只能用一次。"

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The organ and three user names."""
        parser.add_argument("--organ", required=True, help="最高一级机关的全称")
        kinds = [kind.value for kind in OrganKind]
        parser.add_argument("--kind", default=OrganKind.CITY.value, choices=kinds, help="类别")
        parser.add_argument("--region-code", default="", help="行政区划代码")
        parser.add_argument("--document", required=True, help="设立机关的依据文件")
        for name, role in WHO.items():
            parser.add_argument(f"--{name}", required=True, help=f"{role.label}的用户名")

    def handle(self, *_args: object, **options: str) -> None:
        """Do it in one piece, or say what is in the way."""
        if Duty.objects.filter(role=Role.SECURITY_ADMINISTRATOR).exists():
            message = "已经有安全管理员，不再需要这个命令：请登录后在“机构与人员”中办理。"
            raise CommandError(message)
        try:
            with transaction.atomic():
                self._begin(options)
        except BlockedError as error:
            said = "".join(f"{finding.text}{finding.hint}" for finding in error.findings)
            raise CommandError(said) from error

    def _begin(self, options: dict[str, str]) -> None:
        today = timezone.localdate()
        facts = OrganFacts(OrganKind(options["kind"]), None, options["region_code"])
        basis = Basis(today, options["document"], today)
        organ = found_organ(SYSTEM, name=options["organ"], facts=facts, basis=basis)
        for name, role in WHO.items():
            self._appoint(organ, options[name], role, basis)

    def _appoint(self, organ: Organ, username: str, role: Role, basis: Basis) -> None:
        user = register_person(SYSTEM, organ_id=organ.pk, name=role.label, username=username)
        password = secrets.token_urlsafe(BYTES)
        user.set_password(password)
        user.save(update_fields=["password"])
        give_duty(SYSTEM, facts=DutyFacts(user.pk, organ.pk, role.value, basis.day))
        self.stdout.write(f"{role.label}：用户名 {user.username}，初始密码 {password}")
