import { useTranslation } from "react-i18next";
import { problemId } from "../../../domain/index.js";
import { useDraft } from "../editor-context.js";
import { usePlaceNamer } from "../gate/use-place-namer.js";
import { AlikeProblems } from "./alike-problems.js";
import type { ProblemGroup } from "./group-problems.js";
import { useLinkedPlaces } from "./use-linked-places.js";
import { mendByHand } from "./mend-by-hand.js";
import { PlaceLinks } from "./place-links.js";
import { ProblemItem } from "./problem-item.js";
import { ToldOnce } from "./told-once.js";
import type { OfferedCures } from "./use-cures.js";
import { useLookAt } from "./use-look-at.js";

/** The problems of one place, or one of many places: what is wrong, how it shows, and ways out. */
export function ProblemGroupItem(props: { group: ProblemGroup; cures: OfferedCures }) {
  const { type } = props.group.place;
  if (type === "rows") return <FollowingProblems group={props.group} />;
  return type === "alike" ? <AlikeProblems {...props} /> : <PlaceProblems {...props} />;
}

/** One thing that is wrong with many rows, because of something else. */
function FollowingProblems({ group }: { group: ProblemGroup }) {
  const graph = useDraft((draft) => draft.document.graph);
  const look = useLookAt("problems");
  const places = useLinkedPlaces(graph, group);
  return (
    <li className="problem-group">
      <ToldOnce group={group} count={places.length} />
      <PlaceLinks
        places={places}
        onPress={({ type, key }) =>
          () =>
            look[type](key)
          }
      />
    </li>
  );
}

function PlaceProblems({ group, cures }: { group: ProblemGroup; cures: OfferedCures }) {
  const { name, go } = useGroupPlace(group);
  // Two faults of one step often have one cure; it is offered once.
  const offered = new Set<string>();
  return (
    <li className="problem-group">
      <div className="note-place">
        {go === null ? (
          name
        ) : (
          <button type="button" className="link-button" onClick={go}>
            {name}
          </button>
        )}
      </div>
      <ul className="problem-lines">
        {group.problems.map((problem) => (
          <ProblemItem key={problemId(problem)} problem={problem} cures={cures} offered={offered} />
        ))}
      </ul>
    </li>
  );
}

function useGroupPlace({ place, problems }: ProblemGroup) {
  const { t } = useTranslation();
  const graph = useDraft((draft) => draft.document.graph);
  const look = useLookAt("problems");
  const nodeName = usePlaceNamer(graph);
  if (place.type === "lane") {
    return {
      name: graph.lanes.find((lane) => lane.key === place.key)?.name ?? "",
      go: mendByHand(problems[0]!, look) ?? (() => look.lane(place.key)),
    };
  }
  if (place.type === "node") return { name: nodeName(place.key), go: () => look.node(place.key) };
  return { name: t("notes.wholeForm"), go: null };
}
