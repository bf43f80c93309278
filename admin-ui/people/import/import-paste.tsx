import { Alert, Button, Group, Textarea } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { RecognisedPeople } from "../../../domain/index.js";
import { clipboardTexts, type ClipboardTexts } from "../../editor/paste/read-clipboard.js";
import { mostRows, readPeopleTable } from "./read-people-table.js";

/** Where the table is pasted, or typed with tabs between its cells. */
export function ImportPaste({ onTable }: { onTable: (table: RecognisedPeople) => void }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState("");
  const [fault, setFault] = useState<"NO_TABLE" | "TOO_MANY" | null>(null);
  const read = (texts: ClipboardTexts) => {
    const reading = readPeopleTable(texts);
    if (reading.ok) onTable(reading.table);
    else setFault(reading.fault);
  };
  return (
    <section className="sheet sheet-pad import-paste" aria-label={t("import.paste")}>
      {fault !== null && (
        <Alert color="red" variant="light" role="alert" mb="md">
          {t(`import.fault.${fault}`, { limit: mostRows })}
        </Alert>
      )}
      <Textarea
        label={t("import.paste")}
        description={t("import.pasteHint", { limit: mostRows })}
        classNames={{ input: "import-area" }}
        rows={10}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onPaste={(event) => {
          // The table never becomes part of the page: only its texts are read.
          event.preventDefault();
          setTyped("");
          read(clipboardTexts(event.clipboardData));
        }}
      />
      <Group justify="flex-end" mt="md">
        <Button
          variant="default"
          disabled={typed.trim() === ""}
          onClick={() => read({ html: "", text: typed })}
        >
          {t("import.readTyped")}
        </Button>
      </Group>
      <h2 className="section-title">{t("import.exampleTitle")}</h2>
      <p className="quiet">{t("import.exampleHint")}</p>
      <div className="table-sheet">
        <table className="import-example">
          <thead>
            <tr>
              {(["NAME", "NIP", "POSITION", "USERNAME", "ROLE"] as const).map((column) => (
                <th key={column} scope="col">
                  {t(`import.column.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <tr>
              <td>Siti Rahmawati, S.Kom.</td>
              <td>198503122010012005</td>
              <td>Pranata Komputer Ahli Muda</td>
              <td>siti.rahmawati</td>
              <td>{t("role.FRONT_DESK")}</td>
            </tr>
          </tbody>
        </table>
      </div>
    </section>
  );
}
