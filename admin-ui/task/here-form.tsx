import { useMemo } from "react";
import type { StepMarks } from "../cases/step-marks.js";
import { FormCanvas } from "../editor/canvas/form-canvas.js";
import { MarkLegend } from "../editor/canvas/mark-legend.js";
import { graphOf } from "../editor/versions/version-document.js";
import type { VersionGraphFragment } from "../generated/graphql.js";

/** The form of the case's version; React Flow comes with it, so that it is loaded late. */
export function HereForm(props: {
  version: VersionGraphFragment;
  marks: StepMarks;
  reveal: { readonly node: string } | null;
}) {
  const { version, marks, reveal } = props;
  const graph = useMemo(() => graphOf(version), [version]);
  return (
    <>
      <FormCanvas graph={graph} marks={marks} reveal={reveal} />
      <MarkLegend marks={marks} />
    </>
  );
}
