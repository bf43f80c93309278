import { Button, Group, Modal, Radio, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import {
  type FieldChange,
  fieldChanges,
  fieldText,
  type FieldValues,
  type FieldWords,
  fieldWords,
  mergeFields,
} from "../../domain/index.js";
import { useFormat } from "../app/use-format.js";
import { ChangeList } from "./change-list.js";
import { fieldLabel } from "./calendar-words.js";

export interface Conflict {
  /** What both began with, what I made of it, and what somebody else has saved meanwhile. */
  readonly base: FieldValues;
  readonly mine: FieldValues;
  readonly theirs: FieldValues;
}

/** Puts two people's changes together; where both changed the same thing, one chooses. */
export function ConflictDialog(props: {
  conflict: Conflict;
  onMerged: (fields: FieldValues) => void;
  onClose: () => void;
}) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const words = fieldWords[i18n.language === "en" ? "en" : "id"];
  const { base, mine, theirs } = props.conflict;
  const merged = mergeFields(base, mine, theirs);
  const [chosen, setChosen] = useState<ReadonlyMap<string, string>>(new Map());
  const textOf = (value: string | undefined) =>
    fieldText(value ?? null, words) ?? t("calendar.nothing");
  const merge = () => {
    const fields = new Map(merged.fields);
    for (const field of merged.clashes) {
      if (chosen.get(field) !== "theirs") continue;
      const value = theirs.get(field);
      if (value === undefined) fields.delete(field);
      else fields.set(field, value);
    }
    props.onMerged(fields);
  };
  return (
    <Modal
      opened
      size="lg"
      onClose={props.onClose}
      title={t("calendar.conflictTitle")}
      closeButtonProps={{ "aria-label": t("common.close") }}
    >
      <Stack>
        <Text>{t("calendar.conflictHint")}</Text>
        <section>
          <h3 className="section-title">{t("calendar.theirChanges")}</h3>
          <ChangeList changes={readable(fieldChanges(base, theirs), words)} />
        </section>
        <section>
          <h3 className="section-title">{t("calendar.myChanges")}</h3>
          <ChangeList changes={readable(fieldChanges(base, mine), words)} />
        </section>
        {merged.clashes.map((field) => (
          <Radio.Group
            key={field}
            label={t("calendar.clash", {
              field: fieldLabel(field, textOf(mine.get(field) ?? theirs.get(field)), t, format),
            })}
            value={chosen.get(field) ?? "mine"}
            onChange={(value) => setChosen(new Map(chosen).set(field, value))}
          >
            <Stack gap={6} mt={6}>
              <Radio
                value="mine"
                label={t("calendar.keepMine", { value: textOf(mine.get(field)) })}
              />
              <Radio
                value="theirs"
                label={t("calendar.keepTheirs", { value: textOf(theirs.get(field)) })}
              />
            </Stack>
          </Radio.Group>
        ))}
        <Group justify="flex-end">
          <Button variant="default" onClick={props.onClose}>
            {t("common.back")}
          </Button>
          <Button onClick={merge}>{t("calendar.merge")}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}

const readable = (changes: readonly FieldChange[], words: FieldWords) =>
  changes.map(({ field, before, after }) => ({
    field,
    before: fieldText(before, words),
    after: fieldText(after, words),
  }));
