import { ActionIcon, Group, Tooltip } from "@mantine/core";
import type { ReactNode } from "react";

/** One of the two buttons that move what the panel is about. */
export interface PanelMove {
  readonly label: string;
  readonly icon: ReactNode;
  readonly isDisabled: boolean;
  readonly run: () => void;
}

/** What a panel is about: its kind, its name, and where it may go. */
export function PanelHead(props: { kind: string; title: string; moves?: readonly PanelMove[] }) {
  const { kind, title, moves = [] } = props;
  return (
    <Group justify="space-between" wrap="nowrap" align="flex-start">
      <div>
        {kind !== title && <div className="quiet">{kind}</div>}
        <div className="panel-title">{title}</div>
      </div>
      {moves.length > 0 && (
        <Group gap={4} wrap="nowrap">
          {moves.map(({ label, icon, isDisabled, run }) => (
            <Tooltip key={label} label={label}>
              <ActionIcon variant="default" aria-label={label} disabled={isDisabled} onClick={run}>
                {icon}
              </ActionIcon>
            </Tooltip>
          ))}
        </Group>
      )}
    </Group>
  );
}
