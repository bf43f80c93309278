import { Button, getDefaultZIndex, Modal, Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { downloadJson } from "../../app/download-json.js";
import { useFormat } from "../../app/use-format.js";
import { useDraft, useDraftApi } from "../editor-context.js";
import type { KeptEdits } from "./kept-edits.js";

/**
 * Somebody else saved this draft meanwhile. What is not on the server is kept in this browser
 * (`keepOnConflict`) until it is applied again or thrown away, here or when the draft is next opened.
 */
export function ConflictDialog(props: {
  kept: KeptEdits;
  /** Reads the draft as the server has it, and applies what is kept to it if `again`. */
  reload: (again: boolean) => void;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const store = useDraftApi();
  const isConflict = useDraft((draft) => draft.saveState === "conflict");
  const unsaved = useDraft((draft) => draft.pending.length);
  const discard = () => {
    props.kept.write([]);
    props.reload(false);
  };
  return (
    <Modal
      opened={isConflict}
      onClose={() => undefined}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
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
        <Stack>
          <Text>{t("conflict.text", { number: format.number(unsaved) })}</Text>
          <Text>{t("conflict.again")}</Text>
          <Stack gap={8}>
            <Button data-autofocus onClick={() => props.reload(true)}>
              {t("kept.apply")}
            </Button>
            <Button variant="default" onClick={() => props.reload(false)}>
              {t("conflict.reload")}
            </Button>
            <Button
              variant="default"
              onClick={() => downloadJson("alur-konsep.json", store.getState().document)}
            >
              {t("conflict.download")}
            </Button>
            <Button variant="subtle" color="red" onClick={discard}>
              {t("kept.discard")}
            </Button>
          </Stack>
        </Stack>
      )}
    </Modal>
  );
}
