"""A chart as a page of its own, with the facts that it shows as a table."""

from nkfacts.drawing.plot import Plot
from nkfacts.output.mappings import Mapping
from nkfacts.output.pages.charts import figure
from nkfacts.output.pages.document import document
from nkfacts.output.pages.facts import Names, amount_words, claimant_words, support_mark, words_of_caution
from nkfacts.output.pages.markup import day, element, link, text
from nkfacts.output.plots import Chart

_HEADINGS = ("Said on", "Amount", "Claimant", "Read at", "Support")


def chart_page(found: Chart, plot: Plot) -> str:
    """Return a chart as one HTML file: the drawing, and every fact in it with its link."""
    names = Names(found.countries)
    rows = "".join(
        _row(record, names, is_headline=record["id"] == found.headline) for record in reversed(found.records)
    )
    heads = "".join(element("th", text(words), scope="col") for words in _HEADINGS)
    table = element("table", element("thead", element("tr", heads)) + element("tbody", rows), class_="points")
    title = f"{plot.title}: {plot.subtitle}"
    caption = element("p", text(found.figure.description)) if found.figure.description else ""
    body = (
        f"<main>\n{element('h1', text(plot.title), class_='unseen')}\n{figure(found, plot, caption)}\n"
        f"{element('h2', 'What is drawn')}\n{element('div', table, class_='scroll')}\n</main>\n"
    )
    return document(title, f"{plot.title}: {len(found.records)} claims over time", body)


def _row(record: Mapping, names: Names, *, is_headline: bool) -> str:
    marks = [*(["headline"] if is_headline else []), *words_of_caution(record)]
    flags = "".join(f" {element('span', text(word), class_='flag')}" for word in marks)
    publishers = record["support"]["publishers"]
    read_at = link(text(publishers[0] if publishers else record["url"] or ""), record["url"])
    cells = (
        element("td", day(record["reported"])),
        element("td", element("b", text(amount_words(record))) + flags),
        element("td", text(claimant_words(record, names))),
        element("td", read_at),
        element("td", support_mark(record)),
    )
    return element("tr", "".join(cells), id=record["id"])
