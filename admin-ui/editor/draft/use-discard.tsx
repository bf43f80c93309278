import { Button, Group, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useTranslation } from "react-i18next";
import { changeGroups } from "../../../domain/index.js";
import { useDraftApi } from "../editor-context.js";
import { groupSentence } from "../versions/change-text.js";
import { useChangeWords } from "../versions/use-change-words.js";
import type { KeptEdits } from "./kept-edits.js";

/** Gives up what is not on the server; a message brings it back, or copies what it was. */
export function useDiscard(kept: KeptEdits, reload: (again: boolean) => void): () => void {
  const { t } = useTranslation();
  const store = useDraftApi();
  const words = useChangeWords();
  return () => {
    const edits = kept.read();
    const { overtaken, document } = store.getState();
    const text = (overtaken === null ? [] : changeGroups(overtaken.base, document))
      .map((group) => groupSentence(group, words))
      .join("\n");
    kept.write([]);
    reload(false);
    const id = notifications.show({
      autoClose: false,
      message: (
        <>
          <Text size="sm">{t("conflict.discarded")}</Text>
          <Group gap={8} mt={6}>
            <Button
              size="compact-xs"
              fz="sm"
              onClick={() => {
                notifications.hide(id);
                kept.write(edits);
                reload(true);
              }}
            >
              {t("conflict.bringBack")}
            </Button>
            {text !== "" && (
              <Button
                size="compact-xs"
                fz="sm"
                variant="default"
                onClick={() => void navigator.clipboard.writeText(text)}
              >
                {t("conflict.copyText")}
              </Button>
            )}
          </Group>
        </>
      ),
    });
  };
}
