import { ActionIcon, Button, Menu } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { DotsIcon } from "../app/icons.js";
import { useMe } from "../app/session.js";
import { useFormat } from "../app/use-format.js";
import { announceChange } from "../app/use-live-refetch.js";
import type { StuckAction } from "../generated/graphql.js";
import { DelegateDialog, heirsOf } from "../task/delegate-dialog.js";
import { AppointHere } from "./appoint-here.js";
import { ReleaseDialog } from "./release-dialog.js";
import type { StuckItem } from "./stuck-operations.js";
import { useStuckActs } from "./use-stuck-acts.js";

type Asking = "APPOINT_ACTING" | "RELEASE" | "DELEGATE";

/**
 * The one button that would move it, and behind the dots what else could be done. Where nobody holds
 * the lane, one appointment moves all of it: the button for that stands at the lane.
 */
export function StuckActions({ item, isVacant }: { item: StuckItem; isVacant: boolean }) {
  const { t } = useTranslation();
  const [asked, ask] = useState<Asking | null>(null);
  const format = useFormat();
  const acts = useStuckActs(item);
  const { instance, waitingCall } = item;
  const caseName = instance.title ?? t("case.of", { name: instance.requesterName });
  const runs: Readonly<Record<StuckAction, () => void>> = {
    CLAIM: () => void acts.claim(),
    REMIND: () => void acts.remind(),
    RESUME: () => void acts.resume(),
    RELEASE: () => ask("RELEASE"),
    DELEGATE: () => ask("DELEGATE"),
    APPOINT_ACTING: () => ask("APPOINT_ACTING"),
    WORK: () => undefined,
    ENACT_SOP: () => undefined,
  };
  /** Where an action is a place to go to. */
  const places: Partial<Record<StuckAction, string>> = {
    WORK: `/tugas/${encodeURIComponent(item.task?.id ?? "")}`,
    ENACT_SOP: `/sop/${encodeURIComponent(waitingCall?.sop?.id ?? "")}`,
  };
  const isOfLane = isVacant && item.action === "APPOINT_ACTING";
  const main = isOfLane ? null : item.action;
  const label = (action: StuckAction) => t(`stuck.action.${action}`);
  return (
    <div className="row-actions task-actions">
      {item.action === null && item.remindedAt !== null && (
        <span className="quiet">
          {t("stuck.reminded", { at: format.dateTime(item.remindedAt) })}
        </span>
      )}
      {main !== null &&
        (places[main] === undefined ? (
          <Button
            variant="default"
            size="xs"
            loading={acts.isBusy}
            aria-label={`${label(main)}: ${caseName}`}
            onClick={runs[main]}
          >
            {label(main)}
          </Button>
        ) : (
          <Button
            component={Link}
            to={places[main]}
            variant="default"
            size="xs"
            aria-label={`${label(main)}: ${caseName}`}
          >
            {label(main)}
          </Button>
        ))}
      {item.alternatives.length > 0 && (
        <Menu position="bottom-end" width={230}>
          <Menu.Target>
            <ActionIcon
              variant="subtle"
              size={30}
              aria-label={t("stuck.otherActions", { name: caseName })}
            >
              <DotsIcon />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {item.alternatives.map((action) => {
              const to = places[action];
              return to === undefined ? (
                <Menu.Item key={action} onClick={runs[action]}>
                  {label(action)}
                </Menu.Item>
              ) : (
                <Menu.Item key={action} component={Link} to={to}>
                  {label(action)}
                </Menu.Item>
              );
            })}
          </Menu.Dropdown>
        </Menu>
      )}
      {asked === "RELEASE" && <ReleaseDialog item={item} acts={acts} onClose={() => ask(null)} />}
      {asked === "DELEGATE" && <DelegateHere item={item} onClose={() => ask(null)} />}
      {asked === "APPOINT_ACTING" && item.task?.lane.position != null && (
        <AppointHere positionId={item.task.lane.position.id} onClose={() => ask(null)} />
      )}
    </div>
  );
}

function DelegateHere({ item, onClose }: { item: StuckItem; onClose: () => void }) {
  const me = useMe();
  if (item.task === null) return null;
  const task = { ...item.task, instance: item.instance };
  return (
    <DelegateDialog
      task={task}
      heirs={heirsOf(task, me.id)}
      isOpen
      onClose={onClose}
      onDone={announceChange}
    />
  );
}
