import { useDeferredValue, useEffect, useState } from "react";
import { useQuery } from "urql";
import type { Graph, SopTimes } from "../../../domain/index.js";
import type { TimesQuestion } from "../gate/gate-questions.js";
import { NewestAsked } from "../gate/newest-asked.js";
import { startGateWorker } from "../gate/start-gate-worker.js";
import { isSameCourse } from "./same-course.js";
import { workingDayQuery } from "./times-operations.js";

export interface TimesOfDrawing {
  readonly times: SopTimes;
  readonly minutesPerWorkingDay: number;
}

/**
 * How long a drawing takes by its standard times, counted beside the thread that draws: what was
 * told last, until what is asked about now is; `null` before that, and where nothing can be told.
 */
export function useSopTimes(drawn: Graph, officeId: string): TimesOfDrawing | null {
  const [{ data }] = useQuery({ query: workingDayQuery, variables: { officeId } });
  const perDay = data?.workingCalendar.minutesPerWorkingDay ?? null;
  const [asker] = useState(() => new NewestAsked<TimesQuestion, SopTimes>(startGateWorker));
  const [told, setTold] = useState<TimesOfDrawing | null>(null);
  const graph = useDeferredValue(drawn);
  const [course, setCourse] = useState(graph);
  // What is only written differently takes as long.
  if (course !== graph && !isSameCourse(course, graph)) setCourse(graph);
  useEffect(() => {
    if (perDay === null) return;
    asker.ask({ ask: "times", graph: course, minutesPerWorkingDay: perDay }, (times) =>
      setTold(times === null ? null : { times, minutesPerWorkingDay: perDay }),
    );
  }, [asker, course, perDay]);
  useEffect(() => () => asker.stop(), [asker]);
  return told;
}
