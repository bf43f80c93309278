import { Button, Modal } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useTranslation } from "react-i18next";
import { type Returned, ReturnForm } from "./return-form.js";
import type { TaskView } from "./task-operations.js";

/** Sends the case back to a step that led here; only where there is one. */
export function ReturnButton(props: { task: TaskView; onReturned: (answer: Returned) => void }) {
  const { t } = useTranslation();
  const [isOpen, { open, close }] = useDisclosure(false);
  if (props.task.returnTargets.length === 0) return null;
  return (
    <>
      <Button variant="default" size="md" onClick={open}>
        {t("return.action")}
      </Button>
      <Modal
        opened={isOpen}
        onClose={close}
        title={t("return.title")}
        closeButtonProps={{ "aria-label": t("common.close") }}
      >
        <ReturnForm
          task={props.task}
          onBack={close}
          onReturned={(answer) => {
            close();
            props.onReturned(answer);
          }}
        />
      </Modal>
    </>
  );
}
