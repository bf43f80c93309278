import { Button, Checkbox, SegmentedControl } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { PeopleRow } from "../../../domain/index.js";
import type { ImportRowState } from "../../generated/graphql.js";
import type { PreviewedRow } from "./import-operations.js";
import { ImportRowDialog } from "./import-row-dialog.js";

interface RowsProps {
  readonly rows: readonly PeopleRow[];
  readonly told: ReadonlyMap<number, PreviewedRow>;
  readonly leftOut: readonly number[];
  /** Whether what is told is told of these rows. */
  readonly isCurrent: boolean;
  readonly onLeaveOut: (line: number, isOut: boolean) => void;
  readonly onEdit: (row: PeopleRow) => void;
}

const states = ["NEW", "CHANGED", "SAME", "WRONG"] as const satisfies readonly ImportRowState[];

/** Row by row what would be done. */
export function ImportRows(props: RowsProps) {
  const { t } = useTranslation();
  const { rows, told, leftOut, isCurrent } = props;
  const [shown, setShown] = useState<ImportRowState | "ALL">("ALL");
  const [edited, setEdited] = useState<PeopleRow | null>(null);
  const stateOf = (row: PeopleRow): ImportRowState | null =>
    leftOut.includes(row.line)
      ? null
      : row.unknownRoles.length > 0
        ? "WRONG"
        : (told.get(row.line)?.state ?? null);
  const count = (state: ImportRowState) => rows.filter((row) => stateOf(row) === state).length;
  const choices = [
    { value: "ALL", label: t("import.all", { count: rows.length }) },
    ...states
      .filter((state) => count(state) > 0)
      .map((state) => ({ value: state, label: `${t(`import.state.${state}`)} (${count(state)})` })),
  ];
  const wanted = choices.some(({ value }) => value === shown) ? shown : "ALL";
  return (
    <section aria-label={t("import.rows")} aria-busy={!isCurrent}>
      <SegmentedControl
        aria-label={t("import.show")}
        className="import-shown"
        value={wanted}
        data={choices}
        onChange={(value) => setShown(states.find((state) => state === value) ?? "ALL")}
      />
      <div className="sheet">
        <ul className="ledger">
          {rows
            .filter((row) => wanted === "ALL" || stateOf(row) === wanted)
            .map((row) => (
              <ImportRow
                key={row.line}
                row={row}
                state={stateOf(row)}
                told={told.get(row.line) ?? null}
                isOut={leftOut.includes(row.line)}
                onLeaveOut={(isOut) => props.onLeaveOut(row.line, isOut)}
                onEdit={() => setEdited(row)}
              />
            ))}
        </ul>
      </div>
      {edited !== null && (
        <ImportRowDialog
          row={edited}
          problems={told.get(edited.line)?.problems ?? []}
          onClose={() => setEdited(null)}
          onSave={(row) => {
            props.onEdit(row);
            setEdited(null);
          }}
        />
      )}
    </section>
  );
}

function ImportRow(props: {
  row: PeopleRow;
  state: ImportRowState | null;
  told: PreviewedRow | null;
  isOut: boolean;
  onLeaveOut: (isOut: boolean) => void;
  onEdit: () => void;
}) {
  const { t } = useTranslation();
  const { row, state, told, isOut } = props;
  const name = row.name || t("import.noName");
  return (
    <li className="import-row" data-out={isOut || undefined}>
      <Checkbox
        aria-label={t("import.include", { line: row.line, name })}
        checked={!isOut}
        onChange={(event) => props.onLeaveOut(!event.currentTarget.checked)}
      />
      <div>
        <strong>{name}</strong>
        <div className="quiet">
          {[told?.username ?? row.username, row.nip && `NIP ${row.nip}`]
            .filter((text) => text)
            .join(" · ")}
        </div>
      </div>
      <div>
        {row.position || <span className="quiet">{t("import.noPosition")}</span>}
        {row.roles.length > 0 && (
          <div className="quiet">{row.roles.map((role) => t(`role.${role}`)).join(", ")}</div>
        )}
      </div>
      <div>
        {isOut ? (
          <span className="quiet">{t("import.leftOut")}</span>
        ) : (
          state !== null && (
            <span className={`import-state import-${state.toLowerCase()}`}>
              {t(`import.state.${state}`)}
            </span>
          )
        )}
        {!isOut && <Notes row={row} told={told} />}
      </div>
      <Button
        variant="default"
        size="compact-sm"
        fw={400}
        aria-label={`${t("import.edit")}: ${name}`}
        onClick={props.onEdit}
      >
        {t("import.edit")}
      </Button>
    </li>
  );
}

/** What is wrong with it, or what would become of it. */
function Notes({ row, told }: { row: PeopleRow; told: PreviewedRow | null }) {
  const { t } = useTranslation();
  const wrong = [
    ...(row.unknownRoles.length > 0
      ? [t("import.unknownRole", { roles: row.unknownRoles.join(", ") })]
      : []),
    ...(told?.problems ?? []).map(({ field, code, message }) =>
      field === "name" && code === "INVALID" ? t("import.nameRequired") : message,
    ),
  ];
  if (wrong.length > 0) return <div className="import-problem">{wrong.join(" ")}</div>;
  if (told === null || told.state === "SAME") return null;
  const notes = [
    told.previousName !== null && t("import.renames", { name: told.previousName }),
    told.addsNip && t("import.addsNip"),
    told.state === "CHANGED" &&
      told.addedRoles.length > 0 &&
      t("import.addsRoles", { roles: told.addedRoles.map((role) => t(`role.${role}`)).join(", ") }),
    told.makesPosition && t("import.makesPosition"),
    told.appoints && !told.makesPosition && t("import.appoints"),
  ].filter((note) => note !== false);
  return <div className="quiet">{notes.join(" ")}</div>;
}
