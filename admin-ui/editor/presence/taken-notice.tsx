import { VisuallyHidden } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { DraftNews } from "./use-draft-pulse.js";

/** Tells who hears the page that the form changed under their hands, and by whom. */
export function TakenNotice({ taken }: Pick<DraftNews, "taken">) {
  const { t } = useTranslation();
  const names = taken?.names.join(", ") ?? "";
  return (
    <VisuallyHidden aria-live="polite" data-testid="taken">
      {taken !== null && t("presence.taken", { names })}
    </VisuallyHidden>
  );
}
