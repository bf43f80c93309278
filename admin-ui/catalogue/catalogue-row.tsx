import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { CatalogueItem } from "./catalogue-operations.js";
import { useTimeWords } from "./use-time-words.js";

/** One thing to ask for: from whom, what it needs, and how long it takes. */
export function CatalogueRow({ item, onStart }: { item: CatalogueItem; onStart: () => void }) {
  const { t } = useTranslation();
  const { sop, office, requirements, workedBy } = item;
  return (
    <li className="catalogue-row">
      <div>
        <h2 className="catalogue-title">{sop.title}</h2>
        <div className="quiet">
          {office.government === null ? office.name : `${office.name} · ${office.government}`}
        </div>
        <dl className="catalogue-facts">
          <dt>{t("catalogue.bring")}</dt>
          <dd>
            {requirements.length === 0 ? t("catalogue.bringNothing") : requirements.join("; ")}
          </dd>
          <dt>{t("catalogue.workedBy")}</dt>
          <dd>{workedBy.join(", ")}</dd>
        </dl>
      </div>
      <div className="catalogue-side">
        <div className="catalogue-time">
          <ExpectedTime time={item.expectedTime ?? null} />
        </div>
        <Button onClick={onStart} aria-label={t("catalogue.requestOf", { title: sop.title })}>
          {t("catalogue.request")}
        </Button>
      </div>
    </li>
  );
}

function ExpectedTime({ time }: { time: CatalogueItem["expectedTime"] }) {
  const { t } = useTranslation();
  const words = useTimeWords(time?.minutesPerWorkingDay ?? 0);
  if (!time) return <span className="quiet">{t("catalogue.timeUnknown")}</span>;
  return (
    <>
      <strong>{words(time.workingMinutes)}</strong>
      <span className="quiet">
        {t(time.isPartial ? "catalogue.timePartial" : "catalogue.timeStandard")}
      </span>
    </>
  );
}
