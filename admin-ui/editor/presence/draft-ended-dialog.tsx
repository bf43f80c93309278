import { Button, getDefaultZIndex, Modal, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { downloadJson } from "../../app/download-json.js";
import { useFormat } from "../../app/use-format.js";
import type { KeptEdits } from "../draft/kept-edits.js";
import { useDraft, useEditor } from "../editor-context.js";
import type { SopData } from "../sop-operations.js";
import type { DraftEnd } from "./use-draft-pulse.js";
import { useRescue } from "./use-rescue.js";

/**
 * The draft was submitted, enacted or thrown away while it was open here. What is on the screen
 * stays there until the person has chosen what becomes of it.
 */
export function DraftEndedDialog(props: {
  sop: SopData;
  end: DraftEnd | null;
  kept: KeptEdits;
  reload: (again: boolean) => void;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const { sop, end, kept, reload } = props;
  const { draft } = useEditor();
  const unsaved = useDraft(({ pending }) => pending.length);
  const [isPutOff, setPutOff] = useState<DraftEnd | null>(null);
  const { isBusy, revise, copy } = useRescue(sop);
  if (end === null) return null;
  const keepAndReload = () => {
    const { pending } = draft.getState();
    if (pending.length > 0) kept.write([...kept.read(), ...pending]);
    reload(false);
  };
  return (
    <Modal
      opened={isPutOff !== end}
      onClose={() => setPutOff(end)}
      zIndex={getDefaultZIndex("max")}
      title={t(`draftEnd.title.${end}`)}
      closeButtonProps={{ "aria-label": t("common.close") }}
    >
      <Stack>
        <Text>{t(`draftEnd.text.${end}`)}</Text>
        {unsaved > 0 && <Text>{t("draftEnd.unsaved", { number: format.number(unsaved) })}</Text>}
        <Stack gap={8}>
          {end === "SUBMITTED" && <Button onClick={keepAndReload}>{t("draftEnd.see")}</Button>}
          {end === "ENACTED" && (
            <>
              <Button loading={isBusy} onClick={() => void revise()}>
                {t(unsaved > 0 ? "draftEnd.reviseWithMine" : "sop.revise")}
              </Button>
              <Button variant="default" onClick={keepAndReload}>
                {t("draftEnd.see")}
              </Button>
            </>
          )}
          {end === "DISCARDED" && (
            <Button loading={isBusy} onClick={() => void copy()}>
              {t("draftEnd.copy")}
            </Button>
          )}
          <Button
            variant="default"
            onClick={() => downloadJson("alur-konsep.json", draft.getState().document)}
          >
            {t("conflict.download")}
          </Button>
        </Stack>
      </Stack>
    </Modal>
  );
}
