import { useTranslation } from "react-i18next";
import type { InstanceStatus } from "../generated/graphql.js";

const tones: Record<InstanceStatus, string> = {
  RUNNING: "active",
  HELD: "confirm",
  COMPLETED: "done",
  CANCELLED: "",
};

export function CaseState({ status, late = false }: { status: InstanceStatus; late?: boolean }) {
  const { t } = useTranslation();
  if (late && status === "RUNNING") {
    return (
      <span className="state late" data-tone="late">
        {t("cases.lateStep")}
      </span>
    );
  }
  return (
    <span className="state" data-tone={tones[status]}>
      {t(`caseStatus.${status}`)}
    </span>
  );
}
