import { Button, Checkbox } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useTranslation } from "react-i18next";
import { useAction } from "../app/use-action.js";
import type { WorklistTask } from "./task-list-store.js";
import { claimTasksMutation } from "./worklist-operations.js";

/** As many as the server takes at once. */
export const mostClaims = 50;

/** Above the list: selects all that can be claimed, and claims what is selected. */
export function BulkClaim(props: {
  readonly claimable: readonly WorklistTask[];
  readonly selected: readonly WorklistTask[];
  readonly onSelect: (ids: ReadonlySet<string>) => void;
  readonly onClaimed: () => void;
}) {
  const { claimable, selected, onSelect, onClaimed } = props;
  const { t } = useTranslation();
  const [busy, claim] = useAction(claimTasksMutation);
  const most = Math.min(claimable.length, mostClaims);
  const count = selected.length;
  const claimAll = async () => {
    const result = await claim({ input: { taskIds: selected.map(({ id }) => id) } });
    if (result.ok) {
      const results = result.payload.results ?? [];
      const refused = results.flatMap(({ userErrors }) => userErrors.slice(0, 1));
      const taken = results.length - refused.length;
      if (taken > 0) notifications.show({ message: t("worklist.claimed", { count: taken }) });
      if (refused.length > 0) {
        const reason = [...new Set(refused.map(({ message }) => message))].join(" ");
        const message = t("worklist.notClaimed", { count: refused.length, reason });
        notifications.show({ color: "red", message });
      }
      onSelect(new Set());
    }
    onClaimed();
  };
  return (
    <div className="bulk-bar" data-busy={count > 0 || undefined}>
      <Checkbox
        label={count === 0 ? t("worklist.selectAll") : t("worklist.selected", { count })}
        checked={count > 0 && count === most}
        indeterminate={count > 0 && count < most}
        onChange={(event) =>
          onSelect(
            new Set(
              event.currentTarget.checked ? claimable.slice(0, most).map(({ id }) => id) : [],
            ),
          )
        }
      />
      {count >= mostClaims && (
        <span className="quiet">{t("worklist.atMost", { count: mostClaims })}</span>
      )}
      {count > 0 && (
        <div className="bulk-actions">
          <Button variant="subtle" onClick={() => onSelect(new Set())}>
            {t("worklist.unselect")}
          </Button>
          <Button loading={busy} onClick={() => void claimAll()}>
            {t("worklist.claimSelected", { count })}
          </Button>
        </div>
      )}
    </div>
  );
}
