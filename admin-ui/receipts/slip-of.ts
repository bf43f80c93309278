import type { CaseReceiptFragment } from "../generated/graphql.js";
import type { Slip } from "./receipt-slip.js";

/** What is handed over of a case, with the secret that was made just now. */
export function slipOf(item: CaseReceiptFragment, number: string, secret: string): Slip {
  const { requesterName, title, startedAt, sop } = item;
  return {
    number,
    secret,
    requesterName,
    title: title ?? null,
    startedAt,
    sopTitle: sop.title,
    officeName: sop.office.name,
    government: sop.office.government ?? null,
  };
}
