import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { stepName } from "../task/step-name.js";
import { StuckActions } from "./stuck-actions.js";
import type { StuckItem } from "./stuck-operations.js";
import { StuckTime } from "./stuck-time.js";
import { StuckWho } from "./stuck-who.js";

/** A case that is stuck: where, with whom, for how long, and what would move it. */
export function StuckRow({ item, isVacant }: { item: StuckItem; isVacant: boolean }) {
  const { t } = useTranslation();
  const { instance, key } = item;
  return (
    <li className="stuck-row" data-testid={`stuck-${key}`} data-reason={item.reason}>
      <div className="task-what">
        <Link className="row-link clamp" to={`/berkas/${encodeURIComponent(instance.id)}`}>
          {instance.title ?? t("case.of", { name: instance.requesterName })}
        </Link>
        <StuckStep item={item} />
        <div className="quiet">{instance.sop.title}</div>
      </div>
      <StuckWho item={item} />
      <div className="task-due">
        <StuckTime item={item} />
      </div>
      <StuckActions item={item} isVacant={isVacant} />
    </li>
  );
}

/** The step at which it stands; none where the whole case is held. */
function StuckStep({ item: { task, waitingCall } }: { item: StuckItem }) {
  if (task !== null) {
    const { node, label } = task;
    const name = stepName({ number: node.rowNumber, text: node.text, lanes: [] }, node.text);
    return <div className="task-case clamp">{label === null ? name : `${name} (${label})`}</div>;
  }
  return waitingCall === null ? null : (
    <div className="task-case clamp">{waitingCall.node.text}</div>
  );
}
