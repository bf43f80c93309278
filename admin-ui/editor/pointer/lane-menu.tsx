import { Button, Combobox, Group, useCombobox } from "@mantine/core";
import { useState } from "react";
import { useQuery } from "urql";
import type { Lane, LaneBinding } from "../../../domain/index.js";
import { groupBy } from "../../app/group-by.js";
import { ArrowLeftIcon, ArrowRightIcon, DotsIcon } from "../../app/icons.js";
import { changeLane, moveLane } from "../changes/graph-changes.js";
import { removeLaneCommand } from "../commands/lane-commands.js";
import { useDraft, type Editor } from "../editor-context.js";
import { positionsQuery } from "../sop-operations.js";

const requester = "REQUESTER";

/** Who works in a lane, found by name; and what can be done with the lane. */
export function LaneMenu({ lane: key, editor }: { lane: string; editor: Editor }) {
  const { t, draft, view } = editor;
  const [search, setSearch] = useState("");
  const lanes = useDraft(({ document }) => document.graph.lanes);
  const menu = useCombobox({
    onDropdownClose: () => setSearch(""),
    onDropdownOpen: () => menu.focusSearchInput(),
  });
  const index = lanes.findIndex((one) => one.key === key);
  const lane = lanes[index];
  if (lane === undefined) return null;
  const bind = (value: string) => {
    const binding: LaneBinding =
      value === requester ? { type: "REQUESTER" } : { type: "POSITION", position: value };
    draft.getState().edit([changeLane({ ...lane, binding })]);
    menu.closeDropdown();
  };
  const close = (run: () => void) => () => {
    menu.closeDropdown();
    run();
  };
  return (
    <Combobox
      store={menu}
      width={300}
      position="bottom-start"
      withinPortal
      onOptionSubmit={bind}
      middlewares={{ shift: true, flip: true }}
    >
      <Combobox.Target targetType="button" withAriaAttributes>
        <button
          type="button"
          className="lane-menu"
          data-tools
          aria-label={t("pointer.laneMenu", { lane: lane.name })}
          onClick={() => {
            view.getState().select({ type: "lane", key });
            menu.toggleDropdown();
          }}
        >
          <DotsIcon />
        </button>
      </Combobox.Target>
      <Combobox.Dropdown data-tools>
        <Combobox.Search
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
          placeholder={t("pointer.searchPosition")}
          aria-label={t("editor.binding")}
        />
        <Holders lane={lane} search={search} editor={editor} />
        <Combobox.Footer>
          <Group gap={4} justify="space-between">
            <Button
              size="compact-sm"
              variant="subtle"
              color="gray"
              onClick={close(() => view.getState().rename(key))}
            >
              {t("pointer.renameLane")}
            </Button>
            <Group gap={4}>
              <Button
                size="compact-sm"
                variant="subtle"
                color="gray"
                aria-label={t("editor.moveLeft")}
                disabled={index === 0}
                onClick={() => void draft.getState().edit([moveLane(key, index - 1)])}
              >
                <ArrowLeftIcon />
              </Button>
              <Button
                size="compact-sm"
                variant="subtle"
                color="gray"
                aria-label={t("editor.moveRight")}
                disabled={index === lanes.length - 1}
                onClick={() => void draft.getState().edit([moveLane(key, index + 1)])}
              >
                <ArrowRightIcon />
              </Button>
            </Group>
            <Button
              size="compact-sm"
              variant="subtle"
              color="red"
              onClick={close(() => removeLaneCommand.run(editor))}
            >
              {t("editor.removeLane")}
            </Button>
          </Group>
        </Combobox.Footer>
      </Combobox.Dropdown>
    </Combobox>
  );
}

/** The requester and the positions of each office, those that the search names. */
function Holders({ lane, search, editor }: { lane: Lane; search: string; editor: Editor }) {
  const { t } = editor;
  const [{ data }] = useQuery({ query: positionsQuery, variables: {} });
  const words = search.toLowerCase().split(/\s+/);
  const isFound = (name: string): boolean =>
    words.every((word) => name.toLowerCase().includes(word));
  const found = (data?.positions ?? []).filter(({ name, office }) =>
    isFound(`${name} ${office.name}`),
  );
  const offices = groupBy(found, (position) => position.office.name);
  const bound = lane.binding?.type === "POSITION" ? lane.binding.position : lane.binding?.type;
  const hasRequester = isFound(t("editor.requester"));
  return (
    <Combobox.Options
      aria-label={t("editor.binding")}
      mah={220}
      className="lane-menu-list"
      tabIndex={0}
    >
      {hasRequester && (
        <Combobox.Option value={requester} active={bound === requester}>
          {t("editor.requester")}
        </Combobox.Option>
      )}
      {[...offices].map(([office, positions]) => (
        <Combobox.Group key={office} label={office}>
          {positions.map(({ code, name }) => (
            <Combobox.Option key={code} value={code} active={bound === code}>
              {name}
            </Combobox.Option>
          ))}
        </Combobox.Group>
      ))}
      {!hasRequester && found.length === 0 && (
        <Combobox.Empty>{t("common.nothingFound")}</Combobox.Empty>
      )}
    </Combobox.Options>
  );
}
