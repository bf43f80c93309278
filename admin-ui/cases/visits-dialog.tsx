import { Anchor, Modal } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { GraphNode } from "../../domain/index.js";
import { TaskOfVisit } from "./task-of-visit.js";
import type { CaseReading } from "./use-case-reading.js";
import { visitRecords } from "./visit-records.js";

/** Every stay of the case at one step, the latest first: who, when, with which outcome and outputs. */
export function VisitsDialog(props: {
  reading: CaseReading;
  /** `null`: closed. */
  node: GraphNode | null;
  /** The last entry of the log that counts; `null`: all of it. */
  until: number | null;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const { reading, node, until } = props;
  const number = node === null ? undefined : reading.rows.get(node.key);
  const text = node?.text ?? "";
  return (
    <Modal
      opened={node !== null}
      onClose={props.onClose}
      title={number === undefined ? text : `${number}. ${text}`}
      size="lg"
      closeButtonProps={{ "aria-label": t("common.close") }}
    >
      {node !== null && <Visits reading={reading} node={node.key} until={until} />}
    </Modal>
  );
}

function Visits(props: { reading: CaseReading; node: string; until: number | null }) {
  const { t } = useTranslation();
  const { item, format } = props.reading;
  const { until } = props;
  const log = until === null ? item.history : item.history.filter(({ seq }) => seq <= until);
  const visits = visitRecords(log).filter(({ node }) => node === props.node);
  return (
    <ol className="visits" reversed>
      {visits.toReversed().map((visit) => (
        <li key={visit.no}>
          <h3>
            {t("visits.round", { round: visit.round })}
            <span className="state" data-tone={tones[visit.status]}>
              {t(`visitStatus.${visit.status}`)}
            </span>
          </h3>
          <p className="quiet">
            {format.dateTime(visit.openedAt)}
            {visit.closedAt !== null && ` – ${format.dateTime(visit.closedAt)}`}
          </p>
          {visit.tasks.map((task) => (
            <TaskOfVisit key={task.no} task={task} reading={props.reading} />
          ))}
          {visit.child !== null && (
            <Anchor component={Link} to={`/berkas/${encodeURIComponent(visit.child)}`}>
              {t("story.openCase")}
            </Anchor>
          )}
        </li>
      ))}
    </ol>
  );
}

const tones = { OPEN: "active", DONE: "done", UNDONE: "late", WITHDRAWN: "" } as const;
