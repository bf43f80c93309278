import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useQuery } from "urql";
import { kindOf, type Lane, type LaneBinding } from "../../../domain/index.js";
import { isShortcut } from "../commands/shortcut.js";
import { placeByNames, plainWords } from "../changes/lanes-by-name.js";
import { moveSteps } from "../changes/move-steps.js";
import { newKey } from "../draft/new-key.js";
import { useEditor, type Editor } from "../editor-context.js";
import { positionsQuery } from "../sop-operations.js";
import type { OpenCellProps } from "./open-cell-props.js";
import { CellField, type FieldOption } from "./cell-field.js";
import { leaveCell, type Leaving } from "./leave-cell.js";

const leastWidth = 210;
const newLane = "new lane";

/**
 * Who works the step, by name. A comma goes on to another lane of a joint step; a comma in front
 * keeps the lanes in which it stands already. A name that nobody has makes a lane.
 */
export function LaneCell({ cell, box, node, graph }: OpenCellProps) {
  const { t } = useTranslation();
  const editor = useEditor();
  const { officeId } = editor;
  const [{ data }] = useQuery({ query: positionsQuery, variables: { officeId } });
  const [text, setText] = useState("");
  const isJoint = kindOf(node).parts.max !== 1;
  const here = new Set(node.parts.map(({ lane }) => lane));
  const standing = graph.lanes.filter(({ key }) => here.has(key)).map(({ name }) => name);
  const pieces = text.split(",");
  const last = pieces.at(-1) ?? "";
  const matches = matching(graph.lanes, last);
  const isKnown = matches.some(({ name }) => plainWords(name) === plainWords(last));
  const bindingOf = (name: string): LaneBinding | null => {
    if (plainWords(name) === plainWords(t("editor.requester"))) return { type: "REQUESTER" };
    const named = (data?.positions ?? []).filter(
      (position) => plainWords(position.name) === plainWords(name),
    );
    const [only] = named;
    return named.length === 1 && only !== undefined
      ? { type: "POSITION", position: only.code }
      : null;
  };
  const options: FieldOption[] = [
    ...matches.map(({ key, name }) => ({ key, label: name, isChosen: here.has(key) })),
    ...(plainWords(last) === "" || isKnown
      ? []
      : [{ key: newLane, label: last.trim(), hint: t(`typing.${boundHint(bindingOf(last))}`) }]),
  ];
  const write = (names: readonly string[]) => {
    const wanted =
      names.some((name) => plainWords(name) === "") && isJoint ? [...standing, ...names] : names;
    const placeholder = t("form.lane");
    const naming = { bindingOf, placeholder, newKey: () => newKey("p") };
    const { document, edit } = editor.draft.getState();
    const now = document.graph.nodes.find(({ key }) => key === node.key) ?? node;
    return edit(placeByNames(document.graph, now, wanted, naming));
  };
  /** Each piece as a lane's name: the one that it begins, or else as it is written. */
  const named = (written: readonly string[]) =>
    written.map((piece) => matching(graph.lanes, piece)[0]?.name ?? piece);
  const onLeave = (how: Leaving | "blur") => {
    if (how !== "escape" && plainWords(text.replaceAll(",", " ")) !== "") write(named(pieces));
  };
  return (
    <CellField
      cell={cell}
      box={{ ...box, width: Math.max(box.width, leastWidth) }}
      label={t("form.lane")}
      text={text}
      onText={(typed) => setText(typed.replaceAll("\n", ","))}
      placeholder={standing.join(", ")}
      options={options}
      suggested={plainWords(last) === "" ? -1 : 0}
      note={isJoint && text === "" ? t("typing.laneHint") : null}
      onOption={(option) => {
        const front = named(pieces.slice(0, -1));
        write([...front, option.label]);
        setText("");
        leaveCell(editor, cell, "enter");
      }}
      onLeave={onLeave}
      onKey={(event) => {
        const step = isShortcut("ArrowLeft", event) ? -1 : isShortcut("ArrowRight", event) ? 1 : 0;
        if (step === 0 || text !== "") return false;
        const { document, edit } = editor.draft.getState();
        edit(moveSteps(document.graph, [node.key], { lanes: step }));
        followSymbol(editor, node.key);
        return true;
      }}
    />
  );
}

const boundHint = (binding: LaneBinding | null): "newLane" | "newBoundLane" =>
  binding === null ? "newLane" : "newBoundLane";

/** Lanes whose name, or a word of it, begins with what is typed; those that begin so come first. */
function matching(lanes: readonly Lane[], typed: string): readonly Lane[] {
  const words = plainWords(typed);
  const name = (lane: Lane): string => plainWords(lane.name);
  const exact = lanes.filter((lane) => name(lane) === words);
  const starts = lanes.filter((lane) => name(lane).startsWith(words) && !exact.includes(lane));
  const inside = lanes.filter(
    (lane) => name(lane).includes(` ${words}`) && !starts.includes(lane) && !exact.includes(lane),
  );
  return words === "" ? lanes : [...exact, ...starts, ...inside];
}

/** The open cell goes with the symbol, to the lane in which it stands now. */
function followSymbol({ draft, view }: Editor, key: string): void {
  const { graph } = draft.getState().document;
  const lane = graph.nodes.find((node) => node.key === key)?.parts[0]?.lane ?? null;
  view.getState().type({ node: key, role: "lane", lane });
}
