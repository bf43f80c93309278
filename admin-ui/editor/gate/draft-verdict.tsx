import { memo } from "react";
import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { PlayIcon } from "../../cases/story-icons.js";
import { useEditor } from "../editor-context.js";
import { useProblems, useVerdict } from "../panels/draft-problems.js";
import { VerdictLine } from "./verdict-line.js";

/** The verdict on the open draft, which leads to its problems; and the run that shows the first. */
export const DraftVerdict = memo(function DraftVerdict() {
  const { t } = useTranslation();
  const { view } = useEditor();
  const verdict = useVerdict();
  const { errors } = useProblems();
  const first = errors.find(({ run }) => run !== null);
  return (
    <div className="verdict-row">
      <VerdictLine
        verdict={verdict}
        onPress={() => {
          view.getState().setPanel("problems");
          view.getState().openPanel(true);
        }}
      />
      {first !== undefined && (
        <Button
          size="compact-sm"
          variant="default"
          className="play-run"
          leftSection={<PlayIcon />}
          onClick={() => view.getState().play(first)}
        >
          {t("trace.playRun")}
        </Button>
      )}
    </div>
  );
});
