import { Button, Select } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";
import { PageHeader } from "../../app/page-header.js";
import { SopLoader } from "../sop-loader.js";
import type { SopData } from "../sop-operations.js";
import { compareLink, defaultSides } from "./compare-sides.js";
import { HistoryList } from "./history-list.js";
import { SopCrumb } from "./sop-crumb.js";
import "../sop-page.css";
import "./changes.css";
import "./history.css";

/** Who changed what in one version of an SOP, and what was done to it. */
export function HistoryPage() {
  return <SopLoader>{(sop) => <HistoryScreen sop={sop} />}</SopLoader>;
}

function HistoryScreen({ sop }: { sop: SopData }) {
  const { t } = useTranslation();
  const [params, setParams] = useSearchParams();
  const versionId = params.get("versi") ?? defaultSides(sop).to;
  const versions = sop.versions.toSorted((a, b) => b.version - a.version);
  return (
    <div className="measure">
      <PageHeader
        title={t("history.title")}
        crumb={<SopCrumb sop={sop} />}
        actions={
          <>
            <Select
              aria-label={t("sop.version")}
              w={{ base: 176, xs: 210 }}
              allowDeselect={false}
              value={versionId}
              onChange={(id) => id !== null && setParams({ versi: id }, { replace: true })}
              data={versions.map((version) => ({
                value: version.id,
                label: t("sop.versionOption", {
                  version: version.version,
                  status: t(`versionStatus.${version.status}`),
                }),
              }))}
            />
            <Button variant="default" component={Link} to={compareLink(sop.id)}>
              {t("compare.title")}
            </Button>
          </>
        }
      />
      {versionId !== null && <HistoryList key={versionId} sop={sop} versionId={versionId} />}
    </div>
  );
}
