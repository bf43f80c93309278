import { Button, getDefaultZIndex, Modal, Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { downloadJson } from "../../app/download-json.js";
import { useDraft, useDraftApi } from "../editor-context.js";
import { TwoDraftsMerged } from "../versions/two-drafts-merged.js";
import type { KeptEdits } from "./kept-edits.js";
import { useDiscard } from "./use-discard.js";

interface ConflictProps {
  kept: KeptEdits;
  /** Reads the draft as the server has it, and applies what is kept to it if `again`. */
  reload: (again: boolean) => void;
}

/**
 * Somebody else changed the same thing meanwhile. What is not on the server is kept in this browser
 * (`keepOnConflict`) until it is applied again or thrown away, here or when the draft is next opened.
 */
export function ConflictDialog(props: ConflictProps) {
  const { t } = useTranslation();
  const isConflict = useDraft((draft) => draft.saveState === "conflict");
  const unsaved = useDraft((draft) => draft.pending.length);
  return (
    <Modal
      opened={isConflict}
      onClose={() => undefined}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      size={unsaved === 0 ? "md" : "xl"}
      // Above the panel, which on a phone lies over the form.
      zIndex={getDefaultZIndex("max")}
      title={t("conflict.title")}
    >
      {unsaved === 0 ? (
        <Stack>
          <Text>{t("conflict.allSaved")}</Text>
          <Button onClick={() => props.reload(false)}>{t("conflict.reload")}</Button>
        </Stack>
      ) : (
        <Conflict {...props} />
      )}
    </Modal>
  );
}

function Conflict({ kept, reload }: ConflictProps) {
  const { t } = useTranslation();
  const store = useDraftApi();
  const overtaken = useDraft((draft) => draft.overtaken);
  const mine = useDraft((draft) => draft.document);
  const pending = useDraft((draft) => draft.pending);
  const discard = useDiscard(kept, reload);
  const rest = (
    <>
      <Button variant="default" onClick={() => reload(false)}>
        {t("conflict.reload")}
      </Button>
      <Button
        variant="default"
        onClick={() => downloadJson("alur-konsep.json", store.getState().document)}
      >
        {t("conflict.download")}
      </Button>
      <Button variant="subtle" color="red" onClick={discard}>
        {t("conflict.discard")}
      </Button>
    </>
  );
  if (overtaken === null) {
    return (
      <Stack>
        <Text>{t("conflict.text")}</Text>
        <Button data-autofocus onClick={() => reload(true)}>
          {t("conflict.both")}
        </Button>
        {rest}
      </Stack>
    );
  }
  return (
    <TwoDraftsMerged
      overtaken={overtaken}
      mine={mine}
      pending={pending}
      otherWays={rest}
      onMerged={(edits) => {
        // What an earlier conflict kept stands before the edits of this one.
        const all = kept.read();
        kept.write([...all.slice(0, Math.max(0, all.length - pending.length)), ...edits]);
        reload(true);
      }}
    />
  );
}
