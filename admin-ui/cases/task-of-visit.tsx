import { useTranslation } from "react-i18next";
import { FileList } from "../files/file-list.js";
import { StoryDetails } from "./story-details.js";
import { listedFiles } from "./story-line.js";
import { detailsOf } from "./story-sentences.js";
import type { CaseReading } from "./use-case-reading.js";
import type { TaskRecord } from "./visit-records.js";

/** What one lane did at a visit. */
export function TaskOfVisit({ task, reading }: { task: TaskRecord; reading: CaseReading }) {
  const { t } = useTranslation();
  const { names, format } = reading;
  const who = task.by === null ? null : (names.person(task.by) ?? t("visits.someone"));
  const outcome = task.outcome === null ? null : names.outcome(task.outcome);
  return (
    <div className="visit-task">
      <div>
        <strong>{names.lane(task.lane)}</strong>
        {task.label !== null && ` (${task.label})`}
        <span className="quiet">
          {" · "}
          {who ?? t("worklist.unclaimed")}
          {" · "}
          {task.status === "WITHDRAWN" && task.wasDone
            ? t("visits.doneAndUndone")
            : t(`taskStatus.${task.status}`)}
          {task.closedAt !== null && ` (${format.dateTime(task.closedAt)})`}
        </span>
      </div>
      {outcome !== null && (
        <div>
          {t("task.outcome")}: <strong>{outcome}</strong>
        </div>
      )}
      <StoryDetails details={detailsOf(task, names)} />
      {task.comment !== null && <p className="quote">{task.comment}</p>}
      <FileList files={listedFiles(task.files)} />
    </div>
  );
}
