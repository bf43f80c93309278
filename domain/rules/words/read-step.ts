import type { GraphNode, Lane } from "../../sop/graph.js";
import { remembered } from "../remembered.js";
import { findSubject, laneNames, type Subject } from "./find-subject.js";
import { lacksVerb } from "./lacks-verb.js";
import { saysApproval } from "./says-approval.js";

/** What a step's text says, on a form with these lanes. */
export interface StepReading {
  readonly subject: Subject | null;
  readonly lacksVerb: boolean;
  readonly saysApproval: boolean;
}

/** Reads steps beside the lanes of their form, each step once. */
export const stepReader: (lanes: readonly Lane[]) => (step: GraphNode) => StepReading = remembered(
  (lanes: readonly Lane[]) => {
    const names = laneNames(lanes);
    return remembered(({ text }: GraphNode): StepReading => {
      const subject = findSubject(text, names);
      return {
        subject,
        lacksVerb: lacksVerb(text),
        saysApproval: saysApproval(text, subject?.verb ?? null),
      };
    });
  },
);
