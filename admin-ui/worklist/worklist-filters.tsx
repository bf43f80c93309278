import { Button, Checkbox, Select, TextInput } from "@mantine/core";
import { useDebouncedCallback, useDisclosure, useMediaQuery } from "@mantine/hooks";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useQuery } from "urql";
import { useMe } from "../app/session.js";
import { showsSops } from "../app/shows-types.js";
import { sopLanesQuery, worklistChoicesQuery } from "./worklist-operations.js";
import { filterCount, type WorklistView } from "./worklist-view.js";

interface FiltersProps {
  readonly view: WorklistView;
  readonly onChange: (change: Partial<WorklistView>) => void;
}

/** The search, and beside it what narrows the list; on a phone the latter is folded. */
export function WorklistFilters(props: FiltersProps) {
  const { view, onChange } = props;
  const { t } = useTranslation();
  const isNarrow = useMediaQuery("(max-width: 760px)", false, { getInitialValueInEffect: false });
  const [isOpen, { toggle }] = useDisclosure(false);
  const count = filterCount(view);
  const clear = () =>
    onChange({ sopId: null, laneKey: null, officeId: null, onlyLate: false, search: "" });
  const isAnything = count > 0 || view.search !== "";
  return (
    <div className="worklist-filters">
      <SearchInput search={view.search} onSearch={(search) => onChange({ search })} />
      {isNarrow ? (
        <>
          <Button variant="default" onClick={toggle} aria-expanded={isOpen}>
            {count === 0 ? t("worklist.filters") : t("worklist.filtersCount", { count })}
          </Button>
          {isOpen && (
            <div className="filters-folded">
              <Choices {...props} />
              {isAnything && <ClearButton onClear={clear} />}
            </div>
          )}
        </>
      ) : (
        <>
          <Choices {...props} />
          {isAnything && <ClearButton onClear={clear} />}
        </>
      )}
    </div>
  );
}

function ClearButton({ onClear }: { onClear: () => void }) {
  const { t } = useTranslation();
  return (
    <Button variant="subtle" onClick={onClear}>
      {t("worklist.clearFilters")}
    </Button>
  );
}

/** Asks once the person has stopped typing for a moment. */
function SearchInput(props: { search: string; onSearch: (search: string) => void }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState({ over: props.search, text: props.search });
  const ask = useDebouncedCallback(props.onSearch, 300);
  return (
    <TextInput
      type="search"
      className="worklist-search"
      aria-label={t("worklist.search")}
      placeholder={t("worklist.searchHint")}
      // A saved view, or "clear", says what is searched for without anybody typing it.
      value={typed.over === props.search ? typed.text : props.search}
      maxLength={200}
      onChange={(event) => {
        setTyped({ over: props.search, text: event.currentTarget.value });
        ask(event.currentTarget.value);
      }}
    />
  );
}

function Choices({ view, onChange }: FiltersProps) {
  const { t } = useTranslation();
  const me = useMe();
  const [{ data }] = useQuery({ query: worklistChoicesQuery, context: showsSops });
  const [{ data: ofSop }] = useQuery({
    query: sopLanesQuery,
    variables: { id: view.sopId ?? "" },
    pause: view.sopId === null,
  });
  const offices = data?.offices ?? [];
  const sops = (data?.sops.nodes ?? []).filter(
    ({ office }) => view.officeId === null || office.id === view.officeId,
  );
  const lanes =
    view.sopId !== null && ofSop?.node?.__typename === "Sop"
      ? (ofSop.node.inForce?.lanes ?? [])
      : [];
  const clearable = {
    clearable: true,
    searchable: true,
    clearButtonProps: { "aria-label": t("common.clear") },
    nothingFoundMessage: t("common.nothingFound"),
  };
  return (
    <>
      <Select
        {...clearable}
        aria-label={t("worklist.sop")}
        placeholder={t("worklist.anySop")}
        value={view.sopId}
        onChange={(sopId) => onChange({ sopId, laneKey: null })}
        data={sops.map(({ id, title, part, office }) => ({
          value: id,
          label: [title, part, office.id === me.office.id ? null : officeName(offices, office.id)]
            .filter(Boolean)
            .join(" · "),
        }))}
      />
      {lanes.length > 0 && (
        <Select
          {...clearable}
          aria-label={t("worklist.lane")}
          placeholder={t("worklist.anyLane")}
          value={view.laneKey}
          onChange={(laneKey) => onChange({ laneKey })}
          data={lanes.map(({ key, name }) => ({ value: key, label: name }))}
        />
      )}
      {offices.length > 1 && (
        <Select
          {...clearable}
          aria-label={t("worklist.office")}
          placeholder={t("worklist.anyOffice")}
          value={view.officeId}
          onChange={(officeId) => onChange({ officeId, sopId: null, laneKey: null })}
          data={offices.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <Checkbox
        className="worklist-late"
        label={t("worklist.onlyLate")}
        checked={view.onlyLate}
        onChange={(event) => onChange({ onlyLate: event.currentTarget.checked })}
      />
    </>
  );
}

const officeName = (
  offices: readonly { readonly id: string; readonly name: string }[],
  id: string,
): string | null => offices.find((office) => office.id === id)?.name ?? null;
