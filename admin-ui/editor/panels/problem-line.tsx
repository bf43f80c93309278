import type { ReactNode } from "react";
import type { Graph, Problem, ProblemLevel } from "../../../domain/index.js";
import { usePlaceNamer } from "../gate/use-place-namer.js";
import { ProblemSign } from "./problem-sign.js";
import { problemPlaces } from "./problem-text.js";

/** One problem: where, and what; the place leads there. */
export function ProblemLine(props: {
  problem: Pick<Problem, "nodeKeys" | "edgeKeys" | "laneKeys">;
  text: string;
  /** Whether it keeps from enacting. */
  level: ProblemLevel;
  graph: Graph;
  onNode: (node: string) => void;
  /** `null`: a lane leads nowhere. */
  onLane: ((lane: string) => void) | null;
  /** What can be done about it, under the text. */
  children?: ReactNode;
}) {
  const { problem, graph } = props;
  const places = problemPlaces(graph, problem, usePlaceNamer(graph));
  const edge = graph.edges.find(({ key }) => key === problem.edgeKeys[0]);
  const [lane] = problem.laneKeys;
  const node = problem.nodeKeys[0] ?? edge?.from;
  const isKnown = graph.nodes.some(({ key }) => key === node);
  const go =
    lane !== undefined
      ? props.onLane && (() => props.onLane?.(lane))
      : node !== undefined && isKnown
        ? () => props.onNode(node)
        : null;
  return (
    <li>
      {places.length > 0 && (
        <div className="note-place">
          {go === null ? (
            places.join(", ")
          ) : (
            <button type="button" className="link-button" onClick={go}>
              {places.join(", ")}
            </button>
          )}
        </div>
      )}
      <p>
        <ProblemSign level={props.level} />
        {props.text}
      </p>
      {props.children}
    </li>
  );
}
