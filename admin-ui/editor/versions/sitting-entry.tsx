import { Anchor } from "@mantine/core";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { changeGroups } from "../../../domain/index.js";
import { Loading } from "../../app/states.js";
import { useFormat } from "../../app/use-format.js";
import { ChangeList } from "./change-list.js";
import { compareLink } from "./compare-sides.js";
import type { HistoryEntry } from "./sittings.js";
import { useSideDocument } from "./use-side-document.js";

interface SittingProps {
  readonly sopId: string;
  readonly versionId: string;
  readonly sitting: Extract<HistoryEntry, { readonly type: "sitting" }>;
}

/** What one person changed in one sitting; read and told once it is opened. */
export function SittingEntry(props: SittingProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [isOpen, setOpen] = useState(false);
  const { by, began, ended, from, to } = props.sitting;
  const times = [...new Set([format.time(began), format.time(ended)])].join("–");
  return (
    <li className="history-entry" data-kind="EDIT">
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary className="history-head">
          <span className="history-what">
            {t("history.edited", { name: by?.name ?? t("account.asSystem") })}
          </span>
          <span className="quiet">
            {format.date(ended)}, {times} · {t("history.saves", { count: to - from })}
          </span>
        </summary>
        {isOpen && <SittingChanges {...props} />}
      </details>
    </li>
  );
}

function SittingChanges({ sopId, versionId, sitting }: SittingProps) {
  const { t } = useTranslation();
  const from = useMemo(() => ({ versionId, revision: sitting.from }), [versionId, sitting.from]);
  const to = useMemo(() => ({ versionId, revision: sitting.to }), [versionId, sitting.to]);
  const [before, after] = [useSideDocument(from), useSideDocument(to)];
  const groups = useMemo(
    () =>
      before.document === null || after.document === null
        ? null
        : changeGroups(before.document, after.document),
    [before.document, after.document],
  );
  if (before.fetching || after.fetching) return <Loading />;
  if (groups === null) return <p className="quiet">{t("compare.unreadable")}</p>;
  return (
    <div className="sitting">
      {groups.length === 0 ? (
        <p className="quiet">{t("history.undone")}</p>
      ) : (
        <ChangeList groups={groups} />
      )}
      <div className="sitting-links">
        <Anchor component={Link} size="sm" to={compareLink(sopId, from, to)}>
          {t("history.onForm")}
        </Anchor>
        <Anchor
          component={Link}
          size="sm"
          to={compareLink(sopId, to, { versionId, revision: null })}
        >
          {t("history.toNow")}
        </Anchor>
      </div>
    </div>
  );
}
