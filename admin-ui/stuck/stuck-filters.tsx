import { Button, Select } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useQuery } from "urql";
import { useMe } from "../app/session.js";
import { showsSops } from "../app/shows-types.js";
import { worklistChoicesQuery } from "../worklist/worklist-operations.js";
import type { StuckLane } from "./stuck-operations.js";
import { horizons, type StuckView } from "./stuck-view.js";

/** What narrows the page: an SOP, a lane, how far ahead; and for an admin the office. */
export function StuckFilters(props: {
  readonly view: StuckView;
  readonly officeId: string;
  readonly lanes: readonly StuckLane[];
  readonly onChange: (change: Partial<StuckView>) => void;
}) {
  const { t } = useTranslation();
  const me = useMe();
  const { view, officeId, lanes, onChange } = props;
  const [{ data }] = useQuery({ query: worklistChoicesQuery, context: showsSops });
  const clearable = {
    clearable: true,
    searchable: true,
    clearButtonProps: { "aria-label": t("common.clear") },
    nothingFoundMessage: t("common.nothingFound"),
  };
  const sops = (data?.sops.nodes ?? []).filter(({ office }) => office.id === officeId);
  const offices = me.roles.includes("ADMIN") ? (data?.offices ?? []) : [];
  return (
    <div className="worklist-filters stuck-filters">
      {offices.length > 1 && (
        <Select
          searchable
          allowDeselect={false}
          nothingFoundMessage={t("common.nothingFound")}
          aria-label={t("worklist.office")}
          value={officeId}
          onChange={(id) => onChange({ officeId: id, sopId: null, laneId: null })}
          data={offices.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <Select
        {...clearable}
        aria-label={t("worklist.sop")}
        placeholder={t("worklist.anySop")}
        value={view.sopId}
        onChange={(sopId) => onChange({ sopId })}
        data={sops.map(({ id, title, part }) => ({
          value: id,
          label: [title, part].filter(Boolean).join(" · "),
        }))}
      />
      <Select
        {...clearable}
        aria-label={t("worklist.lane")}
        placeholder={t("worklist.anyLane")}
        value={view.laneId}
        onChange={(laneId) => onChange({ laneId })}
        data={lanes.map(({ id, kind, position }) => ({
          value: id,
          label: position?.name ?? t(`stuck.kind.${kind}`),
        }))}
      />
      <Select
        allowDeselect={false}
        aria-label={t("stuck.within")}
        value={String(view.within)}
        onChange={(days) => onChange({ within: Number(days) })}
        data={horizons.map((count) => ({
          value: String(count),
          label: t("stuck.withinDays", { count }),
        }))}
      />
      {(view.sopId !== null || view.laneId !== null) && (
        <Button variant="subtle" onClick={() => onChange({ sopId: null, laneId: null })}>
          {t("worklist.clearFilters")}
        </Button>
      )}
    </div>
  );
}
