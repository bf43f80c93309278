import { SegmentedControl, Tabs } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import {
  changeGroups,
  compareDocuments,
  unionGraph,
  type ChangeGroup,
  type SopDocument,
} from "../../../domain/index.js";
import { useFormat } from "../../app/use-format.js";
import { FormCanvas } from "../canvas/form-canvas.js";
import { ChangeCounts } from "./change-counts.js";
import { ChangeList, groupName } from "./change-list.js";
import { formMarks } from "./change-marks.js";
import { CopyChanges } from "./copy-changes.js";
import { MarkLayer } from "./mark-layer.js";

type Drawn = "both" | "before" | "after";

/** Two documents: the differences on the drawing, and beside it written down. */
export function CompareView({ before, after }: { before: SopDocument; after: SopDocument }) {
  const { t } = useTranslation();
  const format = useFormat();
  const groups = useMemo(() => changeGroups(before, after), [before, after]);
  const [tab, setTab] = useState<string | null>("list");
  const [picked, setPicked] = useState<string | null>(null);
  const [reveal, setReveal] = useState<{ node: string } | null>(null);
  const [drawn, setDrawn] = useState<Drawn>("both");
  const isNarrow = useMediaQuery("(max-width: 900px)") === true;
  const pick = (group: ChangeGroup) => {
    setPicked(groupName(group));
    const node = group.of === "STEP" ? group.key : firstIn(group.key, before, after);
    if (node !== null) setReveal({ node });
    setTab("form");
    // What is gone is only on the older drawing, and what is new only on the newer one.
    if (group.how === "REMOVED" && drawn === "after") setDrawn("both");
    if (group.how === "ADDED" && drawn === "before") setDrawn("both");
  };
  const list = (
    <>
      <div className="compare-list-head">
        <ChangeCounts groups={groups} />
        {groups.length > 0 && <CopyChanges groups={groups} />}
      </div>
      {groups.length === 0 ? (
        <p className="quiet">{t("compare.same")}</p>
      ) : (
        <ChangeList groups={groups} picked={picked} onPick={pick} />
      )}
    </>
  );
  const drawing = (
    <div className="compare-drawing">
      <SegmentedControl
        size="xs"
        value={drawn}
        onChange={(value) => setDrawn(value as Drawn)}
        aria-label={t("compare.drawn")}
        data={[
          { value: "both", label: t("compare.both") },
          { value: "before", label: t("compare.before") },
          { value: "after", label: t("compare.after") },
        ]}
      />
      <div className="canvas-place">
        <ComparedForm
          before={before}
          after={after}
          drawn={drawn}
          reveal={reveal}
          picked={picked}
          onPick={(of, key) => setPicked(`${of}:${key}`)}
        />
      </div>
    </div>
  );
  if (!isNarrow) {
    return (
      <div className="editor-columns compare-columns">
        {drawing}
        <aside className="side sheet side-panel" aria-label={t("compare.list")}>
          {list}
        </aside>
      </div>
    );
  }
  return (
    <Tabs value={tab} onChange={setTab} className="version-tabs">
      <Tabs.List>
        <Tabs.Tab value="list">
          {t("compare.list")}
          <span className="count-dot">{format.number(groups.length)}</span>
        </Tabs.Tab>
        <Tabs.Tab value="form">{t("sop.formTab")}</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="list" className="compare-list">
        {list}
      </Tabs.Panel>
      <Tabs.Panel value="form" className="form-panel">
        {drawing}
      </Tabs.Panel>
    </Tabs>
  );
}

/** A row that shows a lane: the first step in it. */
function firstIn(lane: string, ...documents: readonly SopDocument[]): string | null {
  const nodes = documents.toReversed().flatMap(({ graph }) => graph.nodes);
  return nodes.find(({ parts }) => parts.some((part) => part.lane === lane))?.key ?? null;
}

function ComparedForm(props: {
  before: SopDocument;
  after: SopDocument;
  drawn: Drawn;
  reveal: { readonly node: string } | null;
  picked: string | null;
  onPick: (of: "STEP" | "LANE", key: string) => void;
}) {
  const { before, after, drawn, picked } = props;
  const marks = useMemo(
    () => formMarks(compareDocuments(before, after), before, after),
    [before, after],
  );
  const both = useMemo(() => unionGraph(before.graph, after.graph), [before, after]);
  const uncounted = useMemo(() => {
    const stays = new Set(after.graph.nodes.map(({ key }) => key));
    return new Set(before.graph.nodes.map(({ key }) => key).filter((key) => !stays.has(key)));
  }, [before, after]);
  const { columns = null } = drawn === "before" ? before : after;
  const graphs = { both, before: before.graph, after: after.graph };
  return (
    <FormCanvas
      key={drawn}
      graph={graphs[drawn]}
      columns={columns}
      fill
      reveal={props.reveal}
      {...(drawn === "both" ? { uncounted } : {})}
      layers={
        <MarkLayer
          marks={marks}
          picked={picked === null ? null : picked.slice(picked.indexOf(":") + 1)}
          onPick={props.onPick}
        />
      }
    />
  );
}
