import type { FormColumn } from "../../../domain/index.js";

/** Which part of a row was pressed. */
export type CellRole = FormColumn["role"];
