import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the checkout. Paths are made from it, so that the door opens from any folder. */
export const projectRoot = fileURLToPath(new URL("..", import.meta.url));

export const inProject = (...parts) => join(projectRoot, ...parts);

/** The script file of an installed command line tool, to be run with the running Node. */
export const toolScript = {
  tsc: inProject("node_modules/typescript/bin/tsc"),
  vite: inProject("node_modules/vite/bin/vite.js"),
  vitest: inProject("node_modules/vitest/vitest.mjs"),
  oxlint: inProject("node_modules/oxlint/bin/oxlint"),
  oxfmt: inProject("node_modules/oxfmt/bin/oxfmt"),
  codegen: inProject("node_modules/@graphql-codegen/cli/esm/bin.js"),
};
