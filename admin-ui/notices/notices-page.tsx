import { Anchor, Button, SegmentedControl } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { MoreButton } from "../app/more-button.js";
import { PageHeader } from "../app/page-header.js";
import { EmptyState, ErrorState, Loading } from "../app/states.js";
import { useAction } from "../app/use-action.js";
import { useFormat } from "../app/use-format.js";
import { byDay } from "./notice-days.js";
import { markAllReadMutation } from "./notice-operations.js";
import { NoticeRow } from "./notice-row.js";
import "./notices.css";
import { announceUnread } from "./unread-count.js";
import { useNoticePages } from "./use-notice-pages.js";
import { useUnreadCount } from "./use-unread-count.js";

/** What one was told of, by days, the newest first. */
export function NoticesPage() {
  const { t } = useTranslation();
  const [unreadOnly, setUnreadOnly] = useState(false);
  const unread = useUnreadCount();
  const [busy, markAll] = useAction(markAllReadMutation);
  const readAll = async () => {
    const result = await markAll({});
    if (result.ok && result.payload.unread) announceUnread(result.payload.unread);
  };
  return (
    <div className="measure">
      <PageHeader
        title={t("notices.title")}
        under={
          <Anchor component={Link} to="/pemberitahuan/pengaturan" inherit>
            {t("notices.toSettings")}
          </Anchor>
        }
        actions={
          unread !== null &&
          unread.count > 0 && (
            <Button variant="default" loading={busy} onClick={() => void readAll()}>
              {t("notices.readAll")}
            </Button>
          )
        }
      />
      <SegmentedControl
        mb="md"
        aria-label={t("notices.which")}
        value={unreadOnly ? "unread" : "all"}
        onChange={(value) => setUnreadOnly(value === "unread")}
        data={[
          { value: "all", label: t("notices.all") },
          { value: "unread", label: t("notices.unreadOnly") },
        ]}
      />
      <NoticeList key={String(unreadOnly)} unreadOnly={unreadOnly} />
    </div>
  );
}

function NoticeList({ unreadOnly }: { unreadOnly: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const pages = useNoticePages(unreadOnly);
  return (
    <>
      {pages.items === null && pages.error === null && <Loading />}
      {pages.items === null && pages.error !== null && (
        <ErrorState error={pages.error} retry={pages.reread} />
      )}
      {pages.items?.length === 0 && (
        <div className="sheet">
          <EmptyState title={unreadOnly ? t("notices.noneUnread") : t("notices.none")}>
            {t("notices.noneHint")}
          </EmptyState>
        </div>
      )}
      {byDay(pages.items ?? [], (at) => format.weekday(at)).map(({ day, items }) => (
        <section key={day} className="notice-day" aria-label={day}>
          <h2 className="section-title">{day}</h2>
          <ul className="ledger sheet">
            {items.map((item) => (
              <NoticeRow key={item.id} item={item} />
            ))}
          </ul>
        </section>
      ))}
      <MoreButton page={pages.more} onMore={pages.load} />
    </>
  );
}
