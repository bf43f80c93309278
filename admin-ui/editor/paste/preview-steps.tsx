import { NativeSelect, Pagination, Table } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import {
  nodeKinds,
  type NodeKind,
  type RecognisedStep,
  type RecognisedTable,
} from "../../../domain/index.js";
import { useFormat } from "../../app/use-format.js";
import { paletteViews } from "../kinds/node-kind-views.js";
import { GuessMark } from "./guess-mark.js";
import type { TablePaste } from "./use-table-paste.js";

/** More at once would make every choice slow. */
const pageSize = 40;

/**
 * The steps as they will stand on the form; kind and lane can be set right before taking them. A
 * row whose symbol the form has already is shown as such; a symbol that the table lacks and the
 * form does not is none of its rows.
 */
export function PreviewSteps(props: {
  paste: TablePaste;
  table: RecognisedTable;
  /** What becomes of each of the table's steps; `null` stays away. */
  steps: readonly (RecognisedStep | null)[];
}) {
  const { paste, table } = props;
  const { t } = useTranslation();
  const [wanted, setPage] = useState(1);
  const rows = table.steps.flatMap((written, at) => {
    const taken = props.steps[at] ?? null;
    if (taken === null && written.rows.length === 0) return [];
    return [{ at, step: taken ?? written, isKnown: taken === null }];
  });
  const pages = Math.max(1, Math.ceil(rows.length / pageSize));
  const page = Math.min(wanted, pages);
  const from = (page - 1) * pageSize;
  return (
    <>
      <div className="preview-scroll" tabIndex={0} role="region" aria-label={t("paste.steps")}>
        <Table className="preview-steps" verticalSpacing={6} horizontalSpacing={8}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t("form.number")}</Table.Th>
              <Table.Th>{t("form.activity")}</Table.Th>
              <Table.Th>{t("paste.kind")}</Table.Th>
              <Table.Th>{t("form.lane")}</Table.Th>
              <Table.Th>{t("form.requirements")}</Table.Th>
              <Table.Th>{t("form.time")}</Table.Th>
              <Table.Th>{t("form.output")}</Table.Th>
              <Table.Th>{t("form.remarks")}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.slice(from, from + pageSize).map((row) => (
              <StepRow key={row.step.id} paste={paste} table={table} {...row} />
            ))}
          </Table.Tbody>
        </Table>
      </div>
      {pages > 1 && (
        <Pagination
          size="sm"
          total={pages}
          value={page}
          onChange={setPage}
          getControlProps={(control) => ({ "aria-label": t(`paste.${control}`) })}
        />
      )}
    </>
  );
}

/** The kinds that a row of a table can be. */
const rowKinds = paletteViews.filter(({ kind }) => nodeKinds[kind].standsInRow);

function StepRow(props: {
  paste: TablePaste;
  table: RecognisedTable;
  step: RecognisedStep;
  /** Its place in the table's steps. */
  at: number;
  /** The form has such a symbol, and does not take this one. */
  isKnown: boolean;
}) {
  const { paste, table, step, at, isKnown } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const name = step.number ?? step.text.slice(0, 40);
  const guess = (field: RecognisedStep["guesses"][number]) =>
    !isKnown && step.guesses.includes(field) ? (
      <GuessMark what={t(`paste.guess.${field}`)} />
    ) : null;
  const arrows = table.arrows.filter(({ from, outcome }) => from === at && outcome !== null);
  const label = (to: number): string => {
    const target = table.steps[to];
    return target?.number ?? target?.text.slice(0, 30) ?? "";
  };
  return (
    <Table.Tr data-guess={(!isKnown && step.guesses.length > 0) || undefined}>
      <Table.Td className="cell-number">{step.number}</Table.Td>
      <Table.Td className="cell-activity">
        <div>{step.text}</div>
        {isKnown && <div className="quiet">{t("paste.stepKnown")}</div>}
        {arrows.map(({ to, outcome }) => (
          <div key={outcome} className="quiet">
            {outcome} → {label(to)}
          </div>
        ))}
        {guess("row")}
        {guess("added")}
        {guess("text")}
        {guess("arrows")}
      </Table.Td>
      <Table.Td className="cell-choice">
        <NativeSelect
          size="xs"
          aria-label={t("paste.kindOf", { name })}
          data={rowKinds.map(({ kind, labelKey }) => ({ value: kind, label: t(labelKey) }))}
          value={step.kind}
          disabled={step.rows.length === 0 || isKnown}
          onChange={(event) => {
            const kind = event.currentTarget.value as NodeKind;
            paste.choose({ kinds: { [step.id]: kind } });
          }}
        />
        {guess("kind")}
      </Table.Td>
      <Table.Td className="cell-choice">
        <LaneChoice {...props} name={name} />
        {guess("lanes")}
      </Table.Td>
      <Table.Td>
        {step.requirements.map((item) => (
          <div key={item}>{item}</div>
        ))}
      </Table.Td>
      <Table.Td className="cell-time">
        {step.time !== null && (
          <div>
            {t(`timeAmount.${step.time.unit}`, {
              count: step.time.value,
              value: format.number(step.time.value),
            })}
          </div>
        )}
        {guess("time")}
      </Table.Td>
      <Table.Td>
        {step.outputs.map((item) => (
          <div key={item}>{item}</div>
        ))}
      </Table.Td>
      <Table.Td>{step.remarks}</Table.Td>
    </Table.Tr>
  );
}

/** One lane to choose; a joint step keeps its lanes as one more choice. */
function LaneChoice(props: {
  paste: TablePaste;
  table: RecognisedTable;
  step: RecognisedStep;
  name: string;
}) {
  const { paste, table, step } = props;
  const { t } = useTranslation();
  if (table.lanes.length === 0) return null;
  const names = step.lanes.map(({ lane }) => table.lanes[lane]?.name ?? "");
  const single = table.lanes.map((lane) => ({ value: lane.name, label: lane.name }));
  const joint = JSON.stringify(names);
  const labels = step.lanes.flatMap(({ label }) => label ?? []);
  return (
    <>
      <NativeSelect
        size="xs"
        aria-label={t("paste.laneOf", { name: props.name })}
        value={names.length === 1 ? names[0]! : joint}
        data={
          names.length === 1
            ? single
            : [{ value: joint, label: names.join(" + ") || t("paste.noLane") }, ...single]
        }
        onChange={(event) => {
          const { value } = event.currentTarget;
          if (value !== joint) paste.choose({ lanes: { [step.id]: [value] } });
        }}
      />
      {labels.length > 0 && <div className="quiet">{labels.join(", ")}</div>}
    </>
  );
}
