import { ActionIcon, Button, Menu, Textarea, TextInput } from "@mantine/core";
import { useEffect, useRef, useState, type ClipboardEvent, type KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import type { ListItem } from "../../../domain/index.js";
import { ArrowDownIcon, ArrowUpIcon, DotsIcon, TrashIcon } from "../../app/icons.js";
import {
  addAfter,
  beginsGroup,
  moveItem,
  pastedLines,
  pasteLines,
  setGroup,
} from "./list-edits.js";

interface ListItemsProps {
  readonly label: string;
  readonly items: readonly ListItem[];
  readonly onChange: (items: readonly ListItem[]) => void;
}

/** The lines of one list: Enter makes the next one, and pasted lines become lines. */
export function ListItems(props: ListItemsProps) {
  const { t } = useTranslation();
  const { items, onChange } = props;
  const list = useRef<HTMLDivElement>(null);
  const [wanted, setWanted] = useState<{ readonly line: number } | null>(null);
  useEffect(() => {
    if (wanted === null) return;
    list.current?.querySelector<HTMLElement>(`textarea[data-line="${wanted.line}"]`)?.focus();
  }, [wanted]);
  const change = (next: readonly ListItem[], line: number) => {
    onChange(next);
    setWanted({ line });
  };
  return (
    <div ref={list} className="list-items">
      {items.map((item, index) => (
        <div key={index}>
          {beginsGroup(items, index) && (
            <TextInput
              className="list-group-name"
              size="xs"
              aria-label={t("identity.group", { number: index + 1 })}
              placeholder={t("identity.groupPlaceholder")}
              value={item.group ?? ""}
              onChange={(event) => onChange(setGroup(items, index, event.currentTarget.value))}
            />
          )}
          <ListLine {...props} item={item} index={index} change={change} />
        </div>
      ))}
      <Button
        size="compact-xs"
        variant="default"
        onClick={() => change(addAfter(items, items.length - 1), items.length)}
      >
        {t("identity.addItem")}
      </Button>
    </div>
  );
}

function ListLine(
  props: ListItemsProps & {
    item: ListItem;
    index: number;
    change: (items: readonly ListItem[], line: number) => void;
  },
) {
  const { t } = useTranslation();
  const { items, item, index, change, onChange } = props;
  const without = items.filter((_, at) => at !== index);
  const move = (by: 1 | -1) => {
    if (items[index + by] !== undefined) change(moveItem(items, index, by), index + by);
  };
  const onKey = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key === "Enter" && !event.shiftKey && !event.nativeEvent.isComposing) {
      change(addAfter(items, index), index + 1);
    } else if (event.key === "Backspace" && item.text === "" && items.length > 1) {
      change(without, Math.max(0, index - 1));
    } else if (event.altKey && event.key === "ArrowUp") move(-1);
    else if (event.altKey && event.key === "ArrowDown") move(1);
    else return;
    event.preventDefault();
  };
  const onPaste = (event: ClipboardEvent<HTMLTextAreaElement>) => {
    const lines = pastedLines(event.clipboardData.getData("text/plain"));
    if (lines.length < 2) return;
    event.preventDefault();
    const { selectionStart: start, selectionEnd: end } = event.currentTarget;
    change(pasteLines(items, index, lines, { start, end }), index + lines.length - 1);
  };
  const number = index + 1;
  return (
    <div className="list-line">
      <Textarea
        autosize
        minRows={1}
        data-line={index}
        aria-label={t("identity.item", { list: props.label, number })}
        value={item.text}
        onChange={(event) => {
          const text = event.currentTarget.value;
          onChange(items.map((old, at) => (at === index ? { ...old, text } : old)));
        }}
        onKeyDown={onKey}
        onPaste={onPaste}
      />
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" aria-label={t("identity.itemMenu", { number })}>
            <DotsIcon />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<ArrowUpIcon />} disabled={index === 0} onClick={() => move(-1)}>
            {t("editor.moveUp")}
          </Menu.Item>
          <Menu.Item
            leftSection={<ArrowDownIcon />}
            disabled={index === items.length - 1}
            onClick={() => move(1)}
          >
            {t("editor.moveDown")}
          </Menu.Item>
          {beginsGroup(items, index) ? (
            <Menu.Item onClick={() => onChange(setGroup(items, index, null))}>
              {t("identity.ungroup")}
            </Menu.Item>
          ) : (
            <Menu.Item onClick={() => onChange(setGroup(items, index, t("identity.newGroup")))}>
              {t("identity.startGroup")}
            </Menu.Item>
          )}
          <Menu.Item
            className="danger-item"
            leftSection={<TrashIcon />}
            onClick={() => onChange(without)}
          >
            {t("identity.removeItem", { number })}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}
