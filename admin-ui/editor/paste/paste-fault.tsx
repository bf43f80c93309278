import { Alert, Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { LimitFault, TableFault } from "../../../domain/index.js";
import { useFormat } from "../../app/use-format.js";

type Fault = TableFault | LimitFault | { readonly fault: "NO_TABLE" | "NOT_FITTING" };

/** Why a table is not taken, and what can be done about it. Nothing of it was taken then. */
export function PasteFault({ fault, onCut }: { fault: Fault; onCut?: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const number = (name: "max" | "length" | "row" | "column"): string =>
    name in fault ? format.number((fault as unknown as Record<string, number>)[name] ?? 0) : "";
  const what = "what" in fault ? fault.what : "";
  const isNamed = /^(lanes|nodes|edges|outputs|document)$/.test(what);
  return (
    <Alert color="red" variant="light" role="alert" title={t(`paste.fault.${fault.fault}.title`)}>
      <p className="paste-line">
        {t(`paste.fault.${fault.fault}.text`, {
          max: number("max"),
          length: number("length"),
          row: "row" in fault ? format.number(fault.row + 1) : "",
          column: "column" in fault ? format.number(fault.column + 1) : "",
          what: isNamed ? t(`paste.what.${what}`) : what,
        })}
      </p>
      {fault.fault === "CELL_TOO_LONG" && onCut !== undefined && (
        <Button size="xs" fz="sm" variant="default" mt={8} onClick={onCut}>
          {t("paste.cut", { max: number("max") })}
        </Button>
      )}
    </Alert>
  );
}
