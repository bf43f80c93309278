import { Button, Modal } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useTranslation } from "react-i18next";
import { EmailForm } from "./email-form.js";
import "./notices.css";

/** Lets the admin say where somebody gets e-mails. */
export function EmailButton(props: {
  person: { readonly id: string; readonly name: string; readonly email: string | null };
}) {
  const { t } = useTranslation();
  const [isOpen, { open, close }] = useDisclosure(false);
  const { person } = props;
  return (
    <>
      <Button variant="default" fw={400} onClick={open}>
        {t("email.change")}
      </Button>
      <Modal
        opened={isOpen}
        onClose={close}
        title={t("email.of", { name: person.name })}
        closeButtonProps={{ "aria-label": t("common.close") }}
      >
        <EmailForm personId={person.id} email={person.email} onClose={close} />
      </Modal>
    </>
  );
}
