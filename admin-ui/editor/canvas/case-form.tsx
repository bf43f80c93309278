import { useMemo } from "react";
import type { StepMarks } from "../../cases/step-marks.js";
import type { VersionGraphFragment } from "../../generated/graphql.js";
import { FormCanvas } from "./form-canvas.js";
import { MarkLegend } from "./mark-legend.js";
import { graphOf } from "../versions/version-document.js";

/** The form as it is read, with how far one case is on it. */
export function CaseForm(props: { version: VersionGraphFragment; marks: StepMarks }) {
  const { version } = props;
  const graph = useMemo(() => graphOf(version), [version]);
  return (
    <>
      <FormCanvas graph={graph} marks={props.marks} />
      <MarkLegend marks={props.marks} />
    </>
  );
}
