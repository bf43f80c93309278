import { Button } from "@mantine/core";
import { lazy, Suspense, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { Loading } from "../app/states.js";
import { stepMarks } from "../cases/step-marks.js";
import { stepName } from "./step-name.js";
import type { TaskView } from "./task-operations.js";
import { useStepNames } from "./use-step-names.js";

const HereForm = lazy(async () => ({ default: (await import("./here-form.js")).HereForm }));

/** The form with the step on it; in words, too, and brought into view by a key press. */
export function YouAreHere({ task, isOpen }: { task: TaskView; isOpen: boolean }) {
  const { t } = useTranslation();
  const { instance, node, lane } = task;
  const names = useStepNames(instance.version);
  const [reveal, setReveal] = useState<{ readonly node: string } | null>(null);
  const marks = useMemo(
    () => stepMarks(instance.tasks, isOpen ? { node: node.key, lane: lane.key } : null),
    [instance.tasks, isOpen, node.key, lane.key],
  );
  const count = Math.max(0, ...[...names.values()].map(({ number }) => number ?? 0));
  const place =
    node.rowNumber === null
      ? stepName(names.get(node.key), node.text)
      : t("task.stepOf", { number: node.rowNumber, count });
  return (
    <section className="task-form" aria-label={t("task.whereYouAre")}>
      <div className="task-form-head">
        <h2 className="section-title">{t("task.whereYouAre")}</h2>
        <p className="quiet">
          {place} · {lane.name}
        </p>
        <Button variant="default" size="xs" onClick={() => setReveal({ node: node.key })}>
          {t("task.showStep")}
        </Button>
      </div>
      <Suspense fallback={<Loading />}>
        <HereForm version={instance.version} marks={marks} reveal={reveal} />
      </Suspense>
    </section>
  );
}
