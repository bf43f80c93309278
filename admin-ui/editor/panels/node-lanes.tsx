import { Checkbox, SegmentedControl, Select, Stack, Text, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { kindOf, type Graph, type GraphNode, type JointMode } from "../../../domain/index.js";

/** In which lane the step stands; an activity may stand in several, each with its part. */
export function NodeLanes(props: {
  node: GraphNode;
  graph: Graph;
  change: (part: Partial<GraphNode>, field: string) => void;
}) {
  const { t } = useTranslation();
  const { node, graph, change } = props;
  const isSingle = kindOf(node).parts.max === 1;
  if (isSingle) {
    return (
      <Select
        label={t("form.lane")}
        data-field="lane"
        allowDeselect={false}
        placeholder={t("editor.chooseLane")}
        value={node.parts[0]?.lane ?? null}
        data={graph.lanes.map(({ key, name }) => ({ value: key, label: name }))}
        onChange={(lane) => lane !== null && change({ parts: [{ lane, label: null }] }, "parts")}
      />
    );
  }
  const chosen = new Map(node.parts.map((part) => [part.lane, part]));
  const toggle = (lane: string, on: boolean) =>
    change(
      {
        // Boxes stay in the order of the columns, as the form is read.
        parts: graph.lanes
          .filter(({ key }) => (key === lane ? on : chosen.has(key)))
          .map(({ key }) => chosen.get(key) ?? { lane: key, label: null }),
      },
      "parts",
    );
  const setLabel = (lane: string, label: string) =>
    change(
      {
        parts: node.parts.map((part) =>
          part.lane === lane ? { ...part, label: label === "" ? null : label } : part,
        ),
      },
      `part:${lane}`,
    );
  return (
    <fieldset className="plain-fieldset">
      <Text component="legend" size="sm" fw={600} mb={6}>
        {t("form.lane")}
      </Text>
      <Stack gap={8}>
        {graph.lanes.map(({ key, name }, index) => (
          <div key={key}>
            <Checkbox
              label={name}
              {...(index === 0 ? { "data-field": "lane" } : {})}
              checked={chosen.has(key)}
              onChange={(event) => toggle(key, event.currentTarget.checked)}
            />
            {node.parts.length > 1 && chosen.has(key) && (
              <TextInput
                size="xs"
                ml={30}
                mt={4}
                aria-label={t("editor.partLabel", { lane: name })}
                placeholder={t("editor.partPlaceholder")}
                value={chosen.get(key)?.label ?? ""}
                onChange={(event) => setLabel(key, event.currentTarget.value)}
              />
            )}
          </div>
        ))}
        {node.parts.length > 1 && (
          <SegmentedControl
            aria-label={t("editor.mode")}
            value={node.mode}
            onChange={(mode) => change({ mode: mode as JointMode }, "mode")}
            data={[
              { value: "ALL", label: t("editor.modeAll") },
              { value: "ANY", label: t("editor.modeAny") },
            ]}
          />
        )}
      </Stack>
    </fieldset>
  );
}
