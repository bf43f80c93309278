import type { Graph, Problem } from "../../../domain/index.js";
import { useProblemTeller } from "../gate/use-problem-teller.js";
import type { Playable } from "../playback/playback.js";
import { PlayRunButton } from "../playback/play-run-button.js";
import { groupProblems, isToldOnce, type ProblemGroup } from "./group-problems.js";
import { useLinkedPlaces } from "./use-linked-places.js";
import { PlaceLinks } from "./place-links.js";
import { ProblemLine } from "./problem-line.js";
import { ToldOnce } from "./told-once.js";

interface WaysThere {
  readonly graph: Graph;
  readonly onNode: (node: string) => void;
  /** `null`: a lane leads nowhere. */
  readonly onLane: ((lane: string) => void) | null;
}

/** Problems of a drawing, in the order of the form, each with what it says and where, for whoever does not draw it now. */
export function ProblemLines(
  props: WaysThere & {
    problems: readonly Problem[];
    /** `null`: runs are not played from here. */
    onPlay: ((problem: Playable) => void) | null;
    testId?: string;
  },
) {
  const { graph, onNode, onLane, onPlay } = props;
  const ways = { graph, onNode, onLane };
  const tell = useProblemTeller(graph);
  return (
    <ul className="note-list" data-testid={props.testId}>
      {groupProblems(graph, props.problems).map((group) =>
        isToldOnce(group) ? (
          <OnceForAll key={JSON.stringify(group.place)} group={group} {...ways} />
        ) : (
          group.problems.map((problem, index) => (
            <ProblemLine
              key={JSON.stringify([group.place, index])}
              {...ways}
              problem={problem}
              level={problem.level}
              text={tell(problem)}
            >
              {onPlay && <PlayRunButton problem={problem} onPlay={onPlay} />}
            </ProblemLine>
          ))
        ),
      )}
    </ul>
  );
}

/** What many places have alike, and a way to each. */
function OnceForAll({ group, graph, onNode, onLane }: WaysThere & { group: ProblemGroup }) {
  const places = useLinkedPlaces(graph, group);
  return (
    <li>
      <ToldOnce group={group} count={places.length} />
      <PlaceLinks
        places={places}
        onPress={({ type, key }) =>
          type === "node" ? () => onNode(key) : onLane && (() => onLane(key))
        }
      />
    </li>
  );
}
