import { useTranslation } from "react-i18next";
import { useUnreadCount } from "./use-unread-count.js";

/** How many notifications there are to read; nothing for none. */
export function UnreadBadge() {
  const { t } = useTranslation();
  const unread = useUnreadCount();
  if (unread === null || unread.count === 0) return null;
  return (
    <span className="rail-badge" data-news>
      <span aria-hidden="true">{unread.hasMore ? "99+" : unread.count}</span>
      <span className="visually-hidden">{t("notices.unread", { count: unread.count })}</span>
    </span>
  );
}
