/** Round marks from 0 up to `most` or a little over, at most five steps. */
export function roundMarks(most: number): readonly number[] {
  if (!(most > 0)) return [0, 1];
  const rough = most / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map((one) => one * power).find((one) => one >= rough)!;
  return marksBy(step, most);
}

/** The same for durations in milliseconds, which are round in minutes, hours and working days. */
export function roundDurations(most: number, workingDay: number): readonly number[] {
  const minute = 60_000;
  const hour = 60 * minute;
  const steps = [1, 5, 15, 30]
    .map((one) => one * minute)
    .concat([1, 2, 4].map((one) => one * hour))
    .filter((step) => step < workingDay);
  const step = steps.find((one) => most / one <= 4);
  if (step !== undefined) return marksBy(step, most);
  return roundMarks(most / workingDay).some((mark) => !Number.isInteger(mark))
    ? marksBy(workingDay * Math.ceil(most / workingDay / 4), most)
    : roundMarks(most / workingDay).map((mark) => mark * workingDay);
}

function marksBy(step: number, most: number): readonly number[] {
  const count = Math.max(1, Math.ceil(most / step));
  return Array.from({ length: count + 1 }, (_, at) => at * step);
}
