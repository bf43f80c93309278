import { useCallback, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import {
  cutLongTexts,
  findTextFault,
  noChoices,
  recogniseTable,
  type RecognisedTable,
  type TableChoices,
  type TableFault,
  type TableGrid,
  type TableWords,
} from "../../../domain/index.js";
import { readClipboard, type ClipboardReading, type ClipboardTexts } from "./read-clipboard.js";

/** A table on its way from the clipboard into the form. */
export interface TablePaste {
  readonly words: TableWords;
  /** `null` before anything was pasted. */
  readonly reading: ClipboardReading | null;
  readonly chosen: number;
  readonly grid: TableGrid | null;
  /** A text that is too long for a form; the table waits until the person decides. */
  readonly textFault: TableFault | null;
  readonly table: RecognisedTable | null;
  /** What a person chose for a lane, by its name. */
  readonly bindings: Readonly<Record<string, string | null>>;
  read(texts: ClipboardTexts): void;
  chooseTable(index: number): void;
  cutTexts(): void;
  choose(part: Partial<TableChoices>): void;
  bind(lane: string, value: string | null): void;
  clear(): void;
}

export function useTablePaste(): TablePaste {
  const { t } = useTranslation();
  const words = useMemo<TableWords>(
    () => ({
      yes: t("editor.yes"),
      no: t("editor.no"),
      start: t("kind.start"),
      end: t("kind.end"),
      writtenTime: t("form.time"),
      lane: t("form.lane"),
    }),
    [t],
  );
  const [reading, setReading] = useState<ClipboardReading | null>(null);
  const [chosen, setChosen] = useState(0);
  const [isCut, setCut] = useState(false);
  const [choices, setChoices] = useState<TableChoices>(noChoices);
  const [bindings, setBindings] = useState<TablePaste["bindings"]>({});

  const grid = useMemo(() => {
    const found = reading?.ok === true ? (reading.grids[chosen] ?? null) : null;
    return found !== null && isCut ? cutLongTexts(found) : found;
  }, [reading, chosen, isCut]);
  const textFault = useMemo(() => (grid === null ? null : findTextFault(grid)), [grid]);
  const table = useMemo(
    () => (grid === null || textFault !== null ? null : recogniseTable(grid, words, choices)),
    [grid, textFault, words, choices],
  );
  const begin = useCallback((index: number) => {
    setChosen(index);
    setCut(false);
    setChoices(noChoices);
    setBindings({});
  }, []);
  const read = useCallback(
    (texts: ClipboardTexts) => {
      const next = readClipboard(texts, words);
      setReading(next);
      begin(next.ok ? next.best : 0);
    },
    [words, begin],
  );
  return {
    words,
    reading,
    chosen,
    grid,
    textFault,
    table,
    bindings,
    read,
    chooseTable: begin,
    cutTexts: () => setCut(true),
    choose: (part) =>
      setChoices((before) => ({
        roles: { ...before.roles, ...part.roles },
        kinds: { ...before.kinds, ...part.kinds },
        lanes: { ...before.lanes, ...part.lanes },
      })),
    bind: (lane, value) => setBindings((before) => ({ ...before, [lane]: value })),
    clear: () => {
      setReading(null);
      begin(0);
    },
  };
}
