import { Anchor, Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { RecognisedPeople } from "../../../domain/index.js";
import { PageHeader } from "../../app/page-header.js";
import type { ImportDone } from "./import-operations.js";
import { ImportPaste } from "./import-paste.js";
import { ImportResult } from "./import-result.js";
import { ImportTable } from "./import-table.js";
import "../people.css";
import "./import.css";

/** People and positions from a table: pasted, looked through, taken in one go. */
export function ImportPage() {
  const { t } = useTranslation();
  const [table, setTable] = useState<RecognisedPeople | null>(null);
  const [done, setDone] = useState<ImportDone | null>(null);
  return (
    <div className="measure">
      <PageHeader
        title={t("import.title")}
        crumb={
          <Anchor component={Link} to="/orang" inherit>
            {t("people.title")}
          </Anchor>
        }
        under={done === null ? t("import.hint") : null}
        actions={
          table !== null &&
          done === null && (
            <Button variant="default" onClick={() => setTable(null)}>
              {t("import.another")}
            </Button>
          )
        }
      />
      {done !== null ? (
        <ImportResult done={done} />
      ) : table === null ? (
        <ImportPaste onTable={setTable} />
      ) : (
        <ImportTable table={table} onDone={setDone} />
      )}
    </div>
  );
}
