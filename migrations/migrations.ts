import type { Migration } from "../server/persistence/migration/schema-vocabulary.js";
import { initial } from "./0001-initial.js";
import { drafting } from "./0002-drafting.js";
import { logTail } from "./0006-log-tail.js";

/** In the order in which they run. What is released stays; new ones go to the end. */
export const migrations: readonly Migration[] = [initial, drafting, logTail];
