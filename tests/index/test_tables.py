"""An index of other tables is never taken for one of ours."""

from zlib import crc32

from nkfacts.index import cache, packing, rereading, tables


def test_the_version_of_the_index_rises_with_its_tables():
    definition = tables.definition() + packing.definition() + rereading.STRETCHES
    known = {22: 0x17D1AF0C}
    assert known[cache.SCHEMA_VERSION] == crc32(definition.encode()), (
        "the tables changed: raise SCHEMA_VERSION in cache.py and write the new number here, "
        "so that the indexes kept by earlier versions are built anew"
    )
