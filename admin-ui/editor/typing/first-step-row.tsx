import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { kindOf, type Graph } from "../../../domain/index.js";
import { useForm } from "../canvas/form-context.js";
import { firstStep } from "../changes/first-step.js";
import { newKey } from "../draft/new-key.js";
import { useDraft, useEditor, useView, type Editor } from "../editor-context.js";
import { activityView } from "../kinds/activity.js";
import { freshTag, openFresh } from "./leave-cell.js";

/** The row that is not there yet: where a form without a step begins. */
export function FirstStepRow() {
  const { t } = useTranslation();
  const editor = useEditor();
  const form = useForm();
  const isEmpty = useDraft(({ document }) => !hasStep(document.graph));
  const isAnything = useView(({ selection }) => selection !== null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const { activeElement } = document;
    // On a new form one can begin to type at once.
    const isNobodys = activeElement === null || activeElement === document.body;
    if (isEmpty && !isAnything && isNobodys) button.current?.focus({ preventScroll: true });
  }, [isEmpty, isAnything]);
  if (!isEmpty) return null;
  const activity = form.columns.find(({ role }) => role === "activity");
  return (
    <button
      ref={button}
      type="button"
      className="first-step nodrag nopan"
      style={{ left: 0, top: form.height + 8, width: form.width, paddingLeft: activity?.x ?? 0 }}
      onClick={() => makeFirstStep(editor)}
      onKeyDown={(event) => {
        const isLetter = [...event.key].length === 1 && event.key !== " ";
        if (isLetter && !event.ctrlKey && !event.metaKey && !event.altKey) makeFirstStep(editor);
      }}
    >
      {t("typing.firstStep")}
    </button>
  );
}

const hasStep = (graph: Graph): boolean =>
  graph.nodes.some((node) => kindOf(node).isNumbered(node));

function makeFirstStep(editor: Editor): void {
  const { draft, t } = editor;
  const { document, edit } = draft.getState();
  const key = newKey("n");
  const words = { lane: t("form.lane"), start: t("kind.start"), end: t("kind.end") };
  const create = (lane: string) => activityView.create(key, lane);
  const edits = firstStep(document.graph, create, words, () => newKey("x"));
  if (edit(edits, freshTag(key))) openFresh(editor, key);
}
