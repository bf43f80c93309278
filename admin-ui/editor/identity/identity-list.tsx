import { ActionIcon, Button, Group, Select, Stack, Textarea, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { FormList, ListItem } from "../../../domain/index.js";
import { groupBy } from "../../app/group-by.js";
import { TrashIcon } from "../../app/icons.js";

type ListState = "missing" | "none" | "items";

/** One list of the first page: missing on the form, stated as none ("-"), or its lines. */
export function IdentityList(props: {
  label: string;
  items: FormList;
  note: string | null;
  onChange: ((items: FormList) => void) | null;
}) {
  const { t } = useTranslation();
  const { label, items, onChange } = props;
  return (
    <section className="identity-list" aria-label={label}>
      <h3>{label}</h3>
      {onChange === null ? (
        <ReadList items={items} />
      ) : (
        <EditList label={label} items={items} onChange={onChange} />
      )}
      {props.note !== null && <span className="field-note">{props.note}</span>}
      {onChange === null && items === null && <p className="quiet">{t("identity.missing")}</p>}
    </section>
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

function EditList(props: { label: string; items: FormList; onChange: (items: FormList) => void }) {
  const { t } = useTranslation();
  const { items, onChange } = props;
  const state: ListState = items === null ? "missing" : items.length === 0 ? "none" : "items";
  const list = items ?? [];
  const set = (index: number, item: ListItem | null) =>
    onChange(list.flatMap((old, at) => (at !== index ? [old] : item === null ? [] : [item])));
  const contents: Record<ListState, FormList> = {
    missing: null,
    none: [],
    items: list.length > 0 ? list : [{ text: "", group: null }],
  };
  return (
    <Stack gap={8}>
      <Select
        size="xs"
        w={220}
        aria-label={t("identity.listState", { list: props.label })}
        allowDeselect={false}
        value={state}
        data={(["missing", "none", "items"] as const).map((value) => ({
          value,
          label: t(`listState.${value}`),
        }))}
        onChange={(value) => onChange(contents[value as ListState])}
      />
      {list.map((item, index) => (
        <Group key={index} gap={6} wrap="nowrap" align="flex-start">
          <Stack gap={4} style={{ flex: 1 }}>
            <Textarea
              autosize
              minRows={1}
              aria-label={t("identity.item", { list: props.label, number: index + 1 })}
              value={item.text}
              onChange={(event) => set(index, { ...item, text: event.currentTarget.value })}
            />
            {item.group !== null && (
              <TextInput
                size="xs"
                aria-label={t("identity.group", { number: index + 1 })}
                value={item.group}
                onChange={(event) => {
                  const group = event.currentTarget.value;
                  set(index, { ...item, group: group === "" ? null : group });
                }}
              />
            )}
          </Stack>
          <ActionIcon
            variant="subtle"
            color="gray"
            mt={4}
            aria-label={t("identity.removeItem", { number: index + 1 })}
            onClick={() => set(index, null)}
          >
            <TrashIcon />
          </ActionIcon>
        </Group>
      ))}
      {state === "items" && (
        <div>
          <Button
            size="compact-xs"
            variant="default"
            onClick={() => onChange([...list, { text: "", group: list.at(-1)?.group ?? null }])}
          >
            {t("identity.addItem")}
          </Button>
        </div>
      )}
    </Stack>
  );
}
