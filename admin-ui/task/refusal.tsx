import { Alert } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Completion } from "./use-completion.js";

/** Why the completion was refused, where the form that was sent is none any more. */
export function Refusal({ completion }: { completion: Completion }) {
  const { t } = useTranslation();
  if (completion.fault?.type !== "REFUSED") return null;
  return (
    <Alert color="red" variant="light" role="alert" mb="md" title={t("task.refusedTitle")}>
      {completion.fault.message}
    </Alert>
  );
}
