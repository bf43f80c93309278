import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../app/use-format.js";
import type { CaseView } from "./case-operations.js";
import { tellCase, type StoryNames } from "./case-story.js";

/** The case's log in sentences, newest first. */
export function Timeline({ item }: { item: CaseView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const story = useMemo(() => {
    const history = item.history.map(({ actingAs, ...entry }) => ({
      ...entry,
      actingAs:
        actingAs === null
          ? null
          : `${t(`capacity.${actingAs.capacity}`)} ${actingAs.position.name}`,
    }));
    return tellCase(history, namesOf(item)).toReversed();
  }, [item, t]);
  return (
    <ol className="timeline">
      {story.map((entry) => (
        <li key={entry.seq}>
          <div>
            {entry.lines.map((line, index) => (
              <div key={index}>
                <p>{t(line.key, line.params)}</p>
                {line.quote !== null && <p className="quote">{line.quote}</p>}
              </div>
            ))}
            <time dateTime={entry.at}>{format.dateTime(entry.at)}</time>
          </div>
        </li>
      ))}
    </ol>
  );
}

function namesOf(item: CaseView): StoryNames {
  const { lanes, nodes, edges, outputs } = item.version;
  const lane = new Map(lanes.map((one) => [one.key, one.name]));
  const node = new Map(nodes.map((one) => [one.key, one.text]));
  const edge = new Map(edges.map((one) => [one.key, one.outcome]));
  const output = new Map(outputs.map((one) => [one.key, one.name]));
  return {
    lane: (key) => lane.get(key) ?? key,
    node: (key) => node.get(key) ?? key,
    outcome: (key) => edge.get(key) ?? null,
    output: (key) => output.get(key) ?? key,
    // The log counts a case's tasks from 1, in the order of opening.
    assignee: (task) => item.tasks[task - 1]?.assignee?.name ?? null,
  };
}
