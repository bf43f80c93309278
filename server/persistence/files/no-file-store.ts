import type { FileStore } from "./file-store.js";

/** Where nothing is to be stored, as while the schema is printed. */
export const noFileStore = new Proxy({} as FileStore, {
  get(_target, name) {
    throw new Error(`There is no file store here (${String(name)})`);
  },
});
