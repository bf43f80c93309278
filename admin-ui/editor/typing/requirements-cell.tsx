import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Graph, GraphNode, Output } from "../../../domain/index.js";
import { changeNode } from "../changes/graph-changes.js";
import { requirementsOf } from "../changes/list-lines.js";
import { useDraftApi } from "../editor-context.js";
import type { OpenCellProps } from "./open-cell-props.js";
import { CellField, type FieldOption } from "./cell-field.js";
import { endOfLine, lineAt, useLines, withLine, writtenLines } from "./use-lines.js";

/**
 * What must be there, a line each. Choosing an output of another step links the line to it; typing
 * the same words does not.
 */
export function RequirementsCell({ cell, box, node, graph }: OpenCellProps) {
  const { t } = useTranslation();
  const { edit } = useDraftApi().getState();
  const names = new Map(graph.outputs.map(({ key, name }) => [key, name]));
  // A line that is only a link stands on the form by its output's name.
  const said = node.requirements.map(({ text, output }) =>
    text === "" && output !== null ? (names.get(output) ?? "") : text,
  );
  const [text, setText] = useLines(
    said.filter((line) => line !== ""),
    writtenLines,
  );
  const [caret, setCaret] = useState(text.length);
  const { index, line } = lineAt(text, caret);
  const write = (typed: string, at: number) => {
    setText(typed);
    setCaret(at);
    const before = node.requirements.map((one, place) => ({ ...one, text: said[place] ?? "" }));
    const requirements = requirementsOf(before, writtenLines(typed));
    edit([changeNode({ ...node, requirements })], `${node.key}:requirements`);
  };
  const options = offered(graph, node, line).map((output): FieldOption => ({
    key: output.key,
    label: output.name,
    hint: t("typing.linksOutput"),
    isChosen: node.requirements.some((one) => one.output === output.key),
  }));
  const onOption = ({ key, label }: FieldOption, field: HTMLTextAreaElement) => {
    const typed = withLine(field.value, index, label);
    const lines = writtenLines(typed);
    const requirements = requirementsOf(node.requirements, lines).map((one) =>
      one.text === label ? { ...one, output: key } : one,
    );
    setText(typed);
    edit([changeNode({ ...node, requirements })]);
    const end = endOfLine(typed, index);
    setCaret(end);
    requestAnimationFrame(() => field.setSelectionRange(end, end));
  };
  const linked = node.requirements.find((one) => one.text === line.trim() && one.output !== null);
  return (
    <CellField
      cell={cell}
      box={box}
      label={t("form.requirements")}
      text={text}
      onText={write}
      options={options}
      onOption={onOption}
      note={
        linked === undefined ? null : t("editor.linked", { name: names.get(linked.output!) ?? "" })
      }
    />
  );
}

/** The outputs of other steps that what is typed could mean; none before a letter is typed. */
function offered(graph: Graph, node: GraphNode, line: string): readonly Output[] {
  const words = line.trim().toLowerCase();
  if (words === "") return [];
  const made = new Set(
    graph.nodes.filter(({ key }) => key !== node.key).flatMap(({ outputs }) => outputs),
  );
  const linked = new Set(node.requirements.map(({ output }) => output));
  return graph.outputs
    .filter(
      ({ key, name }) => made.has(key) && !linked.has(key) && name.toLowerCase().includes(words),
    )
    .slice(0, 8);
}
