import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { changesNoList } from "../app/client.js";
import { useAction } from "../app/use-action.js";
import { useFormat } from "../app/use-format.js";
import { type NoticeItem, noticeLink } from "./notice-link.js";
import { markReadMutation } from "./notice-operations.js";
import { announceUnread } from "./unread-count.js";

export function NoticeRow({ item }: { item: NoticeItem }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [busy, mark] = useAction(markReadMutation, { quiet: true, context: changesNoList });
  const read = async () => {
    const result = await mark({ input: { ids: [item.id] } });
    if (result.ok && result.payload.unread) announceUnread(result.payload.unread);
  };
  return (
    <li
      className="notice-row"
      data-unread={item.unread || undefined}
      data-over={item.isOver || undefined}
    >
      <div className="notice-words">
        <Link
          className="row-link"
          to={noticeLink(item)}
          onClick={() => void (item.unread && read())}
        >
          {item.unread && <span className="visually-hidden">{t("notices.isUnread")} </span>}
          {item.headline}
        </Link>
        {item.subject !== null && <div className="quiet">{item.subject}</div>}
        {item.dueAt !== null && (
          <div className="quiet">{t("notices.due", { at: format.dateTime(item.dueAt) })}</div>
        )}
        {item.reason !== null && <q className="notice-reason">{item.reason}</q>}
      </div>
      <div className="notice-side">
        <time className="quiet" dateTime={item.at}>
          {format.time(item.at)}
        </time>
        {item.isOver && <span className="state">{t("notices.over")}</span>}
        {item.unread && (
          <div className="row-actions">
            <Button
              variant="default"
              size="compact-sm"
              fw={400}
              loading={busy}
              onClick={() => void read()}
            >
              {t("notices.markRead")}
            </Button>
          </div>
        )}
      </div>
    </li>
  );
}
