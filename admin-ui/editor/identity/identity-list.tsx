import { Select } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { FormList } from "../../../domain/index.js";
import { groupBy } from "../../app/group-by.js";
import { FieldNotes } from "../notes/field-notes.js";
import { ListItems } from "./list-items.js";

type ListState = "missing" | "none" | "items";

/** One list of the first page: missing on the form, stated as none ("-"), or its lines. */
export function IdentityList(props: {
  label: string;
  items: FormList;
  /** Its path in the document, by which notes name it. */
  path: string;
  onChange: ((items: FormList) => void) | null;
}) {
  const { t } = useTranslation();
  const { label, items, path, onChange } = props;
  return (
    <section className="identity-list" aria-label={label} data-identity={path}>
      <div className="list-head">
        <h2>{label}</h2>
        {onChange !== null && <ListStateControl label={label} items={items} onChange={onChange} />}
      </div>
      {onChange === null ? (
        <ReadList items={items} />
      ) : (
        items !== null &&
        items.length > 0 && <ListItems label={label} items={items} onChange={onChange} />
      )}
      {onChange === null && items === null && <p className="quiet">{t("identity.missing")}</p>}
      <FieldNotes path={path} label={label} />
    </section>
  );
}

function ListStateControl(props: {
  label: string;
  items: FormList;
  onChange: (items: FormList) => void;
}) {
  const { t } = useTranslation();
  const { items } = props;
  const state: ListState = items === null ? "missing" : items.length === 0 ? "none" : "items";
  const contents: Record<ListState, FormList> = {
    missing: null,
    none: [],
    items: items !== null && items.length > 0 ? items : [{ text: "", group: null }],
  };
  return (
    <Select
      size="xs"
      w={190}
      allowDeselect={false}
      aria-label={t("identity.listState", { list: props.label })}
      value={state}
      onChange={(value) => props.onChange(contents[value as ListState])}
      data={(["items", "none", "missing"] as const).map((value) => ({
        value,
        label: t(`listState.${value}`),
        // Lines that were written go by taking them away, not by a slip of the mouse.
        disabled:
          state === "items" && value !== "items" && (items ?? []).some(({ text }) => text !== ""),
      }))}
    />
  );
}

function ReadList({ items }: { items: FormList }) {
  if (items === null) return null;
  if (items.length === 0) return <p>-</p>;
  const groups = groupBy(items, (item) => item.group);
  return [...groups].map(([group, members]) => (
    <div key={group ?? ""}>
      {group !== null && <p className="list-group">{group}</p>}
      <ol>
        {members.map((item, index) => (
          <li key={index}>{item.text}</li>
        ))}
      </ol>
    </div>
  ));
}
