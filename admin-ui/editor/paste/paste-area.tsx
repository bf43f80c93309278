import { Button, Group, Stack, Textarea } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { clipboardTexts } from "./read-clipboard.js";
import { PasteFault } from "./paste-fault.js";
import type { TablePaste } from "./use-table-paste.js";

/** Where a table is pasted, or typed with tabs between its cells. */
export function PasteArea({ paste }: { paste: TablePaste }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState("");
  const { reading } = paste;
  return (
    <Stack gap="md">
      {reading !== null && !reading.ok && <PasteFault fault={reading.fault} />}
      <Textarea
        data-autofocus
        label={t("paste.area")}
        description={t("paste.areaHint")}
        classNames={{ input: "paste-area" }}
        rows={8}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onPaste={(event) => {
          // The table never becomes part of the page: only its texts are read.
          event.preventDefault();
          setTyped("");
          paste.read(clipboardTexts(event.clipboardData));
        }}
      />
      <Group justify="flex-end">
        <Button
          variant="default"
          disabled={typed.trim() === ""}
          onClick={() => paste.read({ html: "", text: typed })}
        >
          {t("paste.readTyped")}
        </Button>
      </Group>
    </Stack>
  );
}
