import { useStore } from "@xyflow/react";
import { useTranslation } from "react-i18next";
import type { FormLayout } from "../../../domain/index.js";
import type { RowFlags } from "./row-flags.js";

/** The two-level heading. It stays at the upper edge while the rows pass under it. */
export function FormHeader(props: {
  form: FormLayout;
  flags: RowFlags | null;
  selectedLane: string | null;
  onSelectLane: ((lane: string) => void) | null;
}) {
  const { t } = useTranslation();
  const { form, flags, onSelectLane } = props;
  const shift = useStore(({ transform: [, y, zoom] }) => Math.max(0, -y / zoom));
  const { height, groupHeight, groups } = form.header;
  const grouped = new Set(["lane", "requirements", "time", "output"]);
  return (
    <div
      className="form-head"
      style={{ width: form.width, height, transform: `translateY(${shift}px)` }}
    >
      {groups.map((group) => (
        <div
          key={group.x}
          className="head-cell"
          style={{ left: group.x, width: group.width, top: 0, height: groupHeight }}
        >
          {group.title}
        </div>
      ))}
      {form.columns.map((column, index) => {
        const top = grouped.has(column.role) ? groupHeight : 0;
        const flag = column.lane === null ? undefined : flags?.get(column.lane);
        const style = { left: column.x, width: column.width, top, height: height - top };
        const content = (
          <>
            {column.lines.map((line, at) => (
              <div key={at}>{line}</div>
            ))}
            {flag !== undefined && (
              <span
                className="row-flag"
                data-flag={flag}
                role="img"
                aria-label={t(`rowFlag.${flag}`)}
              />
            )}
          </>
        );
        const { lane } = column;
        return lane !== null && onSelectLane !== null ? (
          <button
            key={index}
            type="button"
            className="head-cell"
            style={style}
            aria-pressed={props.selectedLane === lane}
            data-testid={`lane-${lane}`}
            data-lane={lane}
            onClick={() => onSelectLane(lane)}
          >
            {content}
          </button>
        ) : (
          <div key={index} className="head-cell" style={style}>
            {content}
          </div>
        );
      })}
    </div>
  );
}
