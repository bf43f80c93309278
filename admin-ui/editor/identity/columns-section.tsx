import { Button, Group } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useQuery } from "urql";
import type { DocumentEdit, FormColumns } from "../../../domain/index.js";
import { useAction } from "../../app/use-action.js";
import { columnsInput } from "../draft/edit-input.js";
import type { SopData } from "../sop-operations.js";
import { formColumnsOf } from "../versions/version-document.js";
import { ColumnsDialog } from "./columns-dialog.js";
import { officeColumnsQuery, setOfficeFormColumnsMutation } from "./identity-operations.js";

/** How the form's columns are arranged: on this SOP, and on the office's next ones. */
export function ColumnsSection(props: {
  sop: SopData;
  columns: FormColumns | null;
  onEdit: (edits: readonly DocumentEdit[], tag: string) => void;
}) {
  const { t } = useTranslation();
  const { sop, columns, onEdit } = props;
  const [open, setOpen] = useState<"sop" | "office" | null>(null);
  const officeId = sop.office.id;
  const [{ data }] = useQuery({
    query: officeColumnsQuery,
    variables: { id: officeId },
    pause: open !== "office",
  });
  const [busy, setOffice] = useAction(setOfficeFormColumnsMutation);
  const office = data?.node?.__typename === "Office" ? data.node : null;
  const saveOffice = async (wanted: FormColumns | null) => {
    const result = await setOffice({ input: { officeId, columns: columnsInput(wanted) } });
    if (!result.ok) return;
    notifications.show({ message: t("columns.officeSaved", { office: sop.office.name }) });
    setOpen(null);
  };
  const shown = (columns?.right ?? null)?.map(
    ({ column, title }) => title ?? t(`columns.name.${column}`),
  );
  return (
    <section className="columns-section sheet">
      <h2 className="section-title">{t("columns.title")}</h2>
      <p className="quiet">
        {shown === undefined || shown === null
          ? t("columns.official")
          : t("columns.own", { columns: shown.join(", ") })}
      </p>
      <Group gap={8}>
        <Button size="xs" fz="sm" variant="default" onClick={() => setOpen("sop")}>
          {t("columns.arrange")}
        </Button>
        <Button size="xs" fz="sm" variant="subtle" onClick={() => setOpen("office")}>
          {t("columns.office")}
        </Button>
      </Group>
      {open === "sop" && (
        <ColumnsDialog
          title={t("columns.arrange")}
          columns={columns}
          onClose={() => setOpen(null)}
          onSave={(wanted) => {
            onEdit([{ op: "SET_COLUMNS", value: wanted }], "columns");
            setOpen(null);
          }}
        />
      )}
      {open === "office" && office !== null && (
        <ColumnsDialog
          title={t("columns.officeTitle", { office: sop.office.name })}
          hint={t("columns.officeHint")}
          columns={formColumnsOf(office.formColumns)}
          isBusy={busy}
          onClose={() => setOpen(null)}
          onSave={(wanted) => void saveOffice(wanted)}
        />
      )}
    </section>
  );
}
