import { useEffect, useEffectEvent, type ReactNode } from "react";
import type { KeptEdits } from "../draft/kept-edits.js";
import { useDraftApi } from "../editor-context.js";
import type { SopData } from "../sop-operations.js";
import { DraftEndedDialog } from "./draft-ended-dialog.js";
import { PresenceContext } from "./presence-context.js";
import { TakenNotice } from "./taken-notice.js";
import { useDraftPulse } from "./use-draft-pulse.js";

/** Keeps an open draft in touch with the others that have it open. */
export function DraftPresence(props: {
  sop: SopData;
  versionId: string;
  kept: KeptEdits;
  reload: (again: boolean) => void;
  children: ReactNode;
}) {
  const { sop, versionId, kept, reload } = props;
  const store = useDraftApi();
  const { people, end, taken, isOutdated } = useDraftPulse(versionId);
  const readAnew = useEffectEvent(() => {
    // What waits here meets theirs when it is saved, and is kept then.
    if (store.getState().pending.length === 0) reload(false);
  });
  useEffect(() => {
    if (isOutdated) readAnew();
  }, [isOutdated]);
  return (
    <PresenceContext value={people}>
      {props.children}
      <TakenNotice taken={taken} />
      <DraftEndedDialog sop={sop} end={end} kept={kept} reload={reload} />
    </PresenceContext>
  );
}
