import { useTranslation } from "react-i18next";
import { useTimeWords } from "../../catalogue/use-time-words.js";
import { useDraft, useEditor, useView } from "../editor-context.js";
import { useRested } from "../panels/use-rested.js";
import { TimesPopover } from "./times-popover.js";
import { useSopTimes } from "./use-sop-times.js";
import "./times.css";

/** How long the draft takes, in one line under the panel, whatever is being done in it. */
export function TimesFoot() {
  const { t } = useTranslation();
  const { officeId, view } = useEditor();
  const typing = useView((state) => state.typing);
  // While nothing is selected the panel itself says it, and more.
  const isSaidAbove = useView(({ panel, selection }) => panel === "edit" && selection === null);
  const graph = useRested(
    useDraft((draft) => draft.document.graph),
    typing,
  );
  const found = useSopTimes(graph, officeId);
  const words = useTimeWords(found?.minutesPerWorkingDay ?? 1, true);
  if (found === null || isSaidAbove) return null;
  const { times } = found;
  if (typeof times === "string") {
    return <p className="times-foot quiet">{t(`times.none.${times}`)}</p>;
  }
  const [shortest, expected, longest] = [times.shortest, times.expected, times.longest].map(words);
  const label =
    shortest === longest
      ? t("times.only", { time: expected })
      : t("times.summary", { shortest, expected, longest });
  return (
    <div className="times-foot">
      <TimesPopover
        graph={graph}
        found={found}
        label={label}
        position="top-end"
        isLine
        onNode={view.getState().goTo}
        onPlay={view.getState().play}
      />
    </div>
  );
}
