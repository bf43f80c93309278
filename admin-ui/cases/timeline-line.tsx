import { Anchor } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { FileList } from "../files/file-list.js";
import { StoryDetails } from "./story-details.js";
import { StoryIcon } from "./story-icons.js";
import type { StoryKind, StoryLine } from "./story-line.js";
import type { CaseReading } from "./use-case-reading.js";

type Tone = "done" | "late" | "confirm" | "active";

const tones: Readonly<Partial<Record<StoryKind, Tone>>> = {
  TASK_DONE: "done",
  TASK_DECIDED: "done",
  CASE_COMPLETED: "done",
  CHILD_COMPLETED: "done",
  CASE_RETURNED: "late",
  CASE_RECALLED: "late",
  CASE_CANCELLED: "late",
  CHILD_CANCELLED: "late",
  CASE_HELD: "confirm",
  CASE_HELD_BY_PARENT: "confirm",
  CHILD_WAITS: "confirm",
  COMMENT_ADDED: "active",
};

/** One sentence with its icon, the words that people wrote, and the way to the case it tells of. */
export function TimelineLine({ line, reading }: { line: StoryLine; reading: CaseReading }) {
  const { t } = useTranslation();
  const { parent, children } = reading.item;
  // A case that one may not read is told of, and not led to.
  const other = [...(parent === null ? [] : [parent]), ...children].find(
    ({ id }) => id === line.caseId,
  );
  return (
    <div className="timeline-line" data-tone={tones[line.kind]}>
      <StoryIcon kind={line.kind} />
      <div>
        <p>{t(`story.${line.kind}`, line.params)}</p>
        <StoryDetails details={line.details} />
        {line.quote !== null && line.quote !== "" && <p className="quote">{line.quote}</p>}
        <FileList files={line.files} />
        {other !== undefined && (
          <Anchor component={Link} to={`/berkas/${encodeURIComponent(other.id)}`}>
            {other.title ?? other.sop.title}
          </Anchor>
        )}
      </div>
    </div>
  );
}
