import { useTranslation } from "react-i18next";
import { useFormat } from "../../app/use-format.js";
import type { VersionStatus } from "../../generated/graphql.js";
import type { VersionData } from "../sop-operations.js";

const tones: Record<VersionStatus, string> = {
  DRAFT: "confirm",
  SUBMITTED: "confirm",
  SCHEDULED: "active",
  IN_FORCE: "done",
  SUPERSEDED: "",
  RETIRED: "",
  REVOKED: "",
};

/** Which version this is and since when it holds. */
export function VersionStatusLine({ version }: { version: VersionData }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <span className="version-line">
      <span className="state" data-tone={tones[version.status]}>
        {t("sop.versionOption", {
          version: version.version,
          status: t(`versionStatus.${version.status}`),
        })}
      </span>
      {version.inForceFrom !== null && (
        <span className="quiet">{t("sop.since", { date: format.date(version.inForceFrom) })}</span>
      )}
    </span>
  );
}
