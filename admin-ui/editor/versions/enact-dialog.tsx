import { Alert, Anchor, Button, Group, Modal, Stack, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { memo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import type { Graph, Problem, RuleName } from "../../../domain/index.js";
import { newIdempotencyKey } from "../../app/idempotency-key.js";
import { useAction } from "../../app/use-action.js";
import { useFormat } from "../../app/use-format.js";
import type { EnactVersionMutation } from "../../generated/graphql.js";
import { ProblemLine } from "../panels/problem-line.js";
import { ProblemLines } from "../panels/problem-lines.js";
import type { Verdict } from "../gate/verdict.js";
import { VerdictLine } from "../gate/verdict-line.js";
import { PlayRunButton } from "../playback/play-run-button.js";
import type { Playable } from "../playback/playback.js";
import { enactVersionMutation, type VersionData } from "../sop-operations.js";
import { VacantLanes } from "./vacant-lanes.js";
import { WarningsFold } from "./warnings-fold.js";
import { compareLink } from "./compare-sides.js";
import {
  atOnce,
  InForceField,
  useOfficeZone,
  wishedInstant,
  type InForceWish,
} from "./in-force-field.js";

type ServerProblem = EnactVersionMutation["enactVersion"]["problems"][number];

/** Asks once more, saves what is unsaved, enacts; and says what stands against it. */
export const EnactDialog = memo(function EnactDialog(props: {
  opened: boolean;
  onClose: () => void;
  version: VersionData;
  graph: Graph;
  /** Keep it from being enacted. */
  errors: readonly Problem[];
  /** Are shown before it is. */
  warnings: readonly Problem[];
  verdict: Verdict;
  /** Saves what is unsaved; the revision to enact, or `null` where saving failed. */
  prepare: () => Promise<number | null>;
  onNode: (node: string) => void;
  onLane: (lane: string) => void;
  /** Plays on the form how it goes wrong. */
  onPlay: (problem: Playable) => void;
}) {
  const { t } = useTranslation();
  const [busy, enact] = useAction(enactVersionMutation, { quiet: true });
  const [refused, setRefused] = useState<readonly ServerProblem[]>([]);
  const [fault, setFault] = useState<string | null>(null);
  const [wish, setWish] = useState<InForceWish>(atOnce);
  const [isChecked, setChecked] = useState(false);
  const zone = useOfficeZone();
  const format = useFormat();
  const { sopId = "" } = useParams();
  const key = useRef(newIdempotencyKey());
  const openNotes = props.version.notes.filter((note) => !note.resolved).length;
  const close = () => {
    setRefused([]);
    setFault(null);
    setWish(atOnce);
    setChecked(false);
    props.onClose();
  };
  const submit = async () => {
    setFault(null);
    setRefused([]);
    setChecked(true);
    const instant = wishedInstant(wish, zone, Date.now());
    if (instant === undefined) return;
    const inForceFrom = instant === null ? null : new Date(instant).toISOString();
    const revision = await props.prepare();
    if (revision === null) {
      setFault(t("enact.unsaved"));
      return;
    }
    const result = await enact({
      input: {
        versionId: props.version.id,
        revision,
        inForceFrom,
        idempotencyKey: key.current,
      },
    });
    const found = result.payload?.problems ?? [];
    if (result.ok && found.length === 0) {
      notifications.show({
        message:
          inForceFrom === null
            ? t("enact.done")
            : t("enact.doneLater", { date: format.dateTime(inForceFrom) }),
      });
      close();
      return;
    }
    key.current = newIdempotencyKey();
    setRefused(found);
    if (!result.ok) {
      setFault(
        result.errors
          .filter((error) => found.length === 0 || error.code !== "PROBLEMS")
          .map((error) => error.message)
          .join(" ") || null,
      );
    }
  };
  const leaveFor =
    <Target,>(go: (target: Target) => void) =>
    (target: Target) => {
      close();
      go(target);
    };
  const places = {
    graph: props.graph,
    onNode: leaveFor(props.onNode),
    onLane: leaveFor(props.onLane),
  };
  const play = leaveFor(props.onPlay);
  const isBlocked = props.errors.length > 0;
  // What is still being checked may yet stand against it.
  const isChecking = props.verdict === "checking";
  return (
    <Modal
      opened={props.opened}
      onClose={close}
      title={t("enact.title")}
      size="lg"
      closeButtonProps={{ "aria-label": t("common.close") }}
    >
      <Stack>
        {isBlocked || refused.length > 0 ? (
          <>
            <Text>
              {t(props.version.status === "SUBMITTED" ? "enact.blockedSubmitted" : "enact.blocked")}
            </Text>
            {isBlocked ? (
              <ProblemLines
                {...places}
                problems={props.errors}
                onPlay={play}
                testId="enact-problems"
              />
            ) : (
              <ul className="note-list" data-testid="enact-problems">
                {refused.map((problem, index) => (
                  <ProblemLine
                    key={index}
                    {...places}
                    problem={problem}
                    level="ERROR"
                    text={problem.message}
                  >
                    <PlayRunButton
                      problem={{ ...problem, rule: problem.rule as RuleName, params: {} }}
                      onPlay={play}
                    />
                  </ProblemLine>
                ))}
              </ul>
            )}
          </>
        ) : (
          <>
            <VerdictLine verdict={props.verdict} />
            <Text>{t("enact.confirm")}</Text>
            <WarningsFold {...places} warnings={props.warnings} />
            <InForceField wish={wish} onWish={setWish} isChecked={isChecked} />
            <VacantLanes graph={props.graph} />
            {openNotes > 0 && (
              <Alert color="yellow" variant="light" role="status">
                {t("enact.openNotes", { count: openNotes })}
              </Alert>
            )}
          </>
        )}
        {fault !== null && (
          <Alert color="red" variant="light" role="alert">
            {fault}
          </Alert>
        )}
        <Group justify="flex-end">
          {props.version.version > 1 && (
            <Anchor
              component={Link}
              size="sm"
              mr="auto"
              to={compareLink(sopId, null, { versionId: props.version.id, revision: null })}
            >
              {t("compare.open")}
            </Anchor>
          )}
          <Button variant="default" onClick={close}>
            {t("common.back")}
          </Button>
          <Button loading={busy} disabled={isBlocked || isChecking} onClick={() => void submit()}>
            {wish.at === "once" ? t("enact.submit") : t("enact.submitLater")}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
});
