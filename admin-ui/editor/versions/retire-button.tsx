import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useTranslation } from "react-i18next";
import { useAction } from "../../app/use-action.js";
import { retireSopMutation } from "../sop-operations.js";

/** Takes an SOP out of force, after asking once more. */
export function RetireButton({ sop }: { sop: { readonly id: string; readonly title: string } }) {
  const { t } = useTranslation();
  const [isOpen, { open, close }] = useDisclosure(false);
  const [busy, retire] = useAction(retireSopMutation);
  const submit = async () => {
    const result = await retire({ input: { sopId: sop.id } });
    if (result.ok) close();
  };
  return (
    <>
      <Button variant="subtle" className="quiet-danger" onClick={open}>
        {t("sop.retire")}
      </Button>
      <Modal
        opened={isOpen}
        onClose={close}
        title={t("sop.retireTitle")}
        closeButtonProps={{ "aria-label": t("common.close") }}
      >
        <Stack>
          <Text>{t("sop.retireText", { title: sop.title })}</Text>
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {t("common.back")}
            </Button>
            <Button color="red" loading={busy} onClick={() => void submit()}>
              {t("sop.retire")}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}
