import { useTranslation } from "react-i18next";
import type { Graph } from "../../../domain/index.js";
import { useTimeWords } from "../../catalogue/use-time-words.js";
import type { Playable } from "../playback/playback.js";
import { TimesPopover } from "./times-popover.js";
import { useSopTimes } from "./use-sop-times.js";

/** How long a version takes, over its form: what is to be expected, and the rest when it is asked for. */
export function TimesButton(props: {
  graph: Graph;
  officeId: string;
  onNode: (node: string) => void;
  onPlay: (way: Playable) => void;
}) {
  const { t } = useTranslation();
  const found = useSopTimes(props.graph, props.officeId);
  const words = useTimeWords(found?.minutesPerWorkingDay ?? 1, true);
  if (found === null) return null;
  const { times } = found;
  const label =
    typeof times === "string"
      ? t("times.title")
      : t(times.shortest === times.longest ? "times.only" : "times.button", {
          time: words(times.expected),
        });
  return <TimesPopover {...props} found={found} label={label} position="bottom-end" />;
}
