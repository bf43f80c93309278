import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Output } from "../../../domain/index.js";
import { alignLines, setOutputs } from "../changes/list-lines.js";
import { newKey } from "../draft/new-key.js";
import { useDraftApi } from "../editor-context.js";
import type { OpenCellProps } from "./open-cell-props.js";
import { CellField, type FieldOption } from "./cell-field.js";
import { endOfLine, lineAt, useLines, withLine, writtenLines } from "./use-lines.js";

/** What the step yields, a line each: a document of the SOP by its name, or a new one. */
export function OutputCell({ cell, box, node, graph }: OpenCellProps) {
  const { t } = useTranslation();
  const { edit } = useDraftApi().getState();
  const names = new Map(graph.outputs.map(({ key, name }) => [key, name]));
  const outputs = node.outputs.map((key): Output => ({ key, name: names.get(key) ?? key }));
  const [text, setText] = useLines(
    outputs.map(({ name }) => name),
    writtenLines,
  );
  /** What the lines were before; a line that is emptied and filled again is the same document. */
  const [lines, setLines] = useState<readonly Output[]>(outputs);
  const [caret, setCaret] = useState(text.length);
  const { index, line } = lineAt(text, caret);
  const write = (typed: string, at: number) => {
    setText(typed);
    setCaret(at);
    const now = typed.split("\n").map((one) => one.replace(/^\s*[-•]\s+/, "").trim());
    const aligned = alignLines(
      lines.map(({ name }) => name),
      now,
    );
    const next = now.map((name, place) => {
      const known = aligned[place] ?? null;
      return { key: (known === null ? undefined : lines[known]?.key) ?? newKey("o"), name };
    });
    setLines(next);
    const wanted = next.filter(({ name }) => name !== "");
    edit(setOutputs(graph, node, wanted), `${node.key}:output`);
  };
  const onOption = ({ key, label }: FieldOption, field: HTMLTextAreaElement) => {
    const typed = withLine(field.value, index, label);
    const next = typed.split("\n").map((name, at) => {
      const old = lines[at];
      return at === index ? { key, name: label } : { key: old?.key ?? newKey("o"), name };
    });
    setText(typed);
    setLines(next);
    edit(
      setOutputs(
        graph,
        node,
        next.filter(({ name }) => name.trim() !== ""),
      ),
    );
    const end = endOfLine(typed, index);
    setCaret(end);
    requestAnimationFrame(() => field.setSelectionRange(end, end));
  };
  const words = line.trim().toLowerCase();
  const here = lines[index]?.key;
  const options = graph.outputs
    .filter(({ key, name }) => {
      const isOther = key !== here && !node.outputs.includes(key);
      return isOther && words !== "" && name.toLowerCase().includes(words);
    })
    .slice(0, 8)
    .map(({ key, name }): FieldOption => ({ key, label: name, hint: t("typing.sameOutput") }));
  return (
    <CellField
      cell={cell}
      box={box}
      label={t("form.output")}
      text={text}
      onText={write}
      options={options}
      onOption={onOption}
    />
  );
}
