import { Select, Stack, TextInput } from "@mantine/core";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useQuery } from "urql";
import type { Lane } from "../../../domain/index.js";
import { groupBy } from "../../app/group-by.js";
import { ArrowLeftIcon, ArrowRightIcon } from "../../app/icons.js";
import { removeLaneCommand } from "../commands/lane-commands.js";
import { useDraft, useEditor, useView } from "../editor-context.js";
import { changeLane, moveLane } from "../changes/graph-changes.js";
import { PlaceNotes } from "../notes/place-notes.js";
import { positionsQuery } from "../sop-operations.js";
import { bindingOf, bindingValue, positionValue, requesterValue } from "./lane-binding.js";
import { PanelHead } from "./panel-head.js";
import { RemoveButton } from "./remove-button.js";

/** One lane: its name, who works in it, and where it stands. */
export function LanePanel({ lane }: { lane: Lane }) {
  const { t } = useTranslation();
  const editor = useEditor();
  const { edit } = editor.draft.getState();
  const graph = useDraft((draft) => draft.document.graph);
  const [{ data }] = useQuery({ query: positionsQuery, variables: {} });
  const binding = useView((view) => view.binding);
  const isAsked = binding?.lane === lane.key;
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (binding?.lane === lane.key) field.current?.focus();
  }, [binding, lane.key]);
  const index = graph.lanes.findIndex(({ key }) => key === lane.key);
  const boundTo = lane.binding?.type === "POSITION" ? lane.binding.position : null;
  const isVacant =
    boundTo !== null && data?.positions.find(({ code }) => code === boundTo)?.holders.length === 0;
  const offices = groupBy(data?.positions ?? [], (position) => position.office.name);
  return (
    <Stack gap="md">
      <PanelHead
        kind={t("form.lane")}
        title={lane.name}
        moves={[
          {
            label: t("editor.moveLeft"),
            icon: <ArrowLeftIcon />,
            isDisabled: index <= 0,
            run: () => void edit([moveLane(lane.key, index - 1)]),
          },
          {
            label: t("editor.moveRight"),
            icon: <ArrowRightIcon />,
            isDisabled: index >= graph.lanes.length - 1,
            run: () => void edit([moveLane(lane.key, index + 1)]),
          },
        ]}
      />
      <TextInput
        label={t("editor.laneName")}
        data-autofocus={isAsked ? undefined : true}
        value={lane.name}
        onChange={(event) =>
          void edit([changeLane({ ...lane, name: event.currentTarget.value })], `${lane.key}:name`)
        }
      />
      <Stack gap={6}>
        <Select
          ref={field}
          data-autofocus={isAsked || undefined}
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
        {isVacant && (
          <div className="state late" data-tone="late" role="status">
            {t("editor.bindingVacant")}
          </div>
        )}
      </Stack>
      <PlaceNotes target={{ targetType: "LANE", targetKey: lane.key }} />
      <RemoveButton label={t("editor.removeLane")} onRemove={() => removeLaneCommand.run(editor)} />
    </Stack>
  );
}
