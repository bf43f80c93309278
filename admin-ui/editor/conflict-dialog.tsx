import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { useDraft, useDraftApi } from "./draft-context.js";
import type { VersionData } from "./sop-operations.js";

/** Somebody else saved this draft meanwhile. Nothing of one's own is lost: a copy stays here. */
export function ConflictDialog({ version, reload }: { version: VersionData; reload: () => void }) {
  const { t } = useTranslation();
  const store = useDraftApi();
  const isConflict = useDraft((draft) => draft.saveState === "conflict");
  useEffect(() => {
    if (!isConflict) return;
    const { document, pending } = store.getState();
    try {
      const copy = JSON.stringify({ version: version.id, document, pending });
      localStorage.setItem(`alur.draft:${version.id}`, copy);
    } catch {
      // Without a place to keep the copy, the download in the dialog still holds it.
    }
  }, [isConflict, store, version.id]);
  const download = () => {
    const copy = JSON.stringify(store.getState().document, null, 2);
    const url = URL.createObjectURL(new Blob([copy], { type: "application/json" }));
    const link = window.document.createElement("a");
    link.href = url;
    link.download = "alur-konsep.json";
    link.click();
    URL.revokeObjectURL(url);
  };
  return (
    <Modal
      opened={isConflict}
      onClose={() => undefined}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      title={t("conflict.title")}
    >
      <Stack>
        <Text>{t("conflict.text")}</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={download}>
            {t("conflict.download")}
          </Button>
          <Button onClick={reload}>{t("conflict.reload")}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
