import { ActionIcon, Button, Checkbox, Group, Modal, Stack, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { documentLimits, type FormColumns } from "../../../domain/index.js";
import { ArrowDownIcon, ArrowUpIcon } from "../../app/icons.js";
import { choicesOf, columnsOf, moveColumn, type ColumnTitles } from "./column-setup.js";

const titleNames = ["number", "activity", "lanes", "standard"] as const;

/** Which columns stand right of the lanes, in which order, under which headings. */
export function ColumnsDialog(props: {
  title: string;
  hint?: string;
  columns: FormColumns | null;
  isBusy?: boolean;
  onClose: () => void;
  onSave: (columns: FormColumns | null) => void;
}) {
  const { t } = useTranslation();
  const [{ right, titles }, setChoices] = useState(() => choicesOf(props.columns));
  const change = (index: number, part: Partial<(typeof right)[number]>) =>
    setChoices({
      titles,
      right: right.map((one, at) => (at === index ? { ...one, ...part } : one)),
    });
  const name = (field: keyof ColumnTitles) => t(`columns.name.${field}`);
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={props.title}
      size={560}
      closeButtonProps={{ "aria-label": t("common.close") }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          props.onSave(columnsOf(right, titles));
        }}
      >
        <Stack>
          {props.hint !== undefined && <p className="quiet">{props.hint}</p>}
          <fieldset className="plain-fieldset">
            <legend className="columns-legend">{t("columns.right")}</legend>
            {right.map(({ column, title, isShown }, index) => {
              const label = t(`columns.name.${column}`);
              return (
                <div key={column} className="column-choice">
                  <Checkbox
                    label={label}
                    checked={isShown}
                    onChange={(event) => change(index, { isShown: event.currentTarget.checked })}
                  />
                  <TextInput
                    size="xs"
                    aria-label={t("columns.heading", { column: label })}
                    placeholder={label}
                    maxLength={documentLimits.columnTitle}
                    disabled={!isShown}
                    value={title}
                    onChange={(event) => change(index, { title: event.currentTarget.value })}
                  />
                  <ActionIcon.Group>
                    <ActionIcon
                      variant="default"
                      aria-label={t("columns.moveUp", { column: label })}
                      disabled={index === 0}
                      onClick={() => setChoices({ titles, right: moveColumn(right, index, -1) })}
                    >
                      <ArrowUpIcon />
                    </ActionIcon>
                    <ActionIcon
                      variant="default"
                      aria-label={t("columns.moveDown", { column: label })}
                      disabled={index === right.length - 1}
                      onClick={() => setChoices({ titles, right: moveColumn(right, index, 1) })}
                    >
                      <ArrowDownIcon />
                    </ActionIcon>
                  </ActionIcon.Group>
                </div>
              );
            })}
          </fieldset>
          <fieldset className="plain-fieldset">
            <legend className="columns-legend">{t("columns.others")}</legend>
            <div className="column-titles">
              {titleNames.map((field) => (
                <TextInput
                  key={field}
                  size="xs"
                  label={name(field)}
                  placeholder={name(field)}
                  maxLength={documentLimits.columnTitle}
                  value={titles[field]}
                  onChange={(event) =>
                    setChoices({ right, titles: { ...titles, [field]: event.currentTarget.value } })
                  }
                />
              ))}
            </div>
          </fieldset>
          <Group justify="space-between">
            <Button variant="subtle" onClick={() => setChoices(choicesOf(null))}>
              {t("columns.reset")}
            </Button>
            <Group gap={8}>
              <Button variant="default" onClick={props.onClose}>
                {t("common.back")}
              </Button>
              <Button type="submit" loading={props.isBusy === true}>
                {t("common.save")}
              </Button>
            </Group>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
