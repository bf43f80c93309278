import { Select } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useQuery } from "urql";
import { showsPeople } from "../app/shows-types.js";
import { personNameQuery, peopleNamesQuery } from "./person-filter-operations.js";

/** Who did it: found by name among everybody. */
export function PersonFilter(props: { value: string; onChange: (personId: string) => void }) {
  const { t } = useTranslation();
  const [search, setSearch] = useState("");
  const [wanted] = useDebouncedValue(search.trim(), 200);
  const [{ data }] = useQuery({
    query: peopleNamesQuery,
    context: showsPeople,
    variables: { search: wanted === "" ? null : wanted },
  });
  const [{ data: chosen }] = useQuery({
    query: personNameQuery,
    variables: { id: props.value },
    pause: props.value === "",
  });
  const found = (data?.people.nodes ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const known = chosen?.node?.__typename === "Person" ? chosen.node : null;
  const isListed = known === null || found.some(({ value }) => value === known.id);
  return (
    <Select
      aria-label={t("audit.actor")}
      placeholder={t("audit.anyActor")}
      searchable
      clearable
      clearButtonProps={{ "aria-label": t("common.clear") }}
      nothingFoundMessage={t("common.nothingFound")}
      filter={({ options }) => options}
      data={isListed ? found : [{ value: known.id, label: known.name }, ...found]}
      value={props.value === "" ? null : props.value}
      onSearchChange={setSearch}
      onChange={(id) => props.onChange(id ?? "")}
    />
  );
}
