import { Button, Code, CopyButton, Modal, Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";

export interface HandedOut {
  readonly name: string;
  readonly password: string;
}

/** A temporary password, shown this once. */
export function PasswordModal(props: { handedOut: HandedOut | null; onClose: () => void }) {
  const { t } = useTranslation();
  const { handedOut, onClose } = props;
  return (
    <Modal
      opened={handedOut !== null}
      onClose={onClose}
      title={t("people.temporaryPassword")}
      closeButtonProps={{ "aria-label": t("common.close") }}
    >
      <Stack>
        <Text size="sm">{t("people.temporaryHint", { name: handedOut?.name ?? "" })}</Text>
        <Code block>{handedOut?.password}</Code>
        <CopyButton value={handedOut?.password ?? ""}>
          {({ copied, copy }) => (
            <Button onClick={copy}>{copied ? t("common.copied") : t("common.copy")}</Button>
          )}
        </CopyButton>
      </Stack>
    </Modal>
  );
}
