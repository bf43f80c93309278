import { useTranslation } from "react-i18next";
import { changeNode } from "../changes/graph-changes.js";
import { useDraftApi } from "../editor-context.js";
import type { OpenCellProps } from "./open-cell-props.js";
import { CellField } from "./cell-field.js";

export function RemarksCell({ cell, box, node }: OpenCellProps) {
  const { t } = useTranslation();
  const { edit } = useDraftApi().getState();
  return (
    <CellField
      cell={cell}
      box={box}
      label={t("form.remarks")}
      text={node.remarks ?? ""}
      onText={(text) => {
        const remarks = text === "" ? null : text;
        edit([changeNode({ ...node, remarks })], `${node.key}:remarks`);
      }}
    />
  );
}
