import { Button, MultiSelect, Select } from "@mantine/core";
import { useDisclosure, useMediaQuery } from "@mantine/hooks";
import { useTranslation } from "react-i18next";
import { useQuery } from "urql";
import { useMe } from "../app/session.js";
import { showsOffices } from "../app/shows-types.js";
import { useFormat } from "../app/use-format.js";
import { PeriodChoice } from "./period-choice.js";
import { type ReportView, buckets, comparisons, isUsual, usualView } from "./report-view.js";
import { reportOfficesQuery } from "./throughput-operations.js";
import { type SopChoice, useSopChoices } from "./use-sop-choices.js";

interface ControlsProps {
  readonly view: ReportView;
  readonly officeId: string;
  readonly today: string;
  readonly onChange: (change: Partial<ReportView>) => void;
}

/** Whose work, when, and against what; on a phone folded. */
export function ReportControls(props: ControlsProps) {
  const { t } = useTranslation();
  const isNarrow = useMediaQuery("screen and (max-width: 760px)", false, {
    getInitialValueInEffect: false,
  });
  const [isOpen, { toggle }] = useDisclosure(false);
  const { view, officeId, onChange } = props;
  const sops = useSopChoices(officeId);
  return (
    <div className="report-controls">
      {isNarrow && (
        <Button variant="default" onClick={toggle} aria-expanded={isOpen}>
          {t("throughput.choose")}
        </Button>
      )}
      {(!isNarrow || isOpen) && (
        <>
          <ScopeChoice {...props} sops={sops} />
          <PeriodChoice {...props} />
          <BucketChoice {...props} />
          <ComparisonChoice {...props} sops={sops} />
          {!isUsual(view) && (
            <Button variant="subtle" onClick={() => onChange(usualView)}>
              {t("throughput.asUsual")}
            </Button>
          )}
        </>
      )}
    </div>
  );
}

interface SopControlsProps extends ControlsProps {
  readonly sops: readonly SopChoice[];
}

/** Versions that cases can have run on, the newest first. */
const versionsOf = (sops: readonly SopChoice[], { sopIds }: ReportView) => {
  const [only] = sopIds.length === 1 ? sopIds : [];
  const versions = sops.find(({ id }) => id === only)?.versions ?? [];
  return versions.filter(({ status }) => ["IN_FORCE", "SUPERSEDED", "RETIRED"].includes(status));
};

function ScopeChoice({ view, officeId, sops, onChange }: SopControlsProps) {
  const { t } = useTranslation();
  const me = useMe();
  const isAdmin = me.roles.includes("ADMIN");
  const [{ data }] = useQuery({
    query: reportOfficesQuery,
    context: showsOffices,
    pause: !isAdmin,
  });
  const versions = versionsOf(sops, view);
  const versionLabel = useVersionLabel();
  const several = {
    searchable: true,
    clearable: true,
    clearButtonProps: { "aria-label": t("common.clear") },
    nothingFoundMessage: t("common.nothingFound"),
    withScrollArea: false,
    maxValues: 50,
    styles: { dropdown: { maxHeight: 280, overflowY: "auto" } },
  } as const;
  return (
    <>
      {(data?.offices.length ?? 0) > 1 && (
        <Select
          className="report-office"
          label={t("throughput.office")}
          allowDeselect={false}
          searchable
          nothingFoundMessage={t("common.nothingFound")}
          value={officeId}
          data={(data?.offices ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(next) =>
            onChange({
              officeId: next === me.office.id ? null : next,
              sopIds: [],
              versionIds: [],
              ...withoutVersion(view),
            })
          }
        />
      )}
      <MultiSelect
        {...several}
        className="report-sops"
        label={t("throughput.sops")}
        placeholder={view.sopIds.length === 0 ? t("throughput.allSops") : ""}
        value={[...view.sopIds]}
        data={sops.map(({ id, title, part, status }) => ({
          value: id,
          label: [title, part, status === "RETIRED" ? t("sopStatus.RETIRED") : null]
            .filter(Boolean)
            .join(" · "),
        }))}
        onChange={(sopIds) => onChange({ sopIds, versionIds: [], ...withoutVersion(view) })}
      />
      {versions.length > 1 && (
        <MultiSelect
          {...several}
          className="report-versions"
          label={t("throughput.versions")}
          placeholder={view.versionIds.length === 0 ? t("throughput.allVersions") : ""}
          value={[...view.versionIds]}
          data={versions.map((one) => ({ value: one.id, label: versionLabel(one) }))}
          onChange={(versionIds) => onChange({ versionIds })}
        />
      )}
    </>
  );
}

/** What is held against a version of another SOP is held against nothing. */
const withoutVersion = ({ comparison }: ReportView): Partial<ReportView> =>
  typeof comparison === "string" ? {} : { comparison: usualView.comparison };

function useVersionLabel(): (version: SopChoice["versions"][number]) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return ({ version, inForceFrom, status }) =>
    [
      t("throughput.version", { number: version }),
      inForceFrom == null ? null : format.date(inForceFrom),
      status === "IN_FORCE" ? null : t(`versionStatus.${status}`),
    ]
      .filter((part) => part !== null)
      .join(" · ");
}

function BucketChoice({ view, onChange }: ControlsProps) {
  const { t } = useTranslation();
  return (
    <Select
      className="report-bucket"
      label={t("throughput.bucket")}
      allowDeselect={false}
      value={view.bucket ?? "auto"}
      data={[
        { value: "auto", label: t("throughput.bucketAuto") },
        ...buckets.map((value) => ({ value, label: t(`throughput.buckets.${value}`) })),
      ]}
      onChange={(next) => onChange({ bucket: buckets.find((one) => one === next) ?? null })}
    />
  );
}

function ComparisonChoice({ view, sops, onChange }: SopControlsProps) {
  const { t } = useTranslation();
  const versions = versionsOf(sops, view);
  const versionLabel = useVersionLabel();
  const { comparison } = view;
  /** A version is held against the one that is looked at; with all versions, that is the newest. */
  const choose = (next: string | null): void => {
    const known = comparisons.find((one) => one === next);
    if (known !== undefined || next === null) return onChange({ comparison: known ?? "none" });
    const own = view.versionIds.filter((id) => id !== next);
    const newest = versions.find(({ id }) => id !== next);
    const versionIds = own.length > 0 || newest === undefined ? own : [newest.id];
    onChange({ comparison: { versionId: next }, versionIds });
  };
  return (
    <Select
      className="report-comparison"
      label={t("throughput.comparedWith")}
      allowDeselect={false}
      value={typeof comparison === "string" ? comparison : comparison.versionId}
      data={[
        ...comparisons.map((value) => ({ value, label: t(`throughput.comparisons.${value}`) })),
        ...(versions.length > 1
          ? versions.map((one) => ({ value: one.id, label: versionLabel(one) }))
          : []),
      ]}
      onChange={choose}
    />
  );
}
