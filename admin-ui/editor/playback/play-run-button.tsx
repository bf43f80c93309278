import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { PlayIcon } from "../../cases/story-icons.js";
import type { PlayableProblem } from "./playback.js";

/** Plays the run that shows a problem; nothing where none does. */
export function PlayRunButton<Problem extends PlayableProblem>(props: {
  problem: Problem;
  onPlay: (problem: Problem) => void;
}) {
  const { t } = useTranslation();
  const { problem, onPlay } = props;
  if (problem.run === null) return null;
  return (
    <Button
      size="compact-sm"
      variant="default"
      className="cure-button"
      leftSection={<PlayIcon />}
      onClick={() => onPlay(problem)}
    >
      {t("trace.playRun")}
    </Button>
  );
}
