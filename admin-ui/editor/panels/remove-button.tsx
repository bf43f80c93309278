import { Button } from "@mantine/core";
import { TrashIcon } from "../../app/icons.js";

/** The foot of a panel: takes away what the panel is about. */
export function RemoveButton({ label, onRemove }: { label: string; onRemove: () => void }) {
  return (
    <div>
      <Button
        variant="subtle"
        color="red"
        size="compact-sm"
        leftSection={<TrashIcon />}
        onClick={onRemove}
      >
        {label}
      </Button>
    </div>
  );
}
