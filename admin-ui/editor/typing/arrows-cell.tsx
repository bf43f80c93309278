import { ActionIcon, Popover, TextInput } from "@mantine/core";
import { useRef, useState, type KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import { kindOf, rowNumbers, type Edge, type Graph, type NodeKey } from "../../../domain/index.js";
import { TrashIcon } from "../../app/icons.js";
import { setArrows, targetOf } from "../changes/arrow-changes.js";
import { isShortcut } from "../commands/shortcut.js";
import { newKey } from "../draft/new-key.js";
import { useEditor } from "../editor-context.js";
import { rowName } from "../panels/problem-text.js";
import type { OpenCellProps } from "./open-cell-props.js";
import { leaveCell } from "./leave-cell.js";

interface ArrowLine {
  readonly key: string;
  readonly outcome: string;
  /** A row's number, or the beginning of its words. */
  readonly target: string;
}

/** Where a step leads, branch by branch: its name, and the number of the row. */
export function ArrowsCell({ cell, box, node, graph }: OpenCellProps) {
  const { t } = useTranslation();
  const editor = useEditor();
  const place = useRef<HTMLFormElement>(null);
  const kind = kindOf(node);
  const [lines, setLines] = useState(() => linesOf(graph, node.key, kind.edgesOut.max !== 1));
  const close = () => {
    leaveCell(editor, cell, "escape");
    editor.view.getState().select({ type: "nodes", keys: [node.key], active: cell });
  };
  const target = (line: ArrowLine): NodeKey | null => {
    // An arrow to a row without a number says so by its words, which others may begin with, too.
    const led = graph.edges.find(({ key }) => key === line.key);
    if (led !== undefined && line.target === targetText(graph, led.to)) return led.to;
    return targetOf(graph, node.key, line.target, (other) => t(`kind.${other.kind}`));
  };
  const change = (at: number, part: Partial<ArrowLine>) => {
    const next = lines.map((line, index) => (index === at ? { ...line, ...part } : line));
    const last = next.at(-1);
    const isMore = kind.edgesOut.max !== 1 && last !== undefined && isWritten(last);
    setLines(isMore ? [...next, blankLine()] : next);
    write(next);
  };
  const write = (next: readonly ArrowLine[]) => {
    const wanted = next.flatMap((line): Edge[] => {
      const old = graph.edges.find(({ key }) => key === line.key);
      const to = target(line) ?? old?.to;
      if (to === undefined) return [];
      return [
        { key: line.key, from: node.key, to, outcome: kind.namesOutcomes ? line.outcome : null },
      ];
    });
    editor.draft.getState().edit(setArrows(graph, node.key, wanted), `${node.key}:arrows`);
  };
  const remove = (at: number) => {
    const next = lines.filter((_, index) => index !== at);
    setLines(next);
    write(next);
  };
  const canRemove = graph.edges.filter(({ from }) => from === node.key).length > kind.edgesOut.min;
  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>) => {
    if (isShortcut("Escape", event)) {
      event.preventDefault();
      event.stopPropagation();
      close();
    }
    if (isShortcut("Enter", event) || isShortcut("ArrowDown", event)) {
      event.preventDefault();
      if (!moveFocus(place.current, 1) && event.key === "Enter") close();
    }
    if (isShortcut("ArrowUp", event)) {
      event.preventDefault();
      moveFocus(place.current, -1);
    }
  };
  return (
    <Popover
      opened
      onClose={close}
      position="bottom-start"
      trapFocus
      transitionProps={{ duration: 0 }}
      returnFocus={false}
      closeOnEscape={false}
      withRoles={false}
      shadow="md"
      width={340}
    >
      <Popover.Target>
        <div
          className="typing-arrows-anchor"
          style={{ left: box.x, top: box.y, width: box.width, height: box.height }}
        />
      </Popover.Target>
      <Popover.Dropdown p="sm" role="dialog" aria-label={t("typing.arrows")}>
        <form ref={place} onKeyDown={onKeyDown} onSubmit={(event) => event.preventDefault()}>
          <div className="typing-arrows-title">
            {kind.namesOutcomes ? t("editor.outcomes") : t("editor.next")}
          </div>
          {lines.map((line, at) => {
            const to = target(line);
            const isUnknown = line.target.trim() !== "" && to === null;
            return (
              <div key={line.key} className="typing-arrow-line">
                {kind.namesOutcomes && (
                  <TextInput
                    size="xs"
                    aria-label={t("editor.outcomeName", { number: at + 1 })}
                    placeholder={
                      isWritten(line) ? t("editor.outcomePlaceholder") : t("typing.newOutcome")
                    }
                    value={line.outcome}
                    onFocus={(event) => event.currentTarget.select()}
                    onChange={(event) => change(at, { outcome: event.currentTarget.value })}
                  />
                )}
                <span aria-hidden="true">→</span>
                <TextInput
                  size="xs"
                  className="typing-arrow-target"
                  aria-label={t("editor.outcomeTarget", { number: at + 1 })}
                  placeholder={t("typing.rowNumber")}
                  value={line.target}
                  onFocus={(event) => event.currentTarget.select()}
                  onChange={(event) => change(at, { target: event.currentTarget.value })}
                  error={isUnknown}
                />
                <span className="typing-arrow-place" data-unknown={isUnknown || undefined}>
                  {isUnknown && t("typing.noSuchRow")}
                  {to !== null && rowName(graph, to, (name) => t(`kind.${name}`))}
                </span>
                {kind.edgesOut.max !== 1 && isWritten(line) && (
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    size="sm"
                    aria-label={t("editor.removeOutcome", { number: at + 1 })}
                    disabled={!canRemove}
                    onClick={() => remove(at)}
                  >
                    <TrashIcon />
                  </ActionIcon>
                )}
              </div>
            );
          })}
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}

function linesOf(graph: Graph, from: NodeKey, many: boolean): readonly ArrowLine[] {
  const lines = graph.edges
    .filter((edge) => edge.from === from)
    .map(({ key, to, outcome }) => ({
      key,
      outcome: outcome ?? "",
      target: targetText(graph, to),
    }));
  return many || lines.length === 0 ? [...lines, blankLine()] : lines;
}

/** How a target is typed: its number, or else its words. */
function targetText(graph: Graph, key: NodeKey): string {
  const number = rowNumbers(graph).get(key);
  if (number !== undefined) return String(number);
  return graph.nodes.find((node) => node.key === key)?.text ?? "";
}

const blankLine = (): ArrowLine => ({ key: newKey("e"), outcome: "", target: "" });

const isWritten = (line: ArrowLine): boolean => line.outcome !== "" || line.target !== "";

/** To the next or previous field; `false` at the last one, or on one that says nothing. */
function moveFocus(form: HTMLFormElement | null, step: 1 | -1): boolean {
  const inputs = [...(form?.querySelectorAll("input") ?? [])];
  const at = inputs.findIndex((input) => input === document.activeElement);
  const isBlankLine = inputs[at]?.value === "" && at >= inputs.length - 2;
  const next = inputs[at + step];
  if (next === undefined || (step === 1 && isBlankLine)) return false;
  next.focus();
  return true;
}
