interface FlowStep {
  readonly from: string;
  readonly to: string;
  readonly started: number;
  readonly completed: number;
  readonly cancelled: number;
  readonly running: number;
}

/** Where the cases are at the end of a step: what lies below in the drawing is over. */
export interface FlowPoint<Step> {
  readonly step: Step;
  /** Completed and cancelled since the period began. */
  readonly completed: number;
  readonly cancelled: number;
  readonly running: number;
  /** Those that ran when it began and all that came: the three together. */
  readonly arrived: number;
}

/** Cases added up over the steps of a period. */
export function cumulativeFlow<Step extends FlowStep>(course: readonly Step[]): FlowPoint<Step>[] {
  let completed = 0;
  let cancelled = 0;
  return course.map((step) => {
    completed += step.completed;
    cancelled += step.cancelled;
    const { running } = step;
    return { step, completed, cancelled, running, arrived: completed + cancelled + running };
  });
}
