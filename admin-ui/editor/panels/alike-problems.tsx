import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Problem } from "../../../domain/index.js";
import { useFormat } from "../../app/use-format.js";
import { useDraft } from "../editor-context.js";
import type { ProblemGroup } from "./group-problems.js";
import { useLinkedPlaces, type LinkedPlace } from "./use-linked-places.js";
import { mendByHand } from "./mend-by-hand.js";
import { PlaceLinks } from "./place-links.js";
import { ProblemWays } from "./problem-item.js";
import { ToldOnce } from "./told-once.js";
import type { OfferedCures } from "./use-cures.js";
import { useLookAt } from "./use-look-at.js";

/**
 * What is advised of many rows alike, said once. One of them is spoken of below, with its way out:
 * the first, until another is pressed; once it is mended, the first that is left.
 */
export function AlikeProblems({ group, cures }: { group: ProblemGroup; cures: OfferedCures }) {
  const graph = useDraft((draft) => draft.document.graph);
  const look = useLookAt("problems");
  const places = useLinkedPlaces(graph, group);
  const [pressed, setPressed] = useState<string | null>(null);
  const current = places.find(({ key }) => key === pressed) ?? places[0];
  if (current === undefined) return null;
  const goTo = ({ type, key }: LinkedPlace) => look[type](key);
  const press = (place: LinkedPlace) => () => {
    setPressed(place.key);
    // What a press can mend is offered below, as soon as that is known; for the rest the hand is led
    // to the field.
    if (cures.of(place.problem) === null) {
      (mendByHand(place.problem, look) ?? (() => goTo(place)))();
    }
  };
  return (
    <li className="problem-group" data-testid={`alike-${current.problem.rule}`}>
      <ToldOnce group={group} count={places.length} />
      <PlaceLinks places={places} current={current.key} onPress={press} />
      <div className="alike-current">
        <button type="button" className="link-button" onClick={() => goTo(current)}>
          {current.name}
        </button>
        <ProblemWays problem={current.problem} cures={cures} />
        <MendAll problem={current.problem} places={places} cures={cures} />
      </div>
    </li>
  );
}

/** Cures at once, and as one change, all that are cured as the one is that is spoken of. */
function MendAll(props: { problem: Problem; places: readonly LinkedPlace[]; cures: OfferedCures }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { problem, places, cures } = props;
  const cure = cures.of(problem);
  if (!cure) return null;
  const all = new Set(places.map((place) => place.problem));
  const helped = [...all].filter((one) => cures.of(one)?.name === cure.name);
  if (helped.length < 2) return null;
  return (
    <div className="problem-ways">
      <Button
        size="compact-sm"
        variant="light"
        className="cure-button"
        onClick={() => cures.mend(...helped)}
      >
        {t("problems.mendAll", { number: format.number(helped.length) })}
      </Button>
    </div>
  );
}
