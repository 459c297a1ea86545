"""Addresses that move: where whoever follows comes to."""

import pytest

from gongkai.core.catalogue.addresses import leads_back

MOVES = {"/a/": "/b/", "/b/": "/c/?organ=1", "/x/": "/y/", "/y/": "/x/"}


@pytest.mark.parametrize(
    ("target", "path", "is_back"),
    [
        pytest.param("/a/", "/a/", True, id="转到自己"),
        pytest.param("/a/?page=2", "/a/", True, id="转到自己的第二页"),
        pytest.param("/a/", "/c/", True, id="两步以后转回"),
        pytest.param("/c/", "/a/", False, id="到头"),
        pytest.param("/x/", "/a/", False, id="原来就有的循环"),
    ],
)
def test_whether_a_way_comes_back(target: str, path: str, is_back: bool) -> None:
    assert leads_back(target, path, MOVES) == is_back
