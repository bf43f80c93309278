import { Modal, TextInput } from "@mantine/core";
import { useId, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import { SearchIcon } from "../../app/icons.js";
import { commands } from "../commands/commands.js";
import { useEditor, useView } from "../editor-context.js";
import { paletteEntries, rankEntries, type PaletteEntry } from "./palette-entry.js";
import { recentChoices, rememberChoice } from "./recent-choices.js";
import { Shortcut } from "./shortcut-keys.js";
import "./palette.css";

/** More than this nobody reads; one more word narrows it. */
const shownAtMost = 50;

/** Every command and every place by its name (Ctrl+K). */
export function CommandPalette() {
  const { t } = useTranslation();
  const { view } = useEditor();
  const isOpen = useView(({ dialog }) => dialog === "palette");
  return (
    <Modal.Root
      opened={isOpen}
      onClose={() => view.getState().openDialog(null)}
      size={560}
      centered={false}
      yOffset="12dvh"
      transitionProps={{ duration: 80 }}
    >
      <Modal.Overlay />
      <Modal.Content aria-label={t("palette.title")}>
        <Modal.Body p={0}>{isOpen && <PaletteList />}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

function PaletteList() {
  const { t } = useTranslation();
  const editor = useEditor();
  const listId = useId();
  const list = useRef<HTMLUListElement>(null);
  const [words, setWords] = useState("");
  const [at, setAt] = useState(0);
  const entries = useMemo(() => paletteEntries(editor, commands), [editor]);
  const recent = useMemo(() => recentChoices(), []);
  const found = useMemo(
    () => rankEntries(entries, words, recent).slice(0, shownAtMost),
    [entries, words, recent],
  );
  const chosen = found[at];
  useFocusGivenBack();
  const moveTo = (index: number) => {
    setAt(index);
    list.current?.children[index]?.scrollIntoView({ block: "nearest" });
  };
  const run = (entry: PaletteEntry | undefined) => {
    if (entry === undefined) return;
    rememberChoice(entry.id);
    editor.view.getState().openDialog(null);
    // The focus is given back first; the command may want it somewhere else.
    requestAnimationFrame(() => entry.run());
  };
  const moves: Record<string, () => number> = {
    ArrowDown: () => (at + 1) % Math.max(1, found.length),
    ArrowUp: () => (at - 1 + found.length) % Math.max(1, found.length),
    PageDown: () => Math.min(at + 8, found.length - 1),
    PageUp: () => Math.max(at - 8, 0),
  };
  const onKey = (event: KeyboardEvent) => {
    const move = moves[event.key];
    if (move === undefined && event.key !== "Enter") return;
    event.preventDefault();
    if (move === undefined) run(chosen);
    else moveTo(move());
  };
  return (
    <div className="palette">
      <TextInput
        data-autofocus
        size="md"
        variant="unstyled"
        className="palette-input"
        leftSection={<SearchIcon />}
        aria-label={t("palette.title")}
        placeholder={t("palette.placeholder")}
        role="combobox"
        aria-expanded
        aria-controls={listId}
        aria-activedescendant={chosen === undefined ? undefined : `${listId}-${at}`}
        value={words}
        onChange={(event) => {
          setWords(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={onKey}
      />
      <ul
        ref={list}
        id={listId}
        role="listbox"
        aria-label={t("palette.title")}
        className="palette-list"
        // A list that scrolls is reached by keyboard through its field.
        tabIndex={-1}
      >
        {found.map((entry, index) => (
          <li
            key={entry.id}
            id={`${listId}-${index}`}
            role="option"
            aria-selected={index === at}
            onPointerMove={() => setAt(index)}
            onClick={() => run(entry)}
          >
            <span>{entry.label}</span>
            {entry.shortcut !== null && <Shortcut keys={entry.shortcut} />}
          </li>
        ))}
      </ul>
      {found.length === 0 && (
        <p className="palette-none quiet" role="status">
          {t("common.nothingFound")}
        </p>
      )}
    </div>
  );
}

/** At once, as keys that are pressed next are meant for what was chosen here. */
function useFocusGivenBack(): void {
  const [before] = useState(() => document.activeElement);
  useLayoutEffect(
    () => () => {
      if (before instanceof HTMLElement && before.isConnected)
        before.focus({ preventScroll: true });
    },
    [before],
  );
}
