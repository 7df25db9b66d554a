"""What ``add`` and ``revise`` share: a new fact from options, a fragment or a conversation, shown and written."""

import os
from collections.abc import Collection, Sequence

from nkfacts.commands import options
from nkfacts.commands.declaring import Option, Parameter
from nkfacts.commands.options import Setting
from nkfacts.commands.tables import ADDED
from nkfacts.errors import DataProblem, OutputProblem, SeveralProblems, UsageProblem
from nkfacts.hints import TYPE_CHECKING, Any
from nkfacts.index import location
from nkfacts.index.location import STANDARD_INPUT
from nkfacts.model.record import Nested, is_plain, keys_of
from nkfacts.model.records import Fact, Source
from nkfacts.model.types import Flag, ListOf
from nkfacts.output.exit_codes import ExitCode
from nkfacts.output.report import Report
from nkfacts.text import plural

if TYPE_CHECKING:
    from nkfacts.adding.addition import Addition, FactFile, NewRecord
    from nkfacts.adding.interview import Interview
    from nkfacts.model.record import Key

_EXAMPLES = {"events": "{who: [north-korea], did: send, what: [soldiers], to: [russia]}"}
_COMPLETIONS = {
    "facts": options.fact_names, "figures": options.figure_names, "entities": options.entity_names,
    "topics": options.topic_names, "sources": options.source_names,
}  # fmt: skip


def opened(setting: Setting) -> "FactFile":
    """Open the fact file in use to add to it; in place of the installed one, the person's own copy of it is written.

    Raises:
        OutputProblem: there is a copy already, which is not the one in use.
        DataProblem: the file is missing, unreadable or faulty.
    """
    from nkfacts.adding.addition import FactFile

    path = location.facts_path(setting.data)
    if location.chosen_by(setting.data) != location.SHIPPED or path != location.installed_facts():
        return FactFile(path)
    copy = location.own_copy()
    if os.path.exists(copy):
        raise OutputProblem(
            f"the shipped facts are in use, and you have a copy of your own, {copy}",
            "to add to that: nkfacts data use PATH; or name a file with --data",
        )
    return FactFile(path, copy)


def added(file: "FactFile", given: dict[str, Any], filled: dict[str, str]) -> Report:
    """Add a fact to a file and report it.

    Args:
        file: where to.
        given: the options of a new fact, of ``fact_options``.
        filled: the keys that it has unless they are given.
    """
    source, template = given.pop("from_"), given.pop("template")
    yes, dry_run = given.pop("yes"), given.pop("dry_run")
    fact = {name: "true" if value is True else value for name, value in given.items() if value}
    if template:
        return template_of(filled)
    if source and fact:
        raise UsageProblem("--from and the keys of a fact were given both", "write the keys into the fragment")
    from nkfacts.adding import dialogue

    asks = not yes and not dry_run and source != STANDARD_INPUT and dialogue.is_possible()
    if yes or asks:
        file.demand_writable()
    interview = None
    if source:
        new = _from_fragment(source, file, filled)
    elif asks:
        from nkfacts.adding.drafts import given_by
        from nkfacts.adding.interview import Interview

        if file.is_new:
            dialogue.say(f"The facts that were installed stay as they are: this one goes to a copy, {file.path}")
        interview = Interview(file.base, filled | given_by(Fact, fact), file.ids())
        new = interview.records()
    else:
        new = _from_options(fact, file, filled)
    if asks:
        return _decided(file, new, interview)
    addition = file.with_added(new)
    aloud = _write(file, addition) if yes else []
    # Who asked for a fact to be added, and neither agreed nor could be asked, did not get it.
    status = ExitCode.ANSWERED if yes or dry_run else ExitCode.CANNOT_WRITE
    return _report(file, new, addition, written=yes, plain=addition.difference, aloud=aloud, status=status)


def _write(file: "FactFile", addition: "Addition") -> list[str]:
    """Write the file; say so aloud where that made a copy of the shipped facts, which is in use from now on."""
    is_copy = file.is_new
    file.write(addition)
    if not is_copy:
        return []
    try:
        location.choose(file.path)
    except OSError as error:
        raise OutputProblem(
            f"made your own copy of the shipped facts, {file.path}, but cannot remember it: {error.strerror}",
            "set NKFACTS_DATA to it",
        ) from None
    return [
        f"made your own copy of the shipped facts, {file.path}; nkfacts reads it from now on",
        "back to the shipped ones: nkfacts data use shipped",
    ]


def _from_fragment(source: str, file: "FactFile", filled: dict[str, str]) -> "list[NewRecord]":
    from nkfacts.adding import fragment
    from nkfacts.index import streams

    name = "<stdin>" if source == STANDARD_INPUT else source
    return fragment.records_of(streams.read_fragment(source), name, file.ids(), filled)


def _from_options(options: dict[str, Any], file: "FactFile", filled: dict[str, str]) -> "list[NewRecord]":
    from nkfacts.adding.drafts import checked, given_by
    from nkfacts.adding.placing import proposed_id
    from nkfacts.adding.references import is_address, unknown_in

    if not options:
        raise UsageProblem("there is nobody to ask and no fact was given", "use options, --from or a terminal")
    given = filled | given_by(Fact, options)
    if "id" not in given:
        by, reported, figure, title = (given.get(name, "") for name in ("by", "reported", "figure", "title"))
        given["id"] = proposed_id(by, reported, figure or title, file.ids())
    fact, mistakes = checked(Fact, given)
    # What else is unknown in a fact without mistakes is told with its place in the file.
    if fact is None or any(map(is_address, options.get("source") or ())):
        mistakes += unknown_in(file.base, given)
    if fact is None or mistakes:
        raise SeveralProblems(
            f"the fact has {plural(len(mistakes), 'mistake')}",
            "see: nkfacts add --help",
            [(f"{mistake.key}: {mistake.message}", mistake.mend) for mistake in mistakes],
        )
    return [("facts", fact)]


def _decided(file: "FactFile", new: "list[NewRecord]", interview: "Interview | None") -> Report:
    """Show the difference and write it when the person agrees; a key of the fact can be changed before."""
    from nkfacts.adding import dialogue

    question = "write it? (y, n, or a key to change)" if interview else "write it? (y, n)"
    while True:
        addition = None
        try:
            addition = file.with_added(new)
            dialogue.say("\n".join([addition.difference.rstrip("\n"), *addition.warnings]))
        except DataProblem as fault:
            if interview is None or not fault.problems:
                raise
            dialogue.say("\n".join([*map(str, fault.problems), f"{fault.message}: n, or a key to change"]))
        answer = dialogue.ask(question)
        if addition and answer.lower() in ("y", "yes"):
            aloud = _write(file, addition)
            return _report(file, new, None, written=True, plain="", aloud=aloud)
        if answer.lower() in ("n", "no"):
            return _report(file, new, None, written=False, plain="")
        if interview and interview.change(answer):
            new = interview.finished()


def _report(
    file: "FactFile",
    new: "list[NewRecord]",
    addition: "Addition | None",
    *,
    written: bool,
    plain: str,
    aloud: Sequence[str] = (),
    status: ExitCode = ExitCode.ANSWERED,
) -> Report:
    names = ", ".join(record.id for _, record in new)
    notes = [*(addition.warnings if addition else ()), *aloud]
    done = [f"added to {file.path}: {names}"] if written else []
    if not written:
        notes.append(f"nothing is written{'; --yes writes it' if addition else ''}: {names}")
    records = [{"part": part, "id": record.id, "written": written} for part, record in new]
    return Report(file.path, ADDED, records, plain=plain, notes=[*notes, *done], done=done, status=status)


def template_of(filled: dict[str, str]) -> Report:
    """Return a fragment to fill in, with the keys that the fact has already."""
    return Report("Template", ADDED, [], plain=_template(filled), status=ExitCode.ANSWERED)


def _template(filled: dict[str, str]) -> str:
    """Return a fact to fill in: every key with its meaning."""
    lines = [
        "# Fill in and add: nkfacts add --from FILE. Remove what does not apply; the id is proposed if there is none."
    ]
    for name, key in keys_of(Fact).items():
        need = "" if key.required and name != "id" else "optional: "
        if not is_plain(key.type):
            lines += [f"{name}: # {need}{key.doc}", f"  # - {_EXAMPLES[name]}"]
        elif isinstance(key.type, ListOf) and isinstance(key.type.item, Nested):
            lines.append(f"{name}: # {need}{key.doc}")
            for number, (own, inner) in enumerate(keys_of(key.type.item.record).items()):
                lines.append(f"  {' ' if number else '-'} {own}: # {'' if inner.required else 'optional: '}{inner.doc}")
        else:
            value = f" {filled[name]}" if name in filled else " []" if isinstance(key.type, ListOf) else ""
            lines.append(f"{name}:{value} # {need}{key.doc}")
    lines += ["# A page that the base does not have yet is named above by the id that it is given here:", "# sources:"]
    lines += [
        f"#   {' ' if number else '-'} {own}: # {'' if key.required else 'optional: '}{key.doc}"
        for number, (own, key) in enumerate(keys_of(Source).items())
    ]
    return "\n".join(lines) + "\n"


def fact_options(without: Collection[str] = ()) -> list[Parameter]:
    """Return an option for each plain key of a fact but some, and those that say whence it comes and what is done.

    The keys of a nested record are options that can be repeated.
    """
    found = []
    for key in keys_of(Fact).values():
        if not is_plain(key.type) or key.name in without:
            continue
        item = key.type.item if isinstance(key.type, ListOf) else key.type
        if isinstance(item, Nested):
            found += [_option(own, repeated=True) for own in keys_of(item.record).values()]
        else:
            found.append(_option(key, repeated=item is not key.type))
    fragment = "A YAML fragment of a fact, or of new records by part; - is stdin."
    return [
        *found,
        Parameter("from_", str | None, Option("--from", metavar="FILE", help=fragment), None),
        _switch("yes", "Write without asking."),
        _switch("dry_run", "Show the difference; ask and write nothing."),
        _switch("template", "Print an empty fact to fill in."),
    ]


def _option(key: "Key", *, repeated: bool) -> Parameter:
    item = key.type.item if isinstance(key.type, ListOf) else key.type
    doc = f"{key.doc[0].upper()}{key.doc[1:]}{'; repeatable' if repeated else ''}."
    if isinstance(item, Flag):
        return _switch(key.name, doc)
    option = Option(metavar="ID" if item.links_to else "TEXT", help=doc, complete=_COMPLETIONS.get(item.links_to))
    return Parameter(key.name, list[str] | None if repeated else str | None, option, None)


def _switch(name: str, help_: str) -> Parameter:
    return Parameter(name, bool, Option(help=help_), False)
