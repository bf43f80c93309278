import { useTranslation } from "react-i18next";
import { FileList } from "../../files/file-list.js";
import type { StoryKind } from "../story-line.js";
import type { CaseReading } from "../use-case-reading.js";

/** What is told besides the steps: what was said, and why the case went back, stood still or ended. */
const told: ReadonlySet<StoryKind> = new Set([
  "COMMENT_ADDED",
  "CASE_RETURNED",
  "CASE_RECALLED",
  "CASE_HELD",
  "CASE_HELD_BY_PARENT",
  "CASE_RESUMED",
  "CASE_CANCELLED",
]);

export function RecordComments({ reading }: { reading: CaseReading }) {
  const { t } = useTranslation();
  const { story, format } = reading;
  const lines = story.flatMap(({ at, lines }) =>
    lines.filter(({ kind }) => told.has(kind)).map((line) => ({ at, line })),
  );
  if (lines.length === 0) return null;
  return (
    <section className="record-comments">
      <h2>{t("record.comments")}</h2>
      <ul>
        {lines.map(({ at, line }, index) => (
          <li key={index}>
            <span className="record-time">{format.dateTime(at)}</span>
            <span>
              {line.kind === "COMMENT_ADDED"
                ? `${line.params["actor"]}: `
                : `${t(`story.${line.kind}`, line.params)} `}
              {line.quote}
              <FileList files={line.files} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
