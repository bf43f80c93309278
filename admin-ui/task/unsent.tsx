import { Button, CopyButton, Group } from "@mantine/core";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import type { TaskView } from "./task-operations.js";
import { unsentWords } from "./unsent-words.js";
import type { DraftInHand } from "./use-task-draft.js";

/** What was typed here before the task could no longer be done: to be copied, or thrown away. */
export function Unsent({ task, hand }: { task: TaskView; hand: DraftInHand }) {
  const { t } = useTranslation();
  const words = unsentWords(hand.draft, task);
  const { forget } = hand;
  const isAllSent = task.closedAt !== null && words.length === 0;
  useEffect(() => {
    if (isAllSent) forget();
  }, [isAllSent, forget]);
  if (words.length === 0) return null;
  const { outputs } = task.instance.version;
  const nameOf = (output: string | null): string =>
    output === null
      ? t("task.comment")
      : (outputs.find(({ key }) => key === output)?.name ?? output);
  return (
    <section className="sheet sheet-pad unsent" aria-label={t("task.unsent")}>
      <h2 className="section-title">{t("task.unsent")}</h2>
      <p className="quiet">{t("task.unsentHint")}</p>
      <dl className="facts">
        {words.map(({ output, text }) => (
          <div key={output ?? ""} className="fact">
            <dt>{nameOf(output)}</dt>
            <dd className="reference">{text}</dd>
          </div>
        ))}
      </dl>
      <Group mt="md" gap="sm">
        <CopyButton
          value={words.map(({ output, text }) => `${nameOf(output)}: ${text}`).join("\n")}
        >
          {({ copied, copy }) => (
            <Button variant="default" onClick={copy}>
              {copied ? t("common.copied") : t("common.copy")}
            </Button>
          )}
        </CopyButton>
        <Button variant="subtle" onClick={hand.clear}>
          {t("task.discard")}
        </Button>
      </Group>
    </section>
  );
}
