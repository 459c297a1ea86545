"""Pictures of texts that are not public yet, for those who work on them."""

from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpRequest

from gongkai.apps.files import queries as files
from gongkai.apps.publishing.queries import may_read_file
from gongkai.core.identity import NotAllowedError
from gongkai.core.ports import FileKind
from gongkai.faces.common.asking import actor


def picture_of(request: HttpRequest, file_id: int) -> tuple[str, str, bytes]:
    """Name, kind and bytes of a picture of the actor's organ. Raises Http404 for all else."""
    who = actor(request)
    if not may_read_file(who, file_id):
        raise Http404
    try:
        row = files.file(who, file_id)
    except (ObjectDoesNotExist, NotAllowedError) as error:
        raise Http404 from error
    if row.state != "ready" or not FileKind(row.kind).is_picture:
        raise Http404
    name, data = files.content(file_id)
    return name, row.kind, data
