import { Button, Popover, type PopoverProps } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Graph } from "../../../domain/index.js";
import type { Playable } from "../playback/playback.js";
import { TimesPanel } from "./times-panel.js";
import type { TimesOfDrawing } from "./use-sop-times.js";

/** A button that says how long it takes, and when pressed by which way. */
export function TimesPopover(props: {
  graph: Graph;
  found: TimesOfDrawing;
  label: string;
  position: PopoverProps["position"];
  /** Whether it is a line that is as wide as its place. */
  isLine?: boolean;
  onNode: (node: string) => void;
  onPlay: (way: Playable) => void;
}) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  return (
    <Popover
      opened={isOpen}
      onChange={setOpen}
      width={340}
      position={props.position ?? "bottom"}
      trapFocus
    >
      <Popover.Target>
        <Button
          size="xs"
          fz="sm"
          styles={props.isLine === true ? { label: { fontWeight: 400, whiteSpace: "normal" } } : {}}
          variant={props.isLine === true ? "subtle" : "default"}
          className={props.isLine === true ? "times-line" : ""}
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          {props.label}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className="times-popover">
        <h2 className="section-title">{t("times.title")}</h2>
        <TimesPanel
          graph={props.graph}
          found={props.found}
          onNode={(node) => {
            setOpen(false);
            props.onNode(node);
          }}
          onPlay={(way) => {
            setOpen(false);
            props.onPlay(way);
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );
}
