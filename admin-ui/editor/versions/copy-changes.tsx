import { Button, CopyButton } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { ChangeGroup } from "../../../domain/index.js";
import { groupSentence } from "./change-text.js";
import { useChangeWords } from "./use-change-words.js";

/** Takes the list along as text: into a memo, a message, minutes. */
export function CopyChanges({ groups }: { groups: readonly ChangeGroup[] }) {
  const { t } = useTranslation();
  const words = useChangeWords();
  const text = groups.map((group) => groupSentence(group, words)).join("\n");
  return (
    <CopyButton value={text}>
      {({ copied, copy }) => (
        <Button size="compact-xs" fz="sm" variant="default" onClick={copy}>
          {copied ? t("common.copied") : t("compare.copy")}
        </Button>
      )}
    </CopyButton>
  );
}
