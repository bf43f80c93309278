import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { CaseWhereaboutsFragment } from "../generated/graphql.js";
import "./requests.css";

type Place = CaseWhereaboutsFragment["places"][number];

/** Where a case is, in a sentence; and what it waits for the requester to do, and why. */
export function CaseWhereabouts(props: {
  whereabouts: CaseWhereaboutsFragment;
  /** The tasks that whoever looks can do here. */
  doable: ReadonlySet<string>;
}) {
  const { t } = useTranslation();
  const { state, sentence, places } = props.whereabouts;
  const isLate = places.some((place) => place.overdue && !place.isRequester);
  return (
    <section
      className="whereabouts"
      data-state={state}
      data-late={isLate || undefined}
      aria-label={t("whereabouts.label")}
    >
      <p className="whereabouts-sentence">{sentence}</p>
      {places
        .filter((place) => place.isRequester)
        .map((place, index) => (
          <Asked key={index} place={place} doable={props.doable} />
        ))}
    </section>
  );
}

function Asked({ place, doable }: { place: Place; doable: ReadonlySet<string> }) {
  const { t } = useTranslation();
  const { arrival, requirements, taskId } = place;
  const canAnswer = taskId != null && doable.has(taskId);
  if (!arrival && requirements.length === 0 && !canAnswer) return null;
  return (
    <div className="asked">
      <div>
        {arrival?.lane != null && (
          <p>
            {t(arrival.isBack ? "whereabouts.sentBackBy" : "whereabouts.sentBy", {
              lane: arrival.lane,
            })}
            {arrival.outcome != null && `: ${arrival.outcome}`}
          </p>
        )}
        {arrival?.remark != null && <p className="quote">{arrival.remark}</p>}
        {requirements.length > 0 && (
          <p className="quiet">{t("whereabouts.bring", { papers: requirements.join("; ") })}</p>
        )}
      </div>
      {canAnswer && (
        <Button component={Link} to={`/tugas/${encodeURIComponent(taskId)}`}>
          {t("requests.answer")}
        </Button>
      )}
    </div>
  );
}
