import { Stack } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { rowNumbers } from "../../../domain/index.js";
import { useDraft } from "../editor-context.js";
import { useHasBegun } from "../gate/use-has-begun.js";
import { TimesSection } from "../times/times-section.js";
import { rowNamer } from "./problem-text.js";

/** What the panel shows while nothing is selected: the lanes and rows, to begin with. */
export function SetupPanel(props: {
  onSelectLane: (lane: string) => void;
  onSelectNode: (node: string) => void;
}) {
  const { t } = useTranslation();
  const graph = useDraft((draft) => draft.document.graph);
  const hasBegun = useHasBegun();
  const numbers = rowNumbers(graph);
  const nameOf = rowNamer(graph, (kind) => t(`kind.${kind}`));
  return (
    <Stack gap="md">
      <p className="quiet">{t("editor.hint")}</p>
      <TimesSection graph={graph} onNode={props.onSelectNode} />
      <section>
        <h2 className="section-title">{t("form.lanes")}</h2>
        {graph.lanes.length === 0 && <p className="quiet">{t("editor.noLanes")}</p>}
        <ul className="pick-list">
          {graph.lanes.map((lane) => (
            <li key={lane.key}>
              <button
                type="button"
                className="link-button"
                onClick={() => props.onSelectLane(lane.key)}
              >
                {lane.name}
              </button>
              {lane.binding === null && (
                <span className={hasBegun ? "late" : "quiet"}> · {t("editor.unbound")}</span>
              )}
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h2 className="section-title">{t("form.activity")}</h2>
        <ul className="pick-list">
          {graph.nodes.map((node) => (
            <li key={node.key} data-numbered={numbers.has(node.key) || undefined}>
              <button
                type="button"
                className="link-button"
                onClick={() => props.onSelectNode(node.key)}
              >
                {nameOf(node.key)}
              </button>
            </li>
          ))}
        </ul>
      </section>
    </Stack>
  );
}
