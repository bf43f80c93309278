import { Alert, Button, Group, NativeSelect, Radio, Stack } from "@mantine/core";
import { useTranslation } from "react-i18next";
import {
  isBareForm,
  rowNumbers,
  type Graph,
  type RecognisedStep,
  type RecognisedTable,
  type TableGrid,
  type TablePlacement,
} from "../../../domain/index.js";
import { useFormat } from "../../app/use-format.js";
import { GuessMark } from "./guess-mark.js";
import type { LaneTaking } from "./lane-takings.js";
import { LeftOutList } from "./left-out-list.js";
import { PreviewColumns } from "./preview-columns.js";
import { PreviewLanes } from "./preview-lanes.js";
import { PreviewSteps } from "./preview-steps.js";
import type { KnownPosition } from "./suggest-binding.js";
import type { TablePaste } from "./use-table-paste.js";

/** The table as it was understood, before anything of it is taken. */
export function TablePreview(props: {
  paste: TablePaste;
  table: RecognisedTable;
  grid: TableGrid;
  graph: Graph;
  lanes: readonly LaneTaking[];
  /** What becomes of each of the table's steps; `null` stays away. */
  steps: readonly (RecognisedStep | null)[];
  positions: readonly (KnownPosition & { readonly office: { readonly name: string } })[];
  placement: TablePlacement;
  onPlace: (placement: TablePlacement) => void;
  /** The row that is selected on the form; `null` where none is. */
  selected: string | null;
}) {
  const { paste, table, grid } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const { reading } = paste;
  const tables = reading?.ok === true ? reading.grids.length : 0;
  const taken = props.steps.filter((step) => step !== null);
  const steps = taken.filter(({ rows }) => rows.length > 0);
  const isDrawingLost =
    table.lanes.length > 1 &&
    steps.filter(({ guesses }) => guesses.includes("lanes")).length * 2 > steps.length;
  const added = taken.length - steps.length;
  const outputs = new Set(taken.flatMap((step) => step.outputs)).size;
  const guesses = taken.reduce((sum, step) => sum + step.guesses.length, 0);
  return (
    <Stack gap="md">
      <Group justify="space-between" align="flex-end" gap="sm">
        <div role="status" data-testid="paste-summary">
          <strong>
            {t("paste.summary", {
              steps: format.number(steps.length),
              lanes: format.number(props.lanes.filter(({ isKnown }) => !isKnown).length),
              outputs: format.number(outputs),
            })}
          </strong>{" "}
          {added > 0 && t("paste.added", { count: added, number: format.number(added) })}{" "}
          {guesses > 0 && (
            <GuessMark
              what={t("paste.guesses", { count: guesses, number: format.number(guesses) })}
            />
          )}
        </div>
        <Group gap="sm">
          {tables > 1 && (
            <NativeSelect
              size="xs"
              aria-label={t("paste.whichTable")}
              value={String(paste.chosen)}
              onChange={(event) => paste.chooseTable(Number(event.currentTarget.value))}
              data={Array.from({ length: tables }, (_, index) => ({
                value: String(index),
                label: t("paste.tableOf", {
                  number: format.number(index + 1),
                  all: format.number(tables),
                }),
              }))}
            />
          )}
          <Button size="xs" fz="sm" variant="default" onClick={paste.clear}>
            {t("paste.another")}
          </Button>
        </Group>
      </Group>
      {isDrawingLost && (
        <Alert color="yellow" variant="light" className="paste-alert">
          {t("paste.drawingLost")}
        </Alert>
      )}
      <section>
        <h3 className="paste-heading">{t("paste.columns")}</h3>
        <PreviewColumns paste={paste} table={table} grid={grid} />
      </section>
      {props.lanes.length > 0 && (
        <section>
          <h3 className="paste-heading">{t("form.lanes")}</h3>
          <PreviewLanes lanes={props.lanes} positions={props.positions} onBind={paste.bind} />
        </section>
      )}
      <section>
        <h3 className="paste-heading">{t("paste.steps")}</h3>
        <PreviewSteps paste={paste} table={table} steps={props.steps} />
      </section>
      <LeftOutList leftOut={table.leftOut} />
      <Placement {...props} />
    </Stack>
  );
}

/** In place of a form that is empty yet, or under a row of one that is not. */
function Placement(props: {
  graph: Graph;
  placement: TablePlacement;
  onPlace: (placement: TablePlacement) => void;
  selected: string | null;
}) {
  const { graph, selected } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const number = selected === null ? undefined : rowNumbers(graph).get(selected);
  const under =
    selected === null
      ? t("paste.beforeEnd")
      : number === undefined
        ? t("paste.underSelected")
        : t("paste.underStep", { number: format.number(number) });
  return (
    <Radio.Group
      label={t("paste.where")}
      value={props.placement.type}
      onChange={(value) =>
        props.onPlace(value === "REPLACE" ? { type: "REPLACE" } : { type: "UNDER", node: selected })
      }
    >
      <Stack gap={6} mt={6}>
        {isBareForm(graph) && <Radio value="REPLACE" label={t("paste.replace")} />}
        <Radio value="UNDER" label={under} />
      </Stack>
    </Radio.Group>
  );
}
