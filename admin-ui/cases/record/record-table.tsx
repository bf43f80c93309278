import { useTranslation } from "react-i18next";
import { useHeldBy } from "../../positions/use-held-by.js";
import { FileList } from "../../files/file-list.js";
import { StoryDetails } from "../story-details.js";
import { listedFiles } from "../story-line.js";
import { detailsOf } from "../story-sentences.js";
import type { CaseReading } from "../use-case-reading.js";
import type { TaskRecord } from "../visit-records.js";
import { recordRows, type RecordRow } from "./record-rows.js";

const columns = [
  "no",
  "activity",
  "position",
  "person",
  "from",
  "to",
  "due",
  "result",
  "remarks",
] as const;

/** Every visit, with who did it, when, and what came of it. */
export function RecordTable({ reading }: { reading: CaseReading }) {
  const { t } = useTranslation();
  return (
    <section>
      <h2>{t("record.steps")}</h2>
      <div className="record-scroll" tabIndex={0} role="region" aria-label={t("record.steps")}>
        <table>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col" className={`col-${column}`}>
                  {t(`record.column.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {recordRows(reading).map((row) => (
              <Line key={row.key} row={row} reading={reading} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Line({ row, reading }: { row: RecordRow; reading: CaseReading }) {
  const { t } = useTranslation();
  const heldBy = useHeldBy();
  const { names, positions, format, item, graph } = reading;
  const { visit, task } = row;
  const lanes = graph.nodes.find(({ key }) => key === visit.node)?.parts ?? [];
  const laneKeys = task === null ? lanes.map(({ lane }) => lane) : [task.lane];
  const child = item.children.find(({ id }) => id === visit.child);
  const outcome = task?.outcome == null ? null : names.outcome(task.outcome);
  const isUndone = visit.status === "UNDONE";
  const closedAt = task === null ? visit.closedAt : doneAt(task);
  return (
    <tr data-undone={isUndone || undefined}>
      <td className="col-no">{row.number}</td>
      <td>
        {reading.stepText(visit.node, visit.round)}
        {task?.label != null && ` (${task.label})`}
      </td>
      <td>{laneKeys.map((lane) => breakable(positions.get(lane) ?? lane)).join(", ")}</td>
      <td>
        {task?.by == null
          ? "-"
          : heldBy(names.person(task.by) ?? t("visits.someone"), row.capacity)}
      </td>
      <td>{format.dateTime(task?.openedAt ?? visit.openedAt)}</td>
      <td>{closedAt === null ? "-" : format.dateTime(closedAt)}</td>
      <td>
        {row.dueAt === null ? "-" : format.dateTime(row.dueAt)}
        {row.overdue && <strong className="record-late">{t("worklist.overdue")}</strong>}
      </td>
      <td>
        {outcome !== null && <strong>{outcome}</strong>}
        {task !== null && <StoryDetails details={detailsOf(task, names)} />}
        {child !== undefined &&
          t("record.child", {
            sop: child.sop.title,
            status: t(`caseStatus.${child.status}`),
          })}
      </td>
      <td>
        {isUndone && <em>{t("visitStatus.UNDONE")}</em>}
        {!isUndone && task?.status === "WITHDRAWN" && <em>{t("taskStatus.WITHDRAWN")}</em>}
        {task?.comment != null && <div>{task.comment}</div>}
        <FileList files={listedFiles(task?.files)} />
      </td>
    </tr>
  );
}

/** When it was done; what was withdrawn before has no end of its own. */
const doneAt = ({ wasDone, closedAt }: TaskRecord): string | null => (wasDone ? closedAt : null);

/** Long names of positions may be broken after their slashes. */
const breakable = (text: string): string => text.replaceAll("/", "/\u200B");
