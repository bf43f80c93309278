import { useTranslation } from "react-i18next";
import { useQuery } from "urql";
import { useMe } from "../app/session.js";
import { showsStuck } from "../app/shows-types.js";
import { useLiveRefetch } from "../app/use-live-refetch.js";
import { stuckCountQuery } from "./stuck-operations.js";

/** How much of one's office is stuck; nothing for none. */
export function StuckBadge() {
  const { t } = useTranslation();
  const me = useMe();
  const [{ data }, refetch] = useQuery({
    query: stuckCountQuery,
    variables: { officeId: me.office.id },
    context: showsStuck,
  });
  useLiveRefetch(refetch);
  const { count = 0, hasMore = false } = data?.stuckCount ?? {};
  if (count === 0) return null;
  return (
    <span className="rail-badge">
      <span aria-hidden="true">{hasMore ? t("worklist.countMore", { count }) : count}</span>
      <span className="visually-hidden">
        {t(hasMore ? "nav.stuckMore" : "nav.stuckCount", { count })}
      </span>
    </span>
  );
}
