import { Alert, Button, Group } from "@mantine/core";
import { lazy, Suspense, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { createFormat } from "../app/format.js";
import { currentLanguage } from "../app/i18n.js";
import { Loading } from "../app/states.js";
import { CaseState } from "../cases/case-state.js";
import { CaseWhereabouts } from "../requests/case-whereabouts.js";
import type { FollowedCase } from "./follow-operations.js";
import "../cases/cases.css";

const FollowedForm = lazy(async () => ({
  default: (await import("./followed-form.js")).FollowedForm,
}));

const nothing: ReadonlySet<string> = new Set();

/** Where somebody's request is, how it came there, and where that is on the form. */
export function FollowedScreen(props: {
  item: FollowedCase;
  fault: string | null;
  isBusy: boolean;
  onAgain: () => void;
  onLeave: () => void;
}) {
  const { t, i18n } = useTranslation();
  const { item } = props;
  const { language } = i18n;
  const format = useMemo(
    () => createFormat(language === "en" ? "en" : currentLanguage(), item.timeZone),
    [language, item.timeZone],
  );
  const isOver = item.status === "COMPLETED" || item.status === "CANCELLED";
  return (
    <>
      <div className="followed-head">
        <h2>{item.title ?? item.sopTitle}</h2>
        <div className="quiet">
          {item.title !== null && <div>{item.sopTitle}</div>}
          <div>
            {item.government == null ? item.officeName : `${item.officeName} · ${item.government}`}
          </div>
        </div>
      </div>
      {props.fault !== null && (
        <Alert color="red" variant="light" role="alert" mb="md">
          {props.fault}
        </Alert>
      )}
      <CaseWhereabouts whereabouts={item.whereabouts} doable={nothing} />
      {item.whereabouts.state === "AT_REQUESTER" && (
        <p className="quiet follow-answer">{t("follow.answerAtDesk")}</p>
      )}
      <section className="follow-form" aria-label={t("case.onTheForm")}>
        <h2 className="section-title">{t("case.onTheForm")}</h2>
        <Suspense fallback={<Loading />}>
          <FollowedForm form={item.form} />
        </Suspense>
      </section>
      <div className="follow-columns">
        <section className="sheet sheet-pad" aria-label={t("follow.history")}>
          <h2 className="section-title">{t("follow.history")}</h2>
          <ol className="timeline">
            {item.history.toReversed().map((event, index) => (
              <li key={index}>
                <div>
                  <p>{t(storyKey(event), wordsOf(event))}</p>
                  {event.reason !== null && <p className="quote">{event.reason}</p>}
                  <time dateTime={event.at}>{format.dateTime(event.at)}</time>
                </div>
              </li>
            ))}
          </ol>
        </section>
        <section className="sheet sheet-pad" aria-label={t("receipt.title")}>
          <dl className="facts">
            <dt>{t("receipt.number")}</dt>
            <dd className="receipt-number">{item.number}</dd>
            <dt>{t("case.requester")}</dt>
            <dd>{item.requesterName}</dd>
            <dt>{t("case.startedAt")}</dt>
            <dd>{format.dateTime(item.startedAt)}</dd>
            {item.endedAt != null && (
              <>
                <dt>{t("case.endedAt")}</dt>
                <dd>{format.dateTime(item.endedAt)}</dd>
              </>
            )}
            <dt>{t("cases.status")}</dt>
            <dd>
              <CaseState status={item.status} />
            </dd>
          </dl>
        </section>
      </div>
      <Group mt="lg">
        {!isOver && (
          <Button variant="default" loading={props.isBusy} onClick={props.onAgain}>
            {t("follow.again")}
          </Button>
        )}
        <Button variant="default" onClick={props.onLeave}>
          {t("follow.other")}
        </Button>
      </Group>
    </>
  );
}

type Event = FollowedCase["history"][number];

const storyKey = ({ kind, outcome }: Event): string =>
  kind === "DONE" && outcome != null ? "followed.DECIDED" : `followed.${kind}`;

const wordsOf = ({ step, lane, outcome }: Event) => ({
  step: step ?? "",
  lane: lane ?? "",
  outcome: outcome ?? "",
});
