import { Button, CloseButton, Drawer, Tabs } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { findProblems } from "../../../domain/index.js";
import { useFormat } from "../../app/use-format.js";
import { EnactDialog } from "./enact-dialog.js";
import { FormCanvas } from "../canvas/form-canvas.js";
import { FormStrip } from "../canvas/form-strip.js";
import { IdentityPage } from "../identity/identity-page.js";
import { rowFlags } from "../canvas/row-flags.js";
import { isOnIdentityPage, rowOf } from "../notes/note-place.js";
import { NotesContext } from "../notes/notes-context.js";
import { NotesPanel } from "../notes/notes-panel.js";
import { useVersionNotes } from "../notes/use-version-notes.js";
import { TimesButton } from "../times/times-button.js";
import { ScheduleNotice } from "./schedule-notice.js";
import { SentBackNotice } from "./sent-back-notice.js";
import { SubmissionNotice } from "./submission-notice.js";
import type { SopData, VersionData } from "../sop-operations.js";
import { VersionStatusLine } from "./version-status-line.js";
import { documentOf } from "./version-document.js";

/** A version as it is read: the form, its first page, and what is still to be confirmed. */
export function VersionView({ sop, version }: { sop: SopData; version: VersionData }) {
  const { t } = useTranslation();
  const format = useFormat();
  const document = useMemo(() => documentOf(version), [version]);
  const { graph } = document;
  const versionNotes = useVersionNotes(version);
  const { notes: all, canAdd } = versionNotes;
  const flags = useMemo(() => rowFlags(all, [], graph.edges), [all, graph]);
  const [reveal, setReveal] = useState<{ node: string } | null>(null);
  const [tab, setTab] = useState<string | null>("form");
  const [areNotesOpen, setNotesOpen] = useState(false);
  const [isEnacting, setEnacting] = useState(false);
  const problems = useMemo(() => findProblems(graph), [graph]);
  const [only, setOnly] = useState<string | null>(null);
  const isNarrow = useMediaQuery("(max-width: 900px)") === true;
  const open = all.filter((note) => !note.resolved).length;
  const toNode = (node: string) => {
    setTab("form");
    setReveal({ node });
    if (isNarrow) setNotesOpen(false);
  };
  const showNotes = (node: string | null) => {
    setTab("form");
    setOnly(node);
    setNotesOpen(true);
  };
  const notes = (
    <NotesPanel
      graph={graph}
      onPlace={(place) => {
        const row = rowOf(place, graph);
        if (row !== null) toNode(row);
        else if (isOnIdentityPage(place)) {
          setTab("identity");
          setNotesOpen(false);
        }
      }}
      only={only}
      onAll={() => setOnly(null)}
    />
  );
  return (
    <NotesContext value={versionNotes}>
      {version.status === "SUBMITTED" && (
        <SubmissionNotice sop={sop} version={version} onEnact={() => setEnacting(true)} />
      )}
      {version.status === "SCHEDULED" && <ScheduleNotice sop={sop} version={version} />}
      <SentBackNotice version={version} />
      <Tabs value={tab} onChange={setTab} keepMounted={false} className="version-tabs">
        <div className="tab-bar">
          <Tabs.List>
            <Tabs.Tab value="form">{t("sop.formTab")}</Tabs.Tab>
            <Tabs.Tab value="identity">{t("sop.identityTab")}</Tabs.Tab>
          </Tabs.List>
          <div className="tab-bar-end">
            <VersionStatusLine version={version} />
            <TimesButton graph={graph} officeId={sop.office.id} onNode={toNode} />
            {version.status === "DRAFT" && sop.canEnact && (
              <Button size="xs" fz="sm" onClick={() => setEnacting(true)}>
                {t("editor.enact")}
              </Button>
            )}
            {(all.length > 0 || canAdd) && (
              <Button
                size="xs"
                fz="sm"
                variant="default"
                aria-expanded={areNotesOpen}
                onClick={() => (areNotesOpen ? setNotesOpen(false) : showNotes(null))}
              >
                {t("notes.tab")}
                {open > 0 && <span className="count-dot">{format.number(open)}</span>}
              </Button>
            )}
          </div>
        </div>
        <Tabs.Panel value="form" className="form-panel">
          <FormStrip identity={document.identity} sop={sop} />
          <div className={areNotesOpen && !isNarrow ? "editor-columns" : "form-place"}>
            <div className="canvas-place">
              <FormCanvas
                graph={graph}
                flags={flags}
                fill
                reveal={reveal}
                selected={reveal?.node ?? null}
                onFlag={(node) => showNotes(node)}
              />
            </div>
            {areNotesOpen && !isNarrow && (
              <aside className="side sheet side-panel" aria-label={t("notes.tab")}>
                <div className="side-head">
                  <h2 className="section-title">{t("notes.tab")}</h2>
                  <CloseButton aria-label={t("common.close")} onClick={() => setNotesOpen(false)} />
                </div>
                {notes}
              </aside>
            )}
          </div>
          <Drawer
            opened={areNotesOpen && isNarrow}
            onClose={() => setNotesOpen(false)}
            position="bottom"
            size="75%"
            title={t("notes.tab")}
            closeButtonProps={{ "aria-label": t("common.close") }}
          >
            {notes}
          </Drawer>
        </Tabs.Panel>
        <Tabs.Panel value="identity">
          <IdentityPage sop={sop} document={document} onEdit={null} />
        </Tabs.Panel>
        <EnactDialog
          opened={isEnacting}
          onClose={() => setEnacting(false)}
          version={version}
          graph={graph}
          problems={problems}
          prepare={() => Promise.resolve(version.revision)}
          onNode={toNode}
          onLane={() => setTab("form")}
        />
      </Tabs>
    </NotesContext>
  );
}
