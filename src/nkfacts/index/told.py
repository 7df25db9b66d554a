"""What the full text holds of a record: its own words, and the names, in every spelling, of what it names.

It is put together of the other tables, when the full text is filled and when the words of a hit are wanted, so that no
text is kept twice. The column ``asked`` holds questions as people ask them, ``meaning`` the ids of actions and things
with their wider ones, each as one word that no text has.
"""

from nkfacts.model.records import SINGULAR

_MEANING_WORD = "'m0' || replace(ancestor, '-', '') || '0'"
"""SQL for the word that stands in the full text for the id of an action or thing; no ending can be taken off it."""
_NAMES = "(SELECT group_concat(text, ' ; ') FROM name WHERE name.part = '{}' AND name.id = {})"
TOLD_OF_FACTS = f"""
    SELECT fact.number AS number, 'facts' AS part, fact.id AS id, coalesce(fact.title, figure.label) AS title,
           fact.statement AS body,
           coalesce(
               (SELECT group_concat(text, ' ; ') FROM
                    (SELECT DISTINCT record.id AS id FROM link JOIN record ON record.number = target
                     WHERE link.owner = fact.number AND record.part = 'entities') AS named
                    JOIN name ON name.part = 'entities' AND name.id = named.id), '')
               || coalesce(' ; ' || {_NAMES.format("figures", "fact.figure")}, '') AS names,
           coalesce(fact.disputes || ' ; ', '') || coalesce(fact.note || ' ; ', '')
               || coalesce(fact.tags || ' ; ', '') || fact.evidence AS more,
           coalesce(fact.asked, '') || coalesce(figure.asked, '') AS asked,
           (SELECT group_concat(DISTINCT {_MEANING_WORD}) FROM
                (SELECT id FROM filler WHERE owner = fact.number
                 UNION SELECT did FROM frame JOIN filler USING (owner)
                       WHERE owner = fact.number AND filler.frame = frame.number
                 UNION SELECT filler.id FROM filler WHERE filler.owner = counted.number
                 UNION SELECT value FROM json_each(figure.counts, '$.did')) JOIN isa USING (id)) AS meaning
    FROM fact LEFT JOIN figure ON figure.id = fact.figure
    LEFT JOIN record AS counted ON counted.id = fact.figure AND counted.part = 'figures'"""
"""SQL for those of facts."""
_TOLD_OF_OTHERS = "".join(
    f"""
    UNION ALL SELECT record.number, '{part}', record.id, {title}, {body}, {names}, '', '', ''
    FROM record JOIN {SINGULAR[part]} AS own ON own.id = record.id WHERE record.part = '{part}'"""
    for part, title, body, names in (
        ("figures", "label", "coalesce(description, '')", _NAMES.format("figures", "own.id")),
        ("entities", "name", "coalesce(role, '')", _NAMES.format("entities", "own.id")),
        ("topics", "label", "coalesce(description, '')", _NAMES.format("topics", "own.id")),
        ("sources", "coalesce(title, publisher)", "publisher || coalesce(' ; ' || via_site, '')", "own.id"),
    )
)
TOLD = f"SELECT * FROM ({TOLD_OF_FACTS}){_TOLD_OF_OTHERS}"
"""SQL for all of them; ask it for numbers that are written out: others are looked for in the whole of it."""
