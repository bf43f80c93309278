import { Button, CloseButton, Drawer, Tabs } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useCallback, useMemo, useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../app/use-format.js";
import { EnactDialog } from "./enact-dialog.js";
import { FormCanvas } from "../canvas/form-canvas.js";
import { FormStrip } from "../canvas/form-strip.js";
import { IdentityPage } from "../identity/identity-page.js";
import { rowFlags } from "../canvas/row-flags.js";
import type { SeenDrawing } from "../gate/call-checker.js";
import { useCallCheck } from "../gate/use-call-check.js";
import { useRuleLevels } from "../gate/use-rule-levels.js";
import { VerdictLine } from "../gate/verdict-line.js";
import { useFoundProblems } from "../panels/draft-problems.js";
import { PlaybackBar } from "../playback/playback-bar.js";
import type { Playable } from "../playback/playback.js";
import { PlayedRunContext, TraceLayer } from "../playback/trace-layer.js";
import { usePlayback } from "../playback/use-playback.js";
import { isOnIdentityPage, rowOf } from "../notes/note-place.js";
import { NotesContext } from "../notes/notes-context.js";
import { NotesPanel } from "../notes/notes-panel.js";
import { useVersionNotes } from "../notes/use-version-notes.js";
import { TimesButton } from "../times/times-button.js";
import { ScheduleNotice } from "./schedule-notice.js";
import { SentBackNotice } from "./sent-back-notice.js";
import { SubmissionNotice } from "./submission-notice.js";
import type { SopData, VersionData } from "../sop-operations.js";
import { VersionCheck } from "./version-check.js";
import { VersionStatusLine } from "./version-status-line.js";
import { documentOf } from "./version-document.js";

/** What stands beside the form: notes to be confirmed, or what the rules say of it. */
type Side = "notes" | "check";

const traceLayer = <TraceLayer />;

/** A version as it is read: the form, its first page, and what is still to be confirmed. */
export function VersionView({ sop, version }: { sop: SopData; version: VersionData }) {
  const { t } = useTranslation();
  const format = useFormat();
  const document = useMemo(() => documentOf(version), [version]);
  const { graph } = document;
  const versionNotes = useVersionNotes(version);
  const { notes: all, canAdd } = versionNotes;
  // What the rules say is for those who draw and those who approve.
  const isConcerned = sop.canEdit || sop.canEnact;
  const levels = useRuleLevels(sop);
  const [isEnacting, setEnacting] = useState(false);
  const isOpen = version.status === "DRAFT" || version.status === "SUBMITTED";
  // Once it is enacted, an SOP that it runs may still be retired.
  const runsCases = version.status === "IN_FORCE" || version.status === "SCHEDULED";
  const { revision } = version;
  const follow = useCallback(
    (look: (seen: SeenDrawing) => void) => look({ graph, revision, isStranded: false }),
    [graph, revision],
  );
  const calls = useCallCheck(
    version.id,
    isConcerned && (isOpen || runsCases) ? graph : null,
    follow,
    isEnacting,
  );
  const { problems, verdict } = useFoundProblems(isConcerned ? graph : null, levels, calls);
  const flags = useMemo(() => rowFlags(all, problems.errors, graph), [all, problems.errors, graph]);
  const [reveal, setReveal] = useState<{ node: string } | null>(null);
  const [tab, setTab] = useState<string | null>("form");
  const [side, setSide] = useState<Side | null>(null);
  const [playing, setPlaying] = useState<Playable | null>(null);
  const played = usePlayback(graph, playing, () => setPlaying(null));
  const [only, setOnly] = useState<string | null>(null);
  const isNarrow = useMediaQuery("(max-width: 900px)") === true;
  const open = all.filter((note) => !note.resolved).length;
  const toNode = (node: string) => {
    setTab("form");
    setReveal({ node });
    if (isNarrow) setSide(null);
  };
  const play = (problem: Playable) => {
    setTab("form");
    setPlaying({ ...problem });
    if (isNarrow) setSide(null);
  };
  const look = played?.frame ?? null;
  const [looked, setLooked] = useState(look);
  if (look !== looked) {
    setLooked(look);
    if (look !== null && look.look !== null) setReveal({ node: look.look });
  }
  const showNotes = (node: string | null) => {
    setTab("form");
    setOnly(node);
    setSide("notes");
  };
  const notes = (
    <NotesPanel
      graph={graph}
      onPlace={(place) => {
        const row = rowOf(place, graph);
        if (row !== null) toNode(row);
        else if (isOnIdentityPage(place)) {
          setTab("identity");
          setSide(null);
        }
      }}
      only={only}
      onAll={() => setOnly(null)}
    />
  );
  const check = (
    <VersionCheck
      graph={graph}
      problems={problems}
      verdict={verdict}
      onNode={toNode}
      onPlay={play}
    />
  );
  const sides: Readonly<Record<Side, { title: string; content: ReactNode }>> = {
    notes: { title: t("notes.tab"), content: notes },
    check: { title: t("verdict.title"), content: check },
  };
  const beside = side === null ? null : sides[side];
  return (
    <NotesContext value={versionNotes}>
      {version.status === "SUBMITTED" && (
        <SubmissionNotice
          sop={sop}
          version={version}
          isBlocked={problems.errors.length > 0}
          onEnact={() => setEnacting(true)}
        />
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
            <TimesButton graph={graph} officeId={sop.office.id} onNode={toNode} onPlay={play} />
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
                aria-expanded={side === "notes"}
                onClick={() => (side === "notes" ? setSide(null) : showNotes(null))}
              >
                {t("notes.tab")}
                {open > 0 && <span className="count-dot">{format.number(open)}</span>}
              </Button>
            )}
          </div>
        </div>
        <Tabs.Panel value="form" className="form-panel">
          <div className="form-lead">
            <FormStrip identity={document.identity} sop={sop} />
            {isConcerned && <VerdictLine verdict={verdict} onPress={() => setSide("check")} />}
          </div>
          <div className={beside !== null && !isNarrow ? "editor-columns" : "form-place"}>
            <div className="canvas-place">
              <PlayedRunContext value={played}>
                <FormCanvas
                  graph={graph}
                  flags={flags}
                  fill
                  marks={played?.frame.marks ?? null}
                  reveal={reveal}
                  selected={reveal?.node ?? null}
                  onFlag={(node) =>
                    flags.rows.get(node) === "note" ? showNotes(node) : setSide("check")
                  }
                  layers={traceLayer}
                />
                {played !== null && <PlaybackBar played={played} />}
              </PlayedRunContext>
            </div>
            {beside !== null && !isNarrow && (
              <aside className="side sheet side-panel" aria-label={beside.title}>
                <div className="side-head">
                  <h2 className="section-title">{beside.title}</h2>
                  <CloseButton aria-label={t("common.close")} onClick={() => setSide(null)} />
                </div>
                {beside.content}
              </aside>
            )}
          </div>
          <Drawer
            opened={beside !== null && isNarrow}
            onClose={() => setSide(null)}
            position="bottom"
            size="75%"
            title={beside?.title}
            closeButtonProps={{ "aria-label": t("common.close") }}
          >
            {beside?.content}
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
          errors={problems.errors}
          warnings={problems.warnings}
          verdict={verdict}
          prepare={() => Promise.resolve(version.revision)}
          onNode={toNode}
          onLane={() => setTab("form")}
          onPlay={play}
        />
      </Tabs>
    </NotesContext>
  );
}
