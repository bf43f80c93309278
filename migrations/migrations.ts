import type { Migration } from "../server/persistence/migration/schema-vocabulary.js";
import { initial } from "./0001-initial.js";
import { drafting } from "./0002-drafting.js";
import { actingHolders } from "./0003-acting-holders.js";
import { receipts } from "./0004-receipts.js";
import { worklist } from "./0005-worklist.js";
import { logTail } from "./0006-log-tail.js";
import { connectedCases } from "./0007-connected-cases.js";
import { auditTrail } from "./0008-audit-trail.js";
import { calendarChanges } from "./0009-calendar-changes.js";
import { notices } from "./0010-notices.js";
import { outbox } from "./0011-outbox.js";
import { storedFiles } from "./0012-stored-files.js";
import { peopleAdministration } from "./0013-people-administration.js";
import { sopLifecycle } from "./0014-sop-lifecycle.js";
import { ledger } from "./0015-ledger.js";
import { heldCases } from "./0016-held-cases.js";
import { ruleLevels } from "./0017-rule-levels.js";

/** In the order in which they run. What is released stays; new ones go to the end. */
export const migrations: readonly Migration[] = [
  initial,
  drafting,
  actingHolders,
  receipts,
  worklist,
  logTail,
  connectedCases,
  auditTrail,
  calendarChanges,
  notices,
  outbox,
  storedFiles,
  peopleAdministration,
  sopLifecycle,
  ledger,
  heldCases,
  ruleLevels,
];
