import { Anchor } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Format } from "../app/format.js";
import type { RelatedCaseFragment, WaitingCallLineFragment } from "../generated/graphql.js";
import type { CaseView } from "./case-operations.js";
import { CaseState } from "./case-state.js";

/** The case that called this one, those that it called, and the connectors that still wait. */
export function CaseFamily({ item, format }: { item: CaseView; format: Format }) {
  const { t } = useTranslation();
  const { parent, children, waitingCalls } = item;
  if (parent === null && children.length === 0 && waitingCalls.length === 0) return null;
  return (
    <section className="sheet sheet-pad case-family" aria-label={t("family.title")}>
      <h2 className="section-title">{t("family.title")}</h2>
      {parent !== null && (
        <>
          <h3>{t("family.parent")}</h3>
          <ul className="next-list">
            <RelatedCase item={parent} format={format} />
          </ul>
        </>
      )}
      {children.length > 0 && (
        <>
          <h3>{t("family.children")}</h3>
          <ul className="next-list">
            {children.map((child) => (
              <RelatedCase key={child.id} item={child} format={format} />
            ))}
          </ul>
        </>
      )}
      {waitingCalls.length > 0 && (
        <>
          <h3>{t("family.waiting")}</h3>
          <ul className="next-list">
            {waitingCalls.map((call) => (
              <li key={`${call.node.key} ${call.since}`}>
                <WaitingWords call={call} since={format.dateTime(call.since)} />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function RelatedCase({ item, format }: { item: RelatedCaseFragment; format: Format }) {
  const { t } = useTranslation();
  return (
    <li>
      <Anchor component={Link} to={`/berkas/${encodeURIComponent(item.id)}`}>
        {item.title ?? t("case.of", { name: item.requesterName })}
      </Anchor>
      <div className="quiet">{item.sop.title}</div>
      <CaseState status={item.status} />
      <span className="quiet">
        {" "}
        {item.endedAt === null
          ? t("family.since", { time: format.dateTime(item.startedAt) })
          : format.dateTime(item.endedAt)}
      </span>
    </li>
  );
}

/** Which step waits, for which SOP and why. */
export function WaitingWords({ call, since }: { call: WaitingCallLineFragment; since: string }) {
  const { t } = useTranslation();
  const sop = call.sop?.title ?? t("family.unknownSop");
  return (
    <>
      <div>{call.node.text}</div>
      <div className="state" data-tone="confirm">
        {t(`family.reason.${call.reason}`, { sop })}
      </div>
      <div className="quiet">{t("family.since", { time: since })}</div>
    </>
  );
}
