import { type ShareState, timeMeasure } from "../../../domain/index.js";
import { numberOf, type Sum } from "./report-sums.js";
import { TimeFigures } from "./time-figures.js";

/** Where the time went, by what is said of it. */
export function timeFigures(sum: Sum, scale: "clock" | "working"): TimeFigures {
  const first = (state: ShareState): number => numberOf(sum, timeMeasure(scale, state, false));
  const again = (state: ShareState): number => numberOf(sum, timeMeasure(scale, state, true));
  const both = (state: ShareState): number => first(state) + again(state);
  const figures = {
    queue: first("QUEUE"),
    work: first("WORK"),
    rework: again("QUEUE") + again("WORK"),
    requester: both("REQUESTER"),
    childSop: both("CHILD_SOP"),
    held: both("HELD"),
  };
  const total = Object.values(figures).reduce((all, part) => all + part, 0);
  return Object.assign(new TimeFigures(), { ...figures, total });
}
