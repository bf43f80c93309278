import { useTranslation } from "react-i18next";
import type { Graph } from "../../../domain/index.js";
import { useEditor } from "../editor-context.js";
import { TimesPanel } from "./times-panel.js";
import { useSopTimes } from "./use-sop-times.js";

/** How long the draft takes, beside the form while nothing on it is selected. */
export function TimesSection(props: { graph: Graph; onNode: (node: string) => void }) {
  const { t } = useTranslation();
  const { officeId, view } = useEditor();
  const found = useSopTimes(props.graph, officeId);
  return (
    <section>
      <h2 className="section-title">{t("times.title")}</h2>
      {found !== null && <TimesPanel {...props} found={found} onPlay={view.getState().play} />}
    </section>
  );
}
