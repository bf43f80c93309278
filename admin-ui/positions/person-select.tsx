import { Select } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useQuery } from "urql";
import { showsPeople } from "../app/shows-types.js";
import { colleaguesQuery } from "./position-operations.js";
import "./positions.css";

/** One person of an office, found by name; those without an enabled account cannot be chosen. */
export function PersonSelect(props: {
  label: string;
  officeId: string;
  /** Who cannot be chosen besides. */
  without: readonly string[];
  value: string | null;
  error: string | null;
  onChange: (personId: string | null) => void;
}) {
  const { t } = useTranslation();
  const [search, setSearch] = useState("");
  const [chosen, setChosen] = useState<{ value: string; label: string } | null>(null);
  // What stands in the field is the name of the chosen one, and no search then.
  const [wanted] = useDebouncedValue(search === chosen?.label ? "" : search.trim(), 200);
  const [{ data }] = useQuery({
    query: colleaguesQuery,
    context: showsPeople,
    variables: { officeId: props.officeId, search: wanted === "" ? null : wanted },
  });
  const found = (data?.people.nodes ?? [])
    .filter(({ id, disabled }) => disabled !== true && !props.without.includes(id))
    .map(({ id, name }) => ({ value: id, label: name }));
  const isListed = found.some(({ value }) => value === chosen?.value);
  const positionsOf = new Map(
    (data?.people.nodes ?? []).map(({ id, positions }) => [
      id,
      (positions ?? []).map(({ name }) => name).join(", "),
    ]),
  );
  return (
    <Select
      label={props.label}
      searchable
      // Within the dialog, and one list: whoever hears it is told of a list and nothing around it.
      comboboxProps={{ withinPortal: false, middlewares: { flip: false, shift: false } }}
      withScrollArea={false}
      classNames={{ options: "person-options" }}
      required
      clearable
      clearButtonProps={{ "aria-label": t("common.clear") }}
      placeholder={t("positions.searchPerson")}
      nothingFoundMessage={t("common.nothingFound")}
      data={chosen === null || isListed ? found : [chosen, ...found]}
      // What was found, the server found; it knows usernames too.
      filter={({ options }) => options}
      renderOption={({ option }) => (
        <div>
          <div>{option.label}</div>
          <div className="quiet">{positionsOf.get(option.value)}</div>
        </div>
      )}
      value={props.value}
      error={props.error}
      searchValue={search}
      onSearchChange={setSearch}
      onChange={(value, option) => {
        setChosen(value === null ? null : option);
        props.onChange(value);
      }}
    />
  );
}
