import { useTranslation } from "react-i18next";

/** Where menus, lists, dialogs and messages are drawn: a landmark, as the page under them is. */
export const floatingPlaceId = "floating-place";

export function FloatingPlace() {
  const { t } = useTranslation();
  return <div id={floatingPlaceId} role="region" aria-label={t("nav.floating")} />;
}
