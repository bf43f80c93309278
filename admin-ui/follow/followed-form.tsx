import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { markKey, type StepMark } from "../cases/step-marks.js";
import { FormCanvas } from "../editor/canvas/form-canvas.js";
import { MarkLegend } from "../editor/canvas/mark-legend.js";
import { graphOf } from "../editor/versions/version-document.js";
import type { FollowedCase } from "./follow-operations.js";

/** The form, as whoever follows from outside may see it, with where the case is on it. */
export function FollowedForm({ form }: { form: FollowedCase["form"] }) {
  const { t } = useTranslation();
  const graph = useMemo(
    () =>
      graphOf({
        ...form,
        id: "",
        lanes: form.lanes.map(({ key, name, isRequester }) => ({
          key,
          name,
          bindingType: isRequester ? "REQUESTER" : "POSITION",
          // Which position works a lane is not told outside; the form shows its name only.
          position: { id: "", code: key, name },
        })),
      }),
    [form],
  );
  const marks = useMemo(
    () =>
      new Map(
        form.marks.map(({ nodeKey, laneKey, isOpen }): [string, StepMark] => [
          markKey(nodeKey, laneKey),
          isOpen ? "here" : "done",
        ]),
      ),
    [form],
  );
  return (
    <>
      <FormCanvas graph={graph} marks={marks} />
      <MarkLegend marks={marks} here={t("follow.here")} />
    </>
  );
}
