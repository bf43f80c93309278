import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { isError, type Problem } from "../../../domain/index.js";
import { useDraft, useEditor } from "../editor-context.js";
import { useHasBegun } from "../gate/use-has-begun.js";
import { useProblemTeller } from "../gate/use-problem-teller.js";
import { PlayRunButton } from "../playback/play-run-button.js";
import { mendByHand } from "./mend-by-hand.js";
import { ProblemSign } from "./problem-sign.js";
import type { OfferedCures } from "./use-cures.js";
import { useLookAt } from "./use-look-at.js";

/** One problem of a place: what is wrong, how it shows, and ways out. */
export function ProblemItem(props: {
  problem: Problem;
  cures: OfferedCures;
  /** The cures that stand above already. */
  offered: Set<string>;
}) {
  const { problem, cures, offered } = props;
  const tell = useProblemTeller(useDraft((draft) => draft.document.graph));
  const level = useHasBegun() || !isError(problem) ? problem.level : "LACKING";
  return (
    <li data-level={level}>
      <p>
        <ProblemSign level={level} />
        {tell(problem)}
      </p>
      <ProblemWays problem={problem} cures={cures} offered={offered} />
    </li>
  );
}

/** How a problem shows, and what can be done about it by a press. */
export function ProblemWays(props: {
  problem: Problem;
  cures: OfferedCures;
  offered?: Set<string>;
}) {
  const { t } = useTranslation();
  const { problem, cures, offered } = props;
  const { view } = useEditor();
  const look = useLookAt("problems");
  const cure = cures.of(problem) ?? null;
  const label = cure === null ? "" : t(`cure.${cure.name}`, cure.params);
  const isNew = cure !== null && offered?.has(label) !== true;
  offered?.add(label);
  const byHand = cure === null ? mendByHand(problem, look) : null;
  return (
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
  );
}
