import { useMediaQuery } from "@mantine/hooks";
import type { ReactNode } from "react";
import { TableFrame } from "./table-frame.js";

export interface FigureColumn {
  readonly key: string;
  readonly heading: ReactNode;
  /** Words stand left, numbers right. */
  readonly kind?: "words" | "share";
}

export interface FigureRow {
  readonly key: string;
  readonly name: ReactNode;
  /** In the order of the columns. */
  readonly cells: readonly ReactNode[];
}

/** A table of numbers; where there is little room a card for each row, so that no number is out of sight. */
export function FigureTable(props: {
  label: string;
  /** What the rows are. */
  heading: string;
  columns: readonly FigureColumn[];
  rows: readonly FigureRow[];
  /** Whether names are sentences, as those of steps. */
  hasLongNames?: boolean;
}) {
  const isNarrow = useMediaQuery("screen and (max-width: 900px)", false, {
    getInitialValueInEffect: false,
  });
  const { label, heading, columns, rows, hasLongNames = false } = props;
  const nameClass = hasLongNames ? "step-name" : undefined;
  if (isNarrow) {
    return (
      <ul className="figure-cards">
        {rows.map(({ key, name, cells }) => (
          <li key={key}>
            <div className="card-name">{name}</div>
            <dl>
              {columns.map((column, at) => (
                <div key={column.key} data-kind={column.kind}>
                  <dt>{column.heading}</dt>
                  <dd>{cells[at]}</dd>
                </div>
              ))}
            </dl>
          </li>
        ))}
      </ul>
    );
  }
  return (
    <TableFrame label={label}>
      <thead>
        <tr>
          <th scope="col">{heading}</th>
          {columns.map((column) => (
            <th key={column.key} scope="col" data-kind={column.kind}>
              {column.heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, name, cells }) => (
          <tr key={key}>
            <th scope="row" className={nameClass}>
              {name}
            </th>
            {columns.map((column, at) => (
              <td key={column.key} data-kind={column.kind}>
                {cells[at]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </TableFrame>
  );
}
