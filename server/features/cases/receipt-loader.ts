import type { Row } from "../../persistence/database.js";
import { placeholders } from "../../persistence/placeholders.js";
import type { LoaderDefinition } from "../../runtime/loader-scope.js";
import { printCode } from "./receipt-code.js";
import { Receipt } from "./receipt-types.js";

interface ReceiptRow extends Row {
  instance_id: number;
  number: string;
  at: number | null;
  actor_name: string | null;
}

/** The receipt of a case, by the case's id. */
export const receiptOfInstance: LoaderDefinition<number, Receipt | null> = {
  name: "receiptOfInstance",
  async load({ reader }, ids) {
    const rows = await reader.all<ReceiptRow>(
      `SELECT r.instance_id, r.number, i.at, i.actor_name FROM receipt r
        LEFT JOIN receipt_reissue i ON i.instance_id = r.instance_id
        WHERE r.instance_id IN (${placeholders(ids)}) ORDER BY r.instance_id, i.issue DESC`,
      [...ids],
    );
    const found = new Map<number, Receipt>();
    for (const row of rows) {
      const receipt = found.get(row.instance_id) ?? newEntry(row);
      found.set(row.instance_id, receipt);
      if (row.at !== null) receipt.reissues.push({ at: row.at, actorName: row.actor_name ?? "" });
    }
    return ids.map((id) => found.get(id) ?? null);
  },
};

const newEntry = ({ number }: ReceiptRow): Receipt =>
  Object.assign(new Receipt(), { number: printCode(number), reissues: [] });
