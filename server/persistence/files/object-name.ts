import { randomBytes } from "node:crypto";

/** Everything that is whole; spread over folders, as no folder likes a hundred thousand files. */
export const objectsPrefix = "objects/";
/** Pieces of what is still being uploaded. */
export const partsPrefix = "parts/";

/** What says since when no row knows an object: the time of the mark. */
export const marksPrefix = "unknown/";

export const markOf = (storeKey: string): string => `${marksPrefix}${storeKey}`;

export const newStoreKey = (): string => randomBytes(16).toString("hex");

export const objectName = (storeKey: string): string =>
  `${objectsPrefix}${storeKey.slice(0, 2)}/${storeKey.slice(2, 4)}/${storeKey}`;

export const partsOfKey = (storeKey: string): string => `${partsPrefix}${storeKey}/`;

/** Two servers that are sent the same piece write two objects, of which one counts. */
export const newPartName = (storeKey: string, offset: number): string =>
  `${partsOfKey(storeKey)}${offset}-${randomBytes(6).toString("hex")}`;

/** The key within a name that these functions made; `null` for any other. */
export function storeKeyOf(name: string): string | null {
  const shape = /^(?:objects\/[0-9a-f]{2}\/[0-9a-f]{2}|parts)\/([0-9a-f]{32})(?:\/[0-9a-f-]+)?$/;
  return shape.exec(name)?.[1] ?? null;
}
