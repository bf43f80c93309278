import { useTranslation } from "react-i18next";
import { FileList } from "../files/file-list.js";
import type { CaseReading } from "./use-case-reading.js";

/** What people have said to the case, oldest first as in a conversation. */
export function Comments({ reading }: { reading: CaseReading }) {
  const { t } = useTranslation();
  const { story, format } = reading;
  const comments = story.flatMap(({ seq, at, lines }) =>
    lines.filter(({ kind }) => kind === "COMMENT_ADDED").map((line) => ({ seq, at, line })),
  );
  if (comments.length === 0) return <p className="quiet">{t("comment.none")}</p>;
  return (
    <ol className="comments">
      {comments.map(({ seq, at, line }) => (
        <li key={seq}>
          <div>
            <strong>{line.params["actor"]}</strong>{" "}
            <time className="quiet" dateTime={at}>
              {format.dateTime(at)}
            </time>
          </div>
          {line.quote !== "" && <p>{line.quote}</p>}
          <FileList files={line.files} />
        </li>
      ))}
    </ol>
  );
}
