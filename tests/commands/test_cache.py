"""``nkfacts cache``: what is kept, shown and cleared."""

from pathlib import Path

from tests.support.files import BASE


def test_cache_shows_what_is_kept_and_clears_it(run, home, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(home / "cache"))
    assert run("cache").rows() == []
    run("topics")
    (kept,) = run("cache", "--format", "json").json()
    assert kept["facts"] == str(BASE)
    assert kept["bytes"] > 0
    assert Path(kept["index"]).parent == home / "cache" / "nkfacts"
    assert run("cache", "clear") == ("", "removed 1 index\n", 0)
    assert run("cache").rows() == []
    assert not Path(kept["index"]).exists()
