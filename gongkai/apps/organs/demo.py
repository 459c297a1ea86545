"""The demo: one invented organ and an account for each role."""

from django.db import transaction

from gongkai.apps.journal.record import record
from gongkai.apps.organs.models import Member, Organ, User
from gongkai.core.identity import Actor, Role

ORGAN_NAME = "示范县人民政府办公室（演示）"
ROLES = (Role.HANDLER, Role.REVIEWER, Role.APPROVER, Role.ADMINISTRATOR)


@transaction.atomic
def prepare_demo(actor: Actor, *, password: str) -> tuple[tuple[str, str], ...]:
    """Create what is missing of the demo; returns each account's name and role."""
    organ, _ = Organ.objects.get_or_create(name=ORGAN_NAME)
    for role in ROLES:
        user, is_new = User.objects.get_or_create(username=role.value, first_name=role.label)
        if not user.check_password(password):
            user.set_password(password)
            user.save(update_fields=["password"])
        Member.objects.get_or_create(user=user, defaults={"organ": organ, "roles": [role.value]})
        if is_new:
            record(actor, "create_demo_account", f"user:{user.pk}", after={"role": role.value})
    return tuple((role.value, role.label) for role in ROLES)
