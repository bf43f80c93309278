import { Button, Group, Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { NodeKey, RecognisedTable } from "../../../domain/index.js";
import { useFormat } from "../../app/use-format.js";
import { GuessMark } from "./guess-mark.js";

/** A table that was taken, and the node of each of its steps. */
export interface TakenSteps {
  readonly table: RecognisedTable;
  readonly nodes: ReadonlyMap<number, NodeKey>;
}

/** What was taken, and which guesses are still to be looked at, each with the way to its step. */
export function TakenSummary(props: {
  taken: TakenSteps;
  onGo: (node: NodeKey) => void;
  onUndo: () => void;
  onClose: () => void;
}) {
  const { taken } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const open = [...taken.nodes].flatMap(([at, node]) => {
    const step = taken.table.steps[at];
    return step === undefined || step.guesses.length === 0 ? [] : [{ node, step }];
  });
  return (
    <Stack gap="md" data-testid="paste-taken">
      <Text>
        {t("paste.taken", { count: taken.nodes.size, number: format.number(taken.nodes.size) })}{" "}
        {open.length > 0 ? t("paste.checkGuesses") : t("paste.noGuesses")}
      </Text>
      {open.length > 0 && (
        <ul className="taken-guesses">
          {open.map(({ node, step }) => (
            <li key={node}>
              <button
                type="button"
                className="link-button taken-step"
                onClick={() => props.onGo(node)}
              >
                {step.number !== null && `${step.number} `}
                {step.text || t("paste.untitled")}
              </button>
              <GuessMark
                what={step.guesses.map((field) => t(`paste.guess.${field}`)).join(" · ")}
              />
            </li>
          ))}
        </ul>
      )}
      <Group justify="flex-end">
        <Button variant="default" onClick={props.onUndo}>
          {t("editor.undo")}
        </Button>
        <Button data-autofocus onClick={props.onClose}>
          {t("paste.seeForm")}
        </Button>
      </Group>
    </Stack>
  );
}
