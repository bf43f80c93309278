import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useFormat } from "../app/use-format.js";
import type { PreviewPartsFragment } from "../generated/graphql.js";

/** What saving will do to open deadlines, before it is done. */
export function SaveDialog(props: {
  preview: PreviewPartsFragment;
  busy: boolean;
  onSave: () => void;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const { preview, busy, onSave, onClose } = props;
  const { movedTasks, movedCases, laterTasks, examples } = preview;
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("calendar.saveTitle")}
      closeButtonProps={{ "aria-label": t("common.close") }}
    >
      <Stack>
        <Text>
          {movedTasks === 0
            ? t("calendar.movesNone")
            : t("calendar.moves", { count: movedTasks, cases: movedCases })}
        </Text>
        {movedTasks > 0 && (
          <Text size="sm" className="quiet">
            {t("calendar.movesHow", { later: laterTasks, earlier: movedTasks - laterTasks })}
          </Text>
        )}
        {examples.length > 0 && (
          <ul className="change-list">
            {examples.map(({ title, step, from, to }, index) => (
              <li key={index}>
                <strong>{title}</strong>
                <div className="clamp">{step}</div>
                <del>{format.dateTime(from)}</del> → <ins>{format.dateTime(to)}</ins>
              </li>
            ))}
          </ul>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t("common.back")}
          </Button>
          <Button loading={busy} onClick={onSave} data-autofocus>
            {t("calendar.save")}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
