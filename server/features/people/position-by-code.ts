import type { Row } from "../../persistence/database.js";
import { placeholders } from "../../persistence/placeholders.js";
import type { LoaderDefinition } from "../../runtime/loader-scope.js";
import { positionById } from "./people-loaders.js";
import type { Position } from "./position.js";

/** The id of a position by its code; `null` for a code that is not there. */
export const positionIdByCode: LoaderDefinition<string, number | null> = {
  name: "positionIdByCode",
  async load({ reader }, codes) {
    const rows = await reader.all<Row & { id: number; code: string }>(
      `SELECT id, code FROM position WHERE code IN (${placeholders(codes)})`,
      [...codes],
    );
    const ids = new Map(rows.map(({ id, code }) => [code, id]));
    return codes.map((code) => ids.get(code) ?? null);
  },
};

export const positionByCode: LoaderDefinition<string, Position | null> = {
  name: "positionByCode",
  async load({ loaders }, codes) {
    const ids = await Promise.all(codes.map((code) => loaders.get(positionIdByCode).load(code)));
    return Promise.all(ids.map((id) => (id === null ? null : loaders.get(positionById).load(id))));
  },
};
