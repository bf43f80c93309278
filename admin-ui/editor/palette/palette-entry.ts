import { rowNumbers } from "../../../domain/index.js";
import type { Command, CommandGroup } from "../commands/command.js";
import type { Editor } from "../editor-context.js";
import { rowNamer } from "../panels/problem-text.js";
import { matchWords } from "./match-words.js";

/** One line of the palette. */
export interface PaletteEntry {
  readonly id: string;
  readonly label: string;
  readonly group: CommandGroup | "go";
  /** As the registry has it; `null` where there is none. */
  readonly shortcut: string | null;
  run(): void;
}

/** Everything that can be done now, and every place that can be gone to. */
export function paletteEntries(editor: Editor, commands: readonly Command[]): PaletteEntry[] {
  const { draft, view, t } = editor;
  const { graph } = draft.getState().document;
  const numbers = rowNumbers(graph);
  const { goTo, select, setTab, setPanel, openPanel } = view.getState();
  const go = (id: string, label: string, run: () => void): PaletteEntry => ({
    id: `go:${id}`,
    label: t("palette.goTo", { place: label }),
    group: "go",
    shortcut: null,
    run,
  });
  const panel = (name: "edit" | "problems" | "notes") => () => {
    setTab("form");
    setPanel(name);
    openPanel(true);
    // From here Tab leads into the panel.
    requestAnimationFrame(() => {
      document.querySelector<HTMLElement>(".side-tabs [role=tab][aria-selected=true]")?.focus();
    });
  };
  const stepName = rowNamer(graph, () => t("editor.unnamed"));
  const symbolName = rowNamer(graph, (kind) => t(`kind.${kind}`));
  return [
    ...commands
      .filter((command) => command.isEnabled(editor))
      .map((command) => ({
        id: command.id,
        label:
          command.prefixKey === undefined
            ? t(command.labelKey)
            : `${t(command.prefixKey)}: ${t(command.labelKey)}`,
        group: command.group,
        shortcut: command.keys[0] ?? null,
        run: () => command.run(editor),
      })),
    go("form", t("sop.formTab"), () => setTab("form")),
    go("identity", t("sop.identityTab"), () => setTab("identity")),
    go("edit", t("editor.editTab"), panel("edit")),
    go("problems", t("editor.problemsTab"), panel("problems")),
    go("notes", t("notes.tab"), panel("notes")),
    ...graph.nodes.map(({ key }) =>
      go(
        `node:${key}`,
        numbers.has(key) ? t("palette.step", { step: stepName(key) }) : symbolName(key),
        () => goTo(key),
      ),
    ),
    ...graph.lanes.map(({ key, name }) =>
      go(`lane:${key}`, t("palette.lane", { name }), () => select({ type: "lane", key })),
    ),
  ];
}

/** What answers to the words, the best first; of equals, and without words, the latest used first. */
export function rankEntries(
  entries: readonly PaletteEntry[],
  words: string,
  recent: readonly string[],
): PaletteEntry[] {
  const age = (id: string): number => {
    const at = recent.indexOf(id);
    return at === -1 ? recent.length : at;
  };
  return entries
    .map((entry, index) => ({ entry, index, score: matchWords(words, entry.label) }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score || age(a.entry.id) - age(b.entry.id) || a.index - b.index)
    .map(({ entry }) => entry);
}
