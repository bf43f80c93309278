import { useTranslation } from "react-i18next";

/** Beside the lane of a task that stands still because nobody holds its position. */
export function WaitsForHolder() {
  const { t } = useTranslation();
  return (
    <div>
      <span className="state late" data-tone="late">
        {t("positions.taskWaits")}
      </span>
    </div>
  );
}
