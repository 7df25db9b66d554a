"""What the quick way with JSON reads and writes is what the library does."""

import json
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nkfacts.quick_json import decoded, encoded

values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)


@given(values)
def test_a_value_is_written_and_read_as_the_library_does(value):
    text = encoded(value)
    assert text == json.dumps(value, ensure_ascii=False)
    assert decoded(text) == decoded(json.dumps(value)) == value


def test_a_tuple_is_a_list_and_what_has_pairs_a_mapping():
    assert encoded({"a": (1, [("b", 2)].__iter__())}) == '{"a": [1, {"b": 2}]}'


@pytest.mark.parametrize("value", [math.nan, math.inf])
def test_a_number_that_json_has_not_is_refused(value):
    with pytest.raises(ValueError, match="not JSON compliant"):
        encoded([value])
