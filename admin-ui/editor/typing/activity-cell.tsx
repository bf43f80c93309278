import { useState } from "react";
import { useTranslation } from "react-i18next";
import { nodeKinds } from "../../../domain/index.js";
import { changeKind } from "../changes/change-kind.js";
import { changeNode } from "../changes/graph-changes.js";
import { newKey } from "../draft/new-key.js";
import { useEditor } from "../editor-context.js";
import { paletteViews } from "../kinds/node-kind-views.js";
import { selectCell } from "../selection.js";
import type { OpenCellProps } from "./open-cell-props.js";
import { CellField, type FieldOption } from "./cell-field.js";

/** The activity's words. A "/" in front asks for another kind: "/kep" makes it a decision. */
export function ActivityCell({ cell, box, node, graph }: OpenCellProps) {
  const { t } = useTranslation();
  const { draft, view } = useEditor();
  const { edit } = draft.getState();
  /** What is typed behind the "/"; it never stands in the draft. */
  const [asked, setAsked] = useState<string | null>(null);
  const kindsFor = (words: string): FieldOption[] =>
    paletteViews
      .map(({ kind, labelKey, hintKey }) => ({
        key: kind,
        label: t(labelKey),
        hint: t(hintKey),
        isChosen: kind === node.kind,
      }))
      .filter(({ label }) => label.toLowerCase().startsWith(words.trim().toLowerCase()));
  const options = asked === null ? [] : kindsFor(asked);
  const onText = (text: string) => {
    const words = text.startsWith("/") ? text.slice(1) : null;
    if (words !== null && kindsFor(words).length > 0) return setAsked(words);
    setAsked(null);
    edit([changeNode({ ...node, text })], `${node.key}:text`);
  };
  const onOption = ({ key }: FieldOption) => {
    const kind = paletteViews.find((one) => one.kind === key)?.kind;
    setAsked(null);
    if (kind === undefined) return;
    edit(changeKind(graph, node, kind, [t("editor.yes"), t("editor.no")], () => newKey("e")));
    // A bar has no row in which one could go on typing.
    const isBar = !nodeKinds[kind].standsInRow;
    if (isBar) view.getState().select(selectCell({ node: node.key, role: "lane", lane: null }));
  };
  return (
    <CellField
      cell={cell}
      box={box}
      label={t("form.activity")}
      text={asked === null ? node.text : `/${asked}`}
      onText={onText}
      placeholder={t("typing.activityHint")}
      options={options}
      suggested={0}
      onOption={onOption}
    />
  );
}
