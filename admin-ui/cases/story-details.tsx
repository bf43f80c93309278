import "./story-details.css";
import { useTranslation } from "react-i18next";
import { FileList } from "../files/file-list.js";
import type { StoryDetail } from "./story-line.js";

/** Documents given, papers brought, documents that were missing. */
export function StoryDetails({ details }: { details: readonly StoryDetail[] }) {
  const { t } = useTranslation();
  if (details.length === 0) return null;
  return (
    <dl className="story-details">
      {details.map(({ kind, items }) => (
        <div key={kind} data-kind={kind}>
          <dt>{t(`story.detail.${kind}`)}</dt>
          {items.map((item, index) => (
            <dd key={index}>
              {item.text}
              <FileList files={item.files} />
            </dd>
          ))}
        </div>
      ))}
    </dl>
  );
}
