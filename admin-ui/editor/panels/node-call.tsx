import { Select, Switch } from "@mantine/core";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useQuery } from "urql";
import type { GraphNode } from "../../../domain/index.js";
import { useView } from "../editor-context.js";
import { sopsQuery } from "../../sops/sop-operations.js";

/** Which SOP a connector runs, and whether the case waits for it. */
export function NodeCall(props: {
  node: GraphNode;
  change: (part: Partial<GraphNode>, field: string) => void;
}) {
  const { t } = useTranslation();
  const { node, change } = props;
  // Another object each time that it is asked for, so that the field is focused again.
  const asked = useView(({ calling }) => (calling?.node === node.key ? calling : null));
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (asked !== null) field.current?.focus();
  }, [asked]);
  const [{ data }] = useQuery({ query: sopsQuery, variables: { filter: {}, first: 100 } });
  const options = (data?.sops.nodes ?? []).map((sop) => ({
    value: sop.id,
    label: sop.number === null ? sop.title : `${sop.title} (${sop.number})`,
  }));
  return (
    <>
      <Select
        ref={field}
        data-autofocus={asked !== null || undefined}
        label={t("editor.calls")}
        placeholder={t("editor.chooseSop")}
        searchable
        allowDeselect={false}
        nothingFoundMessage={t("common.nothingFound")}
        value={node.call?.sop ?? null}
        data={options}
        onChange={(sop) =>
          sop !== null && change({ call: { sop, waits: node.call?.waits ?? true } }, "call")
        }
      />
      <Switch
        label={t("editor.waits")}
        checked={node.call?.waits ?? true}
        disabled={node.call === null}
        onChange={(event) =>
          node.call !== null &&
          change({ call: { ...node.call, waits: event.currentTarget.checked } }, "call")
        }
      />
    </>
  );
}
