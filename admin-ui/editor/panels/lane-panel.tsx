import { ActionIcon, Button, Group, Select, Stack, TextInput, Tooltip } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useQuery } from "urql";
import type { Lane } from "../../../domain/index.js";
import { groupBy } from "../../app/group-by.js";
import { ArrowLeftIcon, ArrowRightIcon, TrashIcon } from "../../app/icons.js";
import { useDraft, useDraftApi } from "../editor-context.js";
import { changeLane, moveLane, removeLane } from "../changes/graph-changes.js";
import { positionsQuery } from "../sop-operations.js";
import { bindingOf, bindingValue, positionValue, requesterValue } from "./lane-binding.js";

/** One lane: its name, who works in it, and where it stands. */
export function LanePanel({ lane, onGone }: { lane: Lane; onGone: () => void }) {
  const { t } = useTranslation();
  const { edit } = useDraftApi().getState();
  const graph = useDraft((draft) => draft.document.graph);
  const [{ data }] = useQuery({ query: positionsQuery, variables: {} });
  const index = graph.lanes.findIndex(({ key }) => key === lane.key);
  const offices = groupBy(data?.positions ?? [], (position) => position.office.name);
  const remove = () => {
    if (edit(removeLane(graph, lane.key))) onGone();
  };
  return (
    <Stack gap="md">
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <div>
          <div className="quiet">{t("form.lane")}</div>
          <div className="panel-title">{lane.name}</div>
        </div>
        <Group gap={4} wrap="nowrap">
          <Tooltip label={t("editor.moveLeft")}>
            <ActionIcon
              variant="default"
              aria-label={t("editor.moveLeft")}
              disabled={index <= 0}
              onClick={() => void edit([moveLane(lane.key, index - 1)])}
            >
              <ArrowLeftIcon />
            </ActionIcon>
          </Tooltip>
          <Tooltip label={t("editor.moveRight")}>
            <ActionIcon
              variant="default"
              aria-label={t("editor.moveRight")}
              disabled={index >= graph.lanes.length - 1}
              onClick={() => void edit([moveLane(lane.key, index + 1)])}
            >
              <ArrowRightIcon />
            </ActionIcon>
          </Tooltip>
        </Group>
      </Group>
      <TextInput
        label={t("editor.laneName")}
        data-autofocus
        value={lane.name}
        onChange={(event) =>
          void edit([changeLane({ ...lane, name: event.currentTarget.value })], `${lane.key}:name`)
        }
      />
      <Select
        label={t("editor.binding")}
        description={t("editor.bindingHint")}
        placeholder={t("editor.unbound")}
        searchable
        clearable
        clearButtonProps={{ "aria-label": t("common.clear") }}
        nothingFoundMessage={t("common.nothingFound")}
        value={bindingValue(lane.binding)}
        onChange={(value) => void edit([changeLane({ ...lane, binding: bindingOf(value) })])}
        data={[
          { value: requesterValue, label: t("editor.requester") },
          ...[...offices].map(([office, positions]) => ({
            group: office,
            items: positions.map(({ code, name }) => ({
              value: positionValue(code),
              label: name,
            })),
          })),
        ]}
      />
      <div>
        <Button
          variant="subtle"
          color="red"
          size="compact-sm"
          leftSection={<TrashIcon />}
          onClick={remove}
        >
          {t("editor.removeLane")}
        </Button>
      </div>
    </Stack>
  );
}
