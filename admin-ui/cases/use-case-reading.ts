import type { TFunction } from "i18next";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { type Graph, type LaneKey, type NodeKey, rowNumbers } from "../../domain/index.js";
import type { Format } from "../app/format.js";
import { splitHeading } from "../app/split-heading.js";
import { useFormat } from "../app/use-format.js";
import { graphOf } from "../editor/versions/version-document.js";
import { peopleOf } from "./case-log.js";
import { type Moment, momentsOf } from "./case-moments.js";
import type { CaseView } from "./case-operations.js";
import { type StoryEntry, tellCase, type ToldEntry } from "./case-story.js";
import type { StoryNames } from "./story-sentences.js";

/** A case with all that its parts are read with: its form, its people, its past. */
export interface CaseReading {
  readonly item: CaseView;
  readonly graph: Graph;
  /** The printed numbers of the rows that have one. */
  readonly rows: ReadonlyMap<NodeKey, number>;
  /** Whose work a lane is: the position, or the lane's own name. */
  readonly positions: ReadonlyMap<LaneKey, string>;
  /** The step as it is printed, where `names.node` says it in short. */
  stepText(key: NodeKey, round: number): string;
  readonly names: StoryNames;
  readonly moments: readonly Moment[];
  readonly story: readonly StoryEntry[];
  /** In the time zone of the case's office. */
  readonly format: Format;
}

export function useCaseReading(item: CaseView): CaseReading {
  const { t } = useTranslation();
  const format = useFormat(item.sop.office.timeZone);
  return useMemo(() => {
    const graph = graphOf(item.version);
    const node = new Map(graph.nodes.map((one) => [one.key, one]));
    const lane = new Map(graph.lanes.map(({ key, name }) => [key, name]));
    const edge = new Map(graph.edges.map(({ key, outcome }) => [key, outcome]));
    const output = new Map(graph.outputs.map(({ key, name }) => [key, name]));
    const assignees = item.tasks.flatMap(({ assignee }) => (assignee === null ? [] : [assignee]));
    const people = peopleOf(item.history, assignees);
    const inRound = (text: string, round: number): string =>
      round === 1 ? text : t("case.inRound", { text, round });
    const textOf = (key: string): string => node.get(key)?.text ?? key;
    const names: StoryNames = {
      node: (key, round) => inRound(inShort(textOf(key)), round),
      lane: (key) => lane.get(key) ?? key,
      outcome: (key) => edge.get(key) ?? null,
      output: (key) => output.get(key) ?? key,
      person: (id) => people.get(id) ?? null,
      moment: (at) => format.dateTime(new Date(at).toISOString()),
      isCall: (key) => node.get(key)?.call != null,
    };
    return {
      item,
      graph,
      rows: rowNumbers(graph),
      positions: new Map(
        item.version.lanes.map((one) => [one.key, one.position?.name ?? one.name]),
      ),
      stepText: (key, round) => inRound(textOf(key), round),
      names,
      moments: momentsOf(item.history),
      story: tellCase(toldOf(item, t), names),
      format,
    };
  }, [item, format, t]);
}

/** The log with the words for those who acted as Plt. or Plh. */
const toldOf = ({ history }: CaseView, t: TFunction): readonly ToldEntry[] =>
  history.map(({ actingAs, ...entry }) => ({
    ...entry,
    actingAs:
      actingAs === null ? null : `${t(`capacity.${actingAs.capacity}`)} ${actingAs.position.name}`,
  }));

/** A step's text up to where its first sentence ends; the conditions behind it stand on the form. */
const inShort = (text: string): string => splitHeading(text).first.replace(/[.:;]$/, "");
