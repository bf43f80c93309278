import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { problemId, rowNumbers, type Graph, type Problem } from "../../../domain/index.js";
import { useDraft, useEditor } from "../editor-context.js";
import { usePlaceNamer } from "../gate/use-place-namer.js";
import { useProblemTeller } from "../gate/use-problem-teller.js";
import { PlayRunButton } from "../playback/play-run-button.js";
import type { ProblemGroup } from "./group-problems.js";
import { mendByHand } from "./mend-by-hand.js";
import { ProblemSign } from "./problem-sign.js";
import { rowName } from "./problem-text.js";
import type { OfferedCures } from "./use-cures.js";
import { useLookAt } from "./use-look-at.js";

/** The problems of one place: what is wrong, how it shows, and ways out. */
export function ProblemGroupItem(props: { group: ProblemGroup; cures: OfferedCures }) {
  return props.group.place.type === "rows" ? (
    <FollowingProblems group={props.group} />
  ) : (
    <PlaceProblems {...props} />
  );
}

/** One thing that is wrong with many rows, because of something else. */
function FollowingProblems({ group }: { group: ProblemGroup }) {
  const { t } = useTranslation();
  const graph = useDraft((draft) => draft.document.graph);
  const look = useLookAt("problems");
  const [first] = group.problems;
  if (first === undefined) return null;
  const keys = [...new Set(group.problems.flatMap(({ nodeKeys }) => nodeKeys))];
  return (
    <li className="problem-group">
      <div className="note-place">{t(`problemRows.${first.rule}`)}</div>
      <p className="problem-rows">
        {keys.flatMap((key, index) => [
          index === 0 ? "" : ", ",
          <button key={key} type="button" className="link-button" onClick={() => look.node(key)}>
            {rowNumber(graph, key) ?? rowName(graph, key, (kind) => t(`kind.${kind}`))}
          </button>,
        ])}
      </p>
    </li>
  );
}

const rowNumber = (graph: Graph, key: string): string | null => {
  const number = rowNumbers(graph).get(key);
  return number === undefined ? null : String(number);
};

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
  const places = {
    form: () => ({ name: t("notes.wholeForm"), go: null }),
    rows: () => ({ name: "", go: null }),
    lane: (key: string) => ({
      name: graph.lanes.find((lane) => lane.key === key)?.name ?? "",
      go: mendByHand(problems[0]!, look) ?? (() => look.lane(key)),
    }),
    node: (key: string) => ({ name: nodeName(key), go: () => look.node(key) }),
  };
  return places[place.type]("key" in place ? place.key : "");
}

function ProblemItem(props: {
  problem: Problem;
  cures: OfferedCures;
  /** The cures that stand above already. */
  offered: Set<string>;
}) {
  const { t } = useTranslation();
  const { problem, cures, offered } = props;
  const { view } = useEditor();
  const look = useLookAt("problems");
  const tell = useProblemTeller(useDraft((draft) => draft.document.graph));
  const cure = cures.of(problem);
  const label = cure === null ? "" : t(`cure.${cure.name}`, cure.params);
  const isNew = cure !== null && !offered.has(label);
  offered.add(label);
  const byHand = cure === null ? mendByHand(problem, look) : null;
  return (
    <li data-level={problem.level}>
      <p>
        <ProblemSign level={problem.level} />
        {tell(problem)}
      </p>
      <div className="problem-ways">
        <PlayRunButton problem={problem} onPlay={(one) => view.getState().play(one)} />
        {isNew && (
          <Button
            size="compact-sm"
            variant="light"
            className="cure-button"
            onClick={() => cures.mend(problem)}
          >
            {label}
          </Button>
        )}
        {byHand !== null && (
          <Button size="compact-sm" variant="light" className="cure-button" onClick={byHand}>
            {t(`mendByHand.${problem.rule}`)}
          </Button>
        )}
      </div>
    </li>
  );
}
