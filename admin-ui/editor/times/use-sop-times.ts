import { useDeferredValue, useMemo, useState } from "react";
import { useQuery } from "urql";
import { sopTimes, type Graph, type SopTimes } from "../../../domain/index.js";
import { isSameCourse } from "./same-course.js";
import { workingDayQuery } from "./times-operations.js";

export interface TimesOfDrawing {
  readonly times: SopTimes;
  readonly minutesPerWorkingDay: number;
}

/** How long a drawing takes by its standard times; `null` until the office's calendar is known. */
export function useSopTimes(drawn: Graph, officeId: string): TimesOfDrawing | null {
  const [{ data }] = useQuery({ query: workingDayQuery, variables: { officeId } });
  const minutesPerWorkingDay = data?.workingCalendar.minutesPerWorkingDay ?? null;
  // What is drawn is on the screen before it is counted.
  const graph = useDeferredValue(drawn);
  const [course, setCourse] = useState(graph);
  if (course !== graph && !isSameCourse(course, graph)) setCourse(graph);
  const counted = isSameCourse(course, graph) ? course : graph;
  return useMemo(
    () =>
      minutesPerWorkingDay === null
        ? null
        : { times: sopTimes(counted, minutesPerWorkingDay), minutesPerWorkingDay },
    [counted, minutesPerWorkingDay],
  );
}
