import type { Graph, Problem } from "../../../domain/index.js";
import { useProblemTeller } from "../gate/use-problem-teller.js";
import type { Playable } from "../playback/playback.js";
import { PlayRunButton } from "../playback/play-run-button.js";
import { inOrderOfForm } from "./group-problems.js";
import { ProblemLine } from "./problem-line.js";

/** Problems of a drawing, in the order of the form, each with what it says and where, for whoever does not draw it now. */
export function ProblemLines(props: {
  graph: Graph;
  problems: readonly Problem[];
  onNode: (node: string) => void;
  /** `null`: a lane leads nowhere. */
  onLane: ((lane: string) => void) | null;
  /** `null`: runs are not played from here. */
  onPlay: ((problem: Playable) => void) | null;
  testId?: string;
}) {
  const { graph, onNode, onLane, onPlay } = props;
  const tell = useProblemTeller(graph);
  return (
    <ul className="note-list" data-testid={props.testId}>
      {inOrderOfForm(graph, props.problems).map((problem, index) => (
        <ProblemLine
          key={index}
          graph={graph}
          problem={problem}
          level={problem.level}
          text={tell(problem)}
          onNode={onNode}
          onLane={onLane}
        >
          {onPlay && <PlayRunButton problem={problem} onPlay={onPlay} />}
        </ProblemLine>
      ))}
    </ul>
  );
}
