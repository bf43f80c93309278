import type { NewNotice } from "../../runtime/notices/notice-board.js";
import type { NewHolding } from "./position-book.js";

/** Tells somebody that they hold, or stand in for, a position; nobody of what they did themselves. */
export const appointmentNotice = (
  { positionId, personId, capacity, from }: NewHolding,
  by: number,
): NewNotice => ({
  kind: "APPOINTED",
  to: { personId },
  exceptId: by,
  details: { positionId, capacity, date: from },
});
