import { Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { StuckWorkInput } from "../generated/graphql.js";
import { AppointHere } from "./appoint-here.js";
import { LaterItems } from "./later-items.js";
import type { StuckLane } from "./stuck-operations.js";
import { StuckRow } from "./stuck-row.js";

/** One lane: whose it is, how much is stuck there, and what. */
export function StuckLaneSection({ lane, input }: { lane: StuckLane; input: StuckWorkInput }) {
  const { t } = useTranslation();
  const title = useId();
  const [pages, setPages] = useState(0);
  const { position, kind, isVacant, items } = lane;
  const { hasNextPage, endCursor } = items.pageInfo;
  return (
    <section className="stuck-lane" aria-labelledby={title}>
      <div className="stuck-lane-head">
        <div className="stuck-lane-words">
          <h2 className="section-title" id={title}>
            {position?.name ?? t(`stuck.kind.${kind}`)}
          </h2>
          <Holders lane={lane} />
        </div>
        <Counts lane={lane} />
        {isVacant && position?.canAppointActing === true && (
          <AppointButton positionId={position.id} name={position.name} />
        )}
      </div>
      <div className="sheet">
        <ul className="ledger">
          {items.nodes.map((item) => (
            <StuckRow key={item.key} item={item} isVacant={isVacant} />
          ))}
          {pages > 0 && hasNextPage && endCursor !== null && (
            <LaterItems
              input={{ ...input, laneId: lane.id, after: endCursor }}
              left={pages}
              isVacant={isVacant}
              onMore={() => setPages(pages + 1)}
            />
          )}
        </ul>
      </div>
      {pages === 0 && hasNextPage && (
        <Button variant="default" mt="sm" onClick={() => setPages(1)}>
          {t("stuck.showMore", { count: lane.total - items.nodes.length })}
        </Button>
      )}
    </section>
  );
}

function Holders({ lane: { kind, position, isVacant } }: { lane: StuckLane }) {
  const { t } = useTranslation();
  if (kind !== "POSITION") return <p className="quiet">{t(`stuck.kindHint.${kind}`)}</p>;
  if (isVacant) {
    return (
      <p>
        <span className="state late" data-tone="late">
          {t("stuck.vacant")}
        </span>
      </p>
    );
  }
  const names = (position?.holders ?? []).map(({ name }) => name);
  return <p className="quiet">{t("stuck.holders", { names: names.join(", ") })}</p>;
}

/** In words, so that nothing rests on a colour. */
function Counts({ lane: { total, overdue, dueSoon } }: { lane: StuckLane }) {
  const { t } = useTranslation();
  return (
    <p className="stuck-counts">
      {overdue > 0 && <span className="late">{t("stuck.overdue", { count: overdue })}</span>}
      {dueSoon > 0 && <span>{t("stuck.dueSoon", { count: dueSoon })}</span>}
      <span className="quiet">{t("stuck.total", { count: total })}</span>
    </p>
  );
}

function AppointButton({ positionId, name }: { positionId: string; name: string }) {
  const { t } = useTranslation();
  const [isOpen, { open, close }] = useDisclosure(false);
  return (
    <>
      <Button aria-label={`${t("stuck.action.APPOINT_ACTING")}: ${name}`} onClick={open}>
        {t("stuck.action.APPOINT_ACTING")}
      </Button>
      {isOpen && <AppointHere positionId={positionId} onClose={close} />}
    </>
  );
}
