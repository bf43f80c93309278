import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { graphOf } from "../editor/versions/version-document.js";
import { nextSteps } from "./next-steps.js";
import type { TaskView } from "./task-operations.js";
import { stepName } from "./step-name.js";
import { useStepNames } from "./use-step-names.js";

/** Where the case goes from here, and who holds those lanes now. */
export function NextLines({ task, outcome }: { task: TaskView; outcome: string | null }) {
  const { t } = useTranslation();
  const { version, requesterName } = task.instance;
  const names = useStepNames(version);
  const steps = useMemo(
    () => nextSteps(graphOf(version), task.node.key, outcome),
    [version, task.node.key, outcome],
  );
  const lanes = new Map(version.lanes.map((lane) => [lane.key, lane]));
  const people = (key: string): string => {
    const lane = lanes.get(key);
    if (lane === undefined) return "";
    if (lane.bindingType === "REQUESTER") return requesterName;
    const holders = lane.position?.holders.map(({ name }) => name).join(", ") ?? "";
    return holders === "" ? t("task.vacant") : holders;
  };
  return (
    <span className="next-lines">
      {steps.map(({ node, waits }, index) => (
        <span key={index} className="next-line">
          {node === null ? (
            <span className="next-step">{t("task.ends")}</span>
          ) : (
            <>
              <span className="next-step">{stepName(names.get(node.key), node.text)}</span>
              {node.parts.map(({ lane }) => (
                <span key={lane} className="quiet next-people">
                  {lanes.get(lane)?.name}: {people(lane)}
                </span>
              ))}
            </>
          )}
          {waits && <span className="quiet next-people">{t("task.waitsForBranches")}</span>}
        </span>
      ))}
    </span>
  );
}
