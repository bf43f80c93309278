import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Verdict } from "./verdict.js";
import { VerdictIcon } from "./verdict-icon.js";
import "./verdict-line.css";

/** ms that a check may take before it is shown that one is under way. */
const patience = 500;

/** The last verdict that was told, until a check takes long enough to be spoken of. */
export function useCalmVerdict(verdict: Verdict): Verdict {
  const [shown, setShown] = useState(verdict);
  if (verdict !== "checking" && verdict !== shown) setShown(verdict);
  useEffect(() => {
    if (verdict !== "checking") return;
    const timer = setTimeout(() => setShown("checking"), patience);
    return () => clearTimeout(timer);
  }, [verdict]);
  return shown;
}

/** Whether the drawing's cases always come to an end, in a line; pressed, it leads to why not. */
export function VerdictLine({ verdict, onPress }: { verdict: Verdict; onPress?: () => void }) {
  const { t } = useTranslation();
  const shown = useCalmVerdict(verdict);
  const words = (
    <>
      <VerdictIcon verdict={shown} />
      <span className="verdict-long">{t(`verdict.${shown}`)}</span>
      <span className="verdict-short" aria-hidden="true">
        {t(`verdictShort.${shown}`)}
      </span>
    </>
  );
  return (
    <span role="status" className="verdict-place">
      {onPress === undefined ? (
        <span className="verdict" data-verdict={shown} data-settled={verdict !== "checking"}>
          {words}
        </span>
      ) : (
        <button
          type="button"
          className="verdict"
          data-testid="verdict"
          data-verdict={shown}
          data-settled={verdict !== "checking"}
          onClick={onPress}
        >
          {words}
        </button>
      )}
    </span>
  );
}
