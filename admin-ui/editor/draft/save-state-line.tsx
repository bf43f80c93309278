import { Button } from "@mantine/core";
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

/** Whether what is drawn is on the server yet. */
export function SaveStateLine() {
  const { t } = useTranslation();
  const store = useDraftApi();
  const state = useDraft((draft) => draft.saveState);
  const message = useDraft((draft) => draft.saveMessage);
  return (
    <span className="save-state" aria-live="polite">
      <span className="state" data-tone={tones[state]} data-testid="save-state" data-state={state}>
        {t(`saveState.${state}`)}
      </span>
      {state === "failed" && (
        <Button
          size="compact-xs"
          variant="default"
          title={message ?? undefined}
          onClick={() => void store.getState().flush()}
        >
          {t("common.retry")}
        </Button>
      )}
      {state === "failed" && message !== null && <span className="quiet">{message}</span>}
    </span>
  );
}
