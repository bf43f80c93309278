import { Button } from "@mantine/core";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useDraft, useDraftApi } from "../editor-context.js";
import type { SaveState } from "./draft-store.js";

const tones: Record<SaveState, string> = {
  saved: "done",
  waiting: "active",
  saving: "active",
  failed: "late",
  conflict: "late",
};

/** ms that a save may take before it is called slow. */
const slowAfter = 8000;

/** Whether one save has been under way for long. */
function useIsSlow(state: SaveState): boolean {
  const [slow, setSlow] = useState<SaveState | null>(null);
  useEffect(() => {
    if (state !== "saving") return;
    const timer = setTimeout(() => setSlow("saving"), slowAfter);
    return () => {
      clearTimeout(timer);
      setSlow(null);
    };
  }, [state]);
  return slow === state;
}

/** Whether what is drawn is on the server yet. */
export function SaveStateLine() {
  const { t } = useTranslation();
  const store = useDraftApi();
  const state = useDraft((draft) => draft.saveState);
  const message = useDraft((draft) => draft.saveMessage);
  const isSlow = useIsSlow(state);
  return (
    <span className="save-state" aria-live="polite">
      <span className="state" data-tone={tones[state]} data-testid="save-state" data-state={state}>
        {isSlow ? t("saveState.slow") : t(`saveState.${state}`)}
      </span>
      {state === "failed" && (
        <Button
          size="compact-xs"
          variant="default"
          title={t("saveState.keptHere")}
          onClick={() => void store.getState().flush()}
        >
          {t("common.retry")}
        </Button>
      )}
      {state === "failed" && message !== null && <span className="save-message">{message}</span>}
    </span>
  );
}
