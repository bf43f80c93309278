import { Button, Popover } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Graph } from "../../../domain/index.js";
import { useTimeWords } from "../../catalogue/use-time-words.js";
import { TimesPanel } from "./times-panel.js";
import { useSopTimes, type TimesOfDrawing } from "./use-sop-times.js";

interface Props {
  readonly graph: Graph;
  readonly officeId: string;
  readonly onNode: (node: string) => void;
}

/** How long a version takes, over its form: what is to be expected, and the rest when it is asked for. */
export function TimesButton(props: Props) {
  const found = useSopTimes(props.graph, props.officeId);
  return found === null ? null : <KnownTimes {...props} found={found} />;
}

function KnownTimes({ graph, found, onNode }: Props & { found: TimesOfDrawing }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const { times, minutesPerWorkingDay } = found;
  const words = useTimeWords(minutesPerWorkingDay);
  const label =
    typeof times === "string"
      ? t("times.title")
      : t("times.button", { time: words(times.expected) });
  return (
    <Popover opened={isOpen} onChange={setOpen} width={340} position="bottom-end" trapFocus>
      <Popover.Target>
        <Button
          size="xs"
          fz="sm"
          variant="default"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          {label}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className="times-popover" aria-label={t("times.title")}>
        <h2 className="section-title">{t("times.title")}</h2>
        <TimesPanel
          graph={graph}
          found={found}
          onNode={(node) => {
            setOpen(false);
            onNode(node);
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );
}
