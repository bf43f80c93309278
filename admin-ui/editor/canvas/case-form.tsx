import { useMemo } from "react";
import type { StepMarks, StepVisits } from "../../cases/step-marks.js";
import type { VersionGraphFragment } from "../../generated/graphql.js";
import { FormCanvas } from "./form-canvas.js";
import { MarkLegend } from "./mark-legend.js";
import { StepVisitsContext } from "./step-visits-context.js";
import { graphOf } from "../versions/version-document.js";

/** The form as it is read, with how far one case is on it. */
export function CaseForm(props: {
  version: VersionGraphFragment;
  marks: StepMarks;
  /** Absent: the boxes open nothing. */
  visits?: StepVisits | null;
  /** The step to bring into view; a new object brings it again. */
  reveal?: { readonly node: string } | null;
}) {
  const { version, marks, visits = null, reveal = null } = props;
  const graph = useMemo(() => graphOf(version), [version]);
  return (
    <>
      <StepVisitsContext value={visits}>
        <FormCanvas graph={graph} marks={marks} reveal={reveal} />
      </StepVisitsContext>
      <MarkLegend marks={marks} />
    </>
  );
}
