import { useTranslation } from "react-i18next";
import { useFormat } from "../../app/use-format.js";
import type { LinkedPlace } from "./use-linked-places.js";

/** What is wrong on more rows is not overlooked for want of links to all of them. */
const shownAtMost = 60;

/** The rows or lanes of which a sentence is said, each a way there. */
export function PlaceLinks(props: {
  places: readonly LinkedPlace[];
  /** The one that is spoken of below; `null`: none is. */
  current?: string | null;
  /** `null`: a place of this type leads nowhere. */
  onPress: (place: LinkedPlace) => (() => void) | null;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const { places, current = null, onPress } = props;
  const rest = places.length - shownAtMost;
  return (
    <ul className="place-links">
      {places.slice(0, shownAtMost).map((place) => {
        const { key, label, spoken, name } = place;
        const go = onPress(place);
        return (
          <li key={key}>
            {go === null ? (
              <span>{label}</span>
            ) : (
              <button
                type="button"
                className="place-link"
                aria-label={spoken}
                aria-current={key === current || undefined}
                title={name}
                onClick={go}
              >
                {label}
              </button>
            )}
          </li>
        );
      })}
      {rest > 0 && (
        <li className="quiet">{t("problems.morePlaces", { number: format.number(rest) })}</li>
      )}
    </ul>
  );
}
