import { useTranslation } from "react-i18next";
import { isOpenTask } from "../../domain/index.js";
import { assigneeOf, type Moment } from "./case-moments.js";
import { CaseState } from "./case-state.js";
import type { CaseReading } from "./use-case-reading.js";

/** What the slider stands at, in words: when, what happened, and who had what to do then. */
export function MomentWords(props: { reading: CaseReading; moment: Moment; isPast: boolean }) {
  const { t } = useTranslation();
  const { reading, moment, isPast } = props;
  const { names, format, moments } = reading;
  const lines = reading.story.find(({ seq }) => seq === moment.seq)?.lines ?? [];
  const open = moment.state.tasks.filter(isOpenTask);
  const rounds = roundsOf(moment);
  return (
    <div className="moment-words" data-past={isPast || undefined}>
      <div role="status">
        <p className="moment-when">
          {t(isPast ? "moment.past" : "moment.now", {
            time: format.dateTime(moment.at),
            number: moments.indexOf(moment) + 1,
            count: moments.length,
          })}{" "}
          {isPast && <CaseState status={moment.state.status} />}
        </p>
        {lines.map((line, index) => (
          <p key={index}>{t(`story.${line.kind}`, line.params)}</p>
        ))}
      </div>
      {isPast && (
        <div>
          <h3>{t("moment.openThen")}</h3>
          {open.length === 0 && <p className="quiet">{t("moment.nothingOpen")}</p>}
          <ul className="moment-open">
            {open.map((task) => {
              const by = assigneeOf(task);
              const visit = moment.state.visits[task.visit - 1];
              return (
                <li key={task.no}>
                  <strong>{names.lane(task.lane)}</strong>
                  <span className="quiet">
                    {" · "}
                    {by === null
                      ? t("worklist.unclaimed")
                      : (names.person(by) ?? t("visits.someone"))}
                  </span>
                  <div>{names.node(visit?.node ?? "", rounds.get(task.visit) ?? 1)}</div>
                </li>
              );
            })}
          </ul>
        </div>
      )}
    </div>
  );
}

/** Which stay at its step each visit is. */
function roundsOf({ state }: Moment): ReadonlyMap<number, number> {
  const counts = new Map<string, number>();
  return new Map(
    state.visits.map(({ no, node }) => {
      const round = (counts.get(node) ?? 0) + 1;
      counts.set(node, round);
      return [no, round];
    }),
  );
}
