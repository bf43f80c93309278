import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useFormat } from "../app/use-format.js";
import type { CasesQuery } from "../generated/graphql.js";
import { CaseState } from "./case-state.js";

export function CaseRow({ item }: { item: CasesQuery["instances"]["nodes"][number] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const lanes = [...new Set(item.openTasks.map((task) => task.lane.name))];
  return (
    <li className="case-row">
      <div>
        <Link className="row-link" to={`/berkas/${encodeURIComponent(item.id)}`}>
          {item.title ?? item.sop.title}
        </Link>
        {item.title !== null && <div>{item.sop.title}</div>}
        <div className="quiet">
          {t("worklist.from", { name: item.requesterName })} · {format.date(item.startedAt)}
        </div>
      </div>
      <div className="case-at">
        {lanes.length > 0 && <div>{lanes.join(", ")}</div>}
        <div className="quiet clamp">{item.openTasks.map((task) => task.node.text).join("; ")}</div>
      </div>
      <div className="case-side">
        <CaseState status={item.status} late={item.openTasks.some((task) => task.overdue)} />
        <div className="quiet">{format.duration(item.leadTime)}</div>
      </div>
    </li>
  );
}
