import { useTranslation } from "react-i18next";
import type { Graph } from "../../domain/index.js";
import { FormCanvas } from "../editor/canvas/form-canvas.js";

/** The drawing of what a new SOP would begin with. */
export function FormPreview(props: { name: string | null; graph: Graph | null }) {
  const { t } = useTranslation();
  const { name, graph } = props;
  return (
    <figure className="form-preview" aria-label={name ?? t("newSop.preview")}>
      {graph === null ? (
        <p className="quiet">{t("newSop.chooseFirst")}</p>
      ) : (
        <FormCanvas key={name} graph={graph} fill />
      )}
    </figure>
  );
}
