import { notifications } from "@mantine/notifications";
import { useEffect } from "react";
import { indexGraph, isNodeKind, kindOf } from "../../../domain/index.js";
import { useFormMetrics } from "../canvas/form-metrics.js";
import { copySteps, pasteSteps, type CopiedSteps } from "../changes/copy-steps.js";
import { removeSteps } from "../changes/remove-steps.js";
import { newKey } from "../draft/new-key.js";
import { useEditor, type Editor } from "../editor-context.js";
import { stepsOf, stepsOfHtml, tableAsHtml, tableAsText, tableOf } from "./clipboard-text.js";

const ownType = "web application/x-alur+json";

/**
 * Copy, cut and paste of rows. The clipboard's events are used rather than its API, which browsers
 * only give to pages on HTTPS.
 */
export function useClipboard(area: { readonly current: HTMLElement | null }): void {
  const editor = useEditor();
  const metrics = useFormMetrics();
  useEffect(() => {
    const isOurs = (event: ClipboardEvent): boolean => {
      const target = event.target instanceof Element ? event.target : document.activeElement;
      if (event.defaultPrevented || target?.closest("input,textarea,[role=dialog]") != null) {
        return false;
      }
      return target === document.body || area.current?.contains(target) === true;
    };
    const copy = (event: ClipboardEvent): readonly string[] => {
      const { selection } = editor.view.getState();
      if (!isOurs(event) || selection?.type !== "nodes" || event.clipboardData === null) return [];
      // Words that are marked on the page are what the reader means.
      if (document.getSelection()?.isCollapsed === false) return [];
      const { graph } = editor.draft.getState().document;
      const { t } = editor;
      const steps = copySteps(graph, selection.keys);
      const table = tableOf(graph, selection.keys, metrics.titles, metrics.timeText, (kind) =>
        t(`kind.${kind}`),
      );
      event.clipboardData.setData(ownType, JSON.stringify(steps));
      event.clipboardData.setData("text/html", tableAsHtml(table, steps));
      event.clipboardData.setData("text/plain", tableAsText(table));
      event.preventDefault();
      notifications.show({ message: t("typing.copied", { count: selection.keys.length }) });
      return selection.keys;
    };
    const onCopy = (event: ClipboardEvent) => void copy(event);
    const onCut = (event: ClipboardEvent) => {
      const keys = copy(event);
      const { document: form, edit } = editor.draft.getState();
      if (keys.length > 0) edit(removeSteps(form.graph, keys));
    };
    const onPaste = (event: ClipboardEvent) => {
      const { clipboardData: data } = event;
      if (!isOurs(event) || data === null) return;
      const steps = stepsOf(data.getData(ownType)) ?? stepsOfHtml(data.getData("text/html"));
      if (steps !== null && putSteps(editor, steps)) event.preventDefault();
    };
    document.addEventListener("copy", onCopy);
    document.addEventListener("cut", onCut);
    document.addEventListener("paste", onPaste);
    return () => {
      document.removeEventListener("copy", onCopy);
      document.removeEventListener("cut", onCut);
      document.removeEventListener("paste", onPaste);
    };
  }, [editor, metrics, area]);
}

/** Steps under the last selected row, or before the end of the form; they are selected then. */
export function putSteps(editor: Editor, steps: CopiedSteps): boolean {
  const { document, edit } = editor.draft.getState();
  const { graph } = document;
  const { selection, select } = editor.view.getState();
  const known = { ...steps, nodes: steps.nodes.filter(({ kind }) => isNodeKind(kind)) };
  const chosen = new Set(selection?.type === "nodes" ? selection.keys : []);
  const anchor = graph.nodes.findLast(({ key }) => chosen.has(key)) ?? graph.nodes.at(-1);
  const at = anchor === undefined ? -1 : graph.nodes.indexOf(anchor);
  const closes = anchor !== undefined && kindOf(anchor).ends;
  const after = closes ? graph.nodes[at - 1] : anchor;
  const { edits, keys } = pasteSteps(graph, known, after?.key ?? null, newKey);
  const [first] = keys;
  if (first === undefined || !edit(edits)) return false;
  const index = indexGraph(editor.draft.getState().document.graph);
  const row = keys.find((key) => kindOf(index.nodes.get(key)!).standsInRow) ?? first;
  select({ type: "nodes", keys, active: { node: row, role: "activity", lane: null } });
  return true;
}
