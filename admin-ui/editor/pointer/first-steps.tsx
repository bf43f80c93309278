import { useEditor } from "../editor-context.js";
import { useHasBegun } from "../gate/use-has-begun.js";
import "./first-steps.css";

/** Where to begin, on a form that has no numbered step yet. */
export function FirstSteps() {
  const { t } = useEditor();
  if (useHasBegun()) return null;
  return (
    <div className="first-steps">
      <p className="first-steps-title">{t("pointer.first.title")}</p>
      <ol>
        <li>{t("pointer.first.lanes")}</li>
        <li>{t("pointer.first.steps")}</li>
        <li>{t("pointer.first.drag")}</li>
      </ol>
    </div>
  );
}
