"""An index of other tables is never taken for one of ours."""

from zlib import crc32

from nkfacts.index import building as whole
from nkfacts.index import cache
from nkfacts.index import tables as compiling
from nkfacts.model.records import PARTS


def test_the_version_of_the_index_rises_with_its_tables():
    tables = compiling._SCHEMA + whole._INDEXES + "".join(compiling._table(part) for part in PARTS)
    known = {3: 0x5780210C}
    assert known[cache._SCHEMA_VERSION] == crc32(tables.encode()), (
        "the tables changed: raise _SCHEMA_VERSION in cache.py and write the new number here, "
        "so that the indexes kept by earlier versions are built anew"
    )
