import { Tabs } from "@mantine/core";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../app/use-format.js";
import { FormCanvas } from "./form-canvas.js";
import { FormStrip } from "./form-strip.js";
import { IdentityPage } from "./identity-page.js";
import { NotesPanel } from "./notes-panel.js";
import { rowFlags } from "./row-flags.js";
import type { SopData, VersionData } from "./sop-page.js";
import { VersionStatusLine } from "./version-status-line.js";
import { documentOf } from "./version-document.js";

/** A version as it is read: the form, its first page, and what is still to be confirmed. */
export function VersionView({ sop, version }: { sop: SopData; version: VersionData }) {
  const { t } = useTranslation();
  const format = useFormat();
  const document = useMemo(() => documentOf(version), [version]);
  const { graph } = document;
  const flags = useMemo(() => rowFlags(version.notes, [], graph.edges), [version.notes, graph]);
  const [reveal, setReveal] = useState<{ node: string } | null>(null);
  const [tab, setTab] = useState<string | null>("form");
  const open = version.notes.filter((note) => !note.resolved).length;
  const toNode = (node: string) => {
    setTab("form");
    setReveal({ node });
  };
  return (
    <Tabs value={tab} onChange={setTab} keepMounted={false} className="version-tabs">
      <Tabs.List>
        <Tabs.Tab value="form">{t("sop.formTab")}</Tabs.Tab>
        <Tabs.Tab value="identity">{t("sop.identityTab")}</Tabs.Tab>
        {version.notes.length > 0 && (
          <Tabs.Tab value="notes">
            {t("notes.tab")}
            {open > 0 && <span className="count-dot">{format.number(open)}</span>}
          </Tabs.Tab>
        )}
        <VersionStatusLine version={version} />
      </Tabs.List>
      <Tabs.Panel value="form" className="form-panel">
        <FormStrip identity={document.identity} sop={sop} />
        <div className="canvas-place">
          <FormCanvas
            graph={graph}
            flags={flags}
            fill
            reveal={reveal}
            selected={reveal?.node ?? null}
          />
        </div>
      </Tabs.Panel>
      <Tabs.Panel value="identity">
        <IdentityPage sop={sop} document={document} notes={version.notes} onEdit={null} />
      </Tabs.Panel>
      <Tabs.Panel value="notes">
        <div className="sheet sheet-pad">
          <NotesPanel
            notes={version.notes}
            graph={graph}
            canResolve={sop.canEdit}
            onNode={toNode}
          />
        </div>
      </Tabs.Panel>
    </Tabs>
  );
}
