"""Events survive the table they wait in."""

import json

from gongkai.core.events import WorkdaysLoaded, kind, pack, unpack
from gongkai.core.events.event import KINDS, Event


def test_an_event_comes_out_as_it_went_in() -> None:
    event = WorkdaysLoaded(2026)
    stored = json.loads(json.dumps(pack(event)))
    assert unpack(kind(event), stored) == event


def test_every_event_can_be_unpacked() -> None:
    assert set(KINDS) == {event.__name__ for event in Event.__subclasses__()}
