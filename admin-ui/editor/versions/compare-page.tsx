import { Button, Select } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";
import { PageHeader } from "../../app/page-header.js";
import { ErrorState, Loading } from "../../app/states.js";
import { SopLoader } from "../sop-loader.js";
import type { SopData } from "../sop-operations.js";
import { defaultSides, readSide, sideParam, type CompareSide } from "./compare-sides.js";
import { CompareView } from "./compare-view.js";
import { SopCrumb } from "./sop-crumb.js";
import { useSideDocument } from "./use-side-document.js";
import "../sop-page.css";
import "./changes.css";
import "./compare-page.css";

/** Any two versions of an SOP, or two moments of one, beside each other. */
export function ComparePage() {
  return <SopLoader>{(sop) => <CompareScreen sop={sop} />}</SopLoader>;
}

function CompareScreen({ sop }: { sop: SopData }) {
  const { t } = useTranslation();
  const [params, setParams] = useSearchParams();
  const sides = defaultSides(sop);
  const from = readSide(params.get("dari") ?? sides.from);
  const to = readSide(params.get("ke") ?? sides.to);
  const put = (name: "dari" | "ke", side: CompareSide | null) =>
    setParams(
      (old) => {
        if (side !== null) old.set(name, sideParam(side));
        return old;
      },
      { replace: true },
    );
  const swap = () =>
    setParams(
      { dari: to === null ? "" : sideParam(to), ke: from === null ? "" : sideParam(from) },
      { replace: true },
    );
  return (
    <div className="sop-screen">
      <PageHeader
        title={t("compare.title")}
        crumb={<SopCrumb sop={sop} />}
        actions={
          <Button variant="default" component={Link} to={`/sop/${sop.id}/riwayat`}>
            {t("history.title")}
          </Button>
        }
      />
      <div className="compare-sides">
        <SideSelect
          label={t("compare.from")}
          sop={sop}
          side={from}
          onSide={(side) => put("dari", side)}
        />
        <Button variant="default" className="compare-swap" onClick={swap}>
          <span aria-hidden="true">⇄</span>
          <span className="visually-hidden">{t("compare.swap")}</span>
        </Button>
        <SideSelect
          label={t("compare.to")}
          sop={sop}
          side={to}
          onSide={(side) => put("ke", side)}
        />
      </div>
      <Compared from={from} to={to} />
    </div>
  );
}

/** A version by its number; one at an earlier revision stands among them while it is chosen. */
function SideSelect(props: {
  label: string;
  sop: SopData;
  side: CompareSide | null;
  onSide: (side: CompareSide | null) => void;
}) {
  const { t } = useTranslation();
  const { sop, side } = props;
  const versions = sop.versions.toSorted((a, b) => b.version - a.version);
  const options = versions.map((version) => ({
    value: version.id,
    label: t("sop.versionOption", {
      version: version.version,
      status: t(`versionStatus.${version.status}`),
    }),
  }));
  const past = side !== null && side.revision !== null ? side : null;
  const ofPast = versions.find(({ id }) => id === past?.versionId);
  const all =
    past === null
      ? options
      : [
          {
            value: sideParam(past),
            label: t("compare.pastSide", {
              version: ofPast?.version ?? "?",
              revision: past.revision,
            }),
          },
          ...options,
        ];
  return (
    <Select
      label={props.label}
      allowDeselect={false}
      value={side === null ? null : sideParam(side)}
      onChange={(value) => props.onSide(readSide(value))}
      data={all}
    />
  );
}

function Compared({ from, to }: { from: CompareSide | null; to: CompareSide | null }) {
  const { t } = useTranslation();
  const [before, after] = [useSideDocument(from), useSideDocument(to)];
  if (before.fetching || after.fetching) return <Loading />;
  const error = before.error ?? after.error;
  if (before.document === null || after.document === null) {
    const retry = () => [before, after].forEach(({ retry }) => retry());
    if (error !== undefined) return <ErrorState error={error} retry={retry} />;
    return <p className="quiet">{t("compare.unreadable")}</p>;
  }
  return <CompareView before={before.document} after={after.document} />;
}
