import {
  ActionIcon,
  Autocomplete,
  Button,
  Group,
  NumberInput,
  Select,
  Stack,
  Text,
  Textarea,
  TextInput,
} from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Graph, GraphNode, Requirement, TimeUnit } from "../../../domain/index.js";
import { TrashIcon } from "../../app/icons.js";
import { useDraftApi } from "../editor-context.js";
import { addOutput, changeNode, changeOutput, removeOutput } from "../changes/graph-changes.js";
import { newKey } from "../draft/new-key.js";

interface StandardProps {
  readonly node: GraphNode;
  readonly graph: Graph;
  readonly change: (part: Partial<GraphNode>, field: string) => void;
}

const units: readonly TimeUnit[] = ["MINUTE", "HOUR", "WORKING_DAY", "CALENDAR_DAY"];

/** The quality standard of a step (mutu baku): requirements, time, outputs; and its remarks. */
export function NodeStandard(props: StandardProps) {
  const { t } = useTranslation();
  const { node, change } = props;
  return (
    <>
      <Requirements {...props} />
      <Time {...props} />
      <Outputs {...props} />
      <Textarea
        label={t("form.remarks")}
        autosize
        minRows={1}
        data-field="remarks"
        value={node.remarks ?? ""}
        onChange={(event) => {
          const remarks = event.currentTarget.value;
          change({ remarks: remarks === "" ? null : remarks }, "remarks");
        }}
      />
    </>
  );
}

function Requirements({ node, graph, change }: StandardProps) {
  const { t } = useTranslation();
  const set = (index: number, requirement: Requirement | null) =>
    change(
      {
        requirements: node.requirements.flatMap((old, at) =>
          at !== index ? [old] : requirement === null ? [] : [requirement],
        ),
      },
      `requirement:${index}`,
    );
  return (
    <fieldset className="plain-fieldset">
      <Text component="legend" size="sm" fw={600} mb={6}>
        {t("form.requirements")}
      </Text>
      <Stack gap={8}>
        {node.requirements.map((requirement, index) => (
          <Group key={index} gap={6} wrap="nowrap" align="flex-start">
            <Stack gap={4} style={{ flex: 1 }}>
              <TextInput
                aria-label={t("editor.requirement", { number: index + 1 })}
                data-field="requirements"
                value={requirement.text}
                onChange={(event) =>
                  set(index, { ...requirement, text: event.currentTarget.value })
                }
              />
              {graph.outputs.length > 0 && (
                <Select
                  size="xs"
                  aria-label={t("editor.requirementLink", { number: index + 1 })}
                  placeholder={t("editor.brought")}
                  clearable
                  clearButtonProps={{ "aria-label": t("common.clear") }}
                  value={requirement.output}
                  data={graph.outputs.map(({ key, name }) => ({
                    value: key,
                    label: t("editor.linked", { name }),
                  }))}
                  onChange={(output) => set(index, { ...requirement, output })}
                />
              )}
            </Stack>
            <ActionIcon
              variant="subtle"
              color="gray"
              mt={4}
              aria-label={t("editor.removeRequirement", { number: index + 1 })}
              onClick={() => set(index, null)}
            >
              <TrashIcon />
            </ActionIcon>
          </Group>
        ))}
        <div>
          <Button
            size="compact-sm"
            variant="default"
            {...(node.requirements.length === 0 ? { "data-field": "requirements" } : {})}
            onClick={() =>
              change(
                { requirements: [...node.requirements, { text: "", output: null }] },
                "requirement:new",
              )
            }
          >
            {t("editor.addRequirement")}
          </Button>
        </div>
      </Stack>
    </fieldset>
  );
}

function Time({ node, change }: StandardProps) {
  const { t, i18n } = useTranslation();
  const unit = node.standardTime?.unit ?? "MINUTE";
  const [wanted, setWanted] = useState<TimeUnit>(unit);
  const shown = node.standardTime === null ? wanted : unit;
  return (
    <Group gap={8} grow align="flex-end">
      <NumberInput
        label={t("form.standardTime")}
        data-field="time"
        min={0}
        max={1_000_000}
        decimalSeparator={i18n.language === "en" ? "." : ","}
        hideControls
        value={node.standardTime?.value ?? ""}
        onChange={(value) =>
          change(
            {
              standardTime: typeof value === "number" && value > 0 ? { value, unit: shown } : null,
            },
            "time",
          )
        }
      />
      <Select
        aria-label={t("editor.timeUnit")}
        allowDeselect={false}
        value={shown}
        data={units.map((value) => ({ value, label: t(`timeUnit.${value}`) }))}
        onChange={(value) => {
          const next = value as TimeUnit;
          setWanted(next);
          if (node.standardTime !== null) {
            change({ standardTime: { ...node.standardTime, unit: next } }, "unit");
          }
        }}
      />
    </Group>
  );
}

function Outputs({ node, graph }: StandardProps) {
  const { t } = useTranslation();
  const { edit } = useDraftApi().getState();
  const [name, setName] = useState("");
  const byKey = new Map(graph.outputs.map((output) => [output.key, output]));
  const add = () => {
    const wanted = name.trim();
    if (wanted === "") return;
    const known = graph.outputs.find((output) => output.name === wanted);
    if (known === undefined) edit(addOutput(graph, node, { key: newKey("o"), name: wanted }));
    else if (!node.outputs.includes(known.key)) {
      edit([changeNode({ ...node, outputs: [...node.outputs, known.key] })]);
    }
    setName("");
  };
  return (
    <fieldset className="plain-fieldset">
      <Text component="legend" size="sm" fw={600} mb={6}>
        {t("form.output")}
      </Text>
      <Stack gap={8}>
        {node.outputs.map((key, index) => (
          <Group key={key} gap={6} wrap="nowrap">
            <TextInput
              style={{ flex: 1 }}
              aria-label={t("editor.outputName", { number: index + 1 })}
              value={byKey.get(key)?.name ?? key}
              onChange={(event) =>
                void edit([changeOutput({ key, name: event.currentTarget.value })], `output:${key}`)
              }
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t("editor.removeOutput", { number: index + 1 })}
              onClick={() => void edit(removeOutput(graph, node, key))}
            >
              <TrashIcon />
            </ActionIcon>
          </Group>
        ))}
        <Group gap={6} wrap="nowrap">
          <Autocomplete
            style={{ flex: 1 }}
            aria-label={t("editor.newOutput")}
            placeholder={t("editor.newOutput")}
            data-field="output"
            value={name}
            onChange={setName}
            onBlur={add}
            onKeyDown={(event) => {
              if (event.key === "Enter") add();
            }}
            data={graph.outputs
              .filter(({ key }) => !node.outputs.includes(key))
              .map((output) => output.name)
              .filter((one, at, all) => all.indexOf(one) === at)}
          />
          <Button size="compact-sm" variant="default" onClick={add}>
            {t("common.add")}
          </Button>
        </Group>
      </Stack>
    </fieldset>
  );
}
