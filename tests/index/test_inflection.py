"""Every verb of the fact file is found in the forms in which people write it."""

import pytest

from nkfacts.index.inflection import inflected


@pytest.mark.parametrize(
    ("verb", "past", "gerund"),
    [
        ("open", "opened", "opening"),
        ("visit", "visited", "visiting"),
        ("stop", "stopped", "stopping"),
        ("omit", "omitted", "omitting"),
        ("goose-step", "goose-stepped", "goose-stepping"),
        ("carry", "carried", "carrying"),
        ("die", "died", "dying"),
        ("dig", "dug", "digging"),
        ("pull back", "pulled back", "pulling back"),
    ],
)
def test_a_verb_has_the_forms_of_its_spelling(verb, past, gerund):
    forms = {(shape, form) for form, shape in inflected(verb)}
    assert {("past", past), ("gerund", gerund)} <= forms


def test_british_and_american_spellings_are_both_known():
    forms = {form for form, _ in inflected("travel")}
    assert {"travelled", "traveled", "travelling", "traveling"} <= forms
