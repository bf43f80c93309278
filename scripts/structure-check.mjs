import { join, relative, sep } from "node:path";
import { pathToFileURL } from "node:url";
import { filesUnder } from "./content-stamp.mjs";
import { projectRoot } from "./project-root.mjs";
import { purityFaults } from "./structure/domain-purity.mjs";
import { importFaults } from "./structure/import-rules.mjs";
import { kindSwitchFaults } from "./structure/kind-switch.mjs";
import { namingFaults } from "./structure/naming-rules.mjs";
import { singleReadFaults } from "./structure/single-reads.mjs";
import { readSource } from "./structure/source-file.mjs";

const folders = ["domain", "server", "migrations", "seeds", "admin-ui", "test", "scripts"];
const isChecked = (path) =>
  /\.(ts|tsx|mts|mjs|js|css)$/.test(path) && !path.startsWith("admin-ui/generated/");

/**
 * Holds the layout of docs/ARCHITECTURE.md: the import direction, the purity of domain, names and
 * sizes, and that browser tests wait for what they claim. Returns the faults of the tree under `root` as {path, line, message}.
 */
export const checkStructure = (root) => {
  const paths = folders
    .flatMap((folder) => filesUnder(join(root, folder)))
    .map((file) => relative(root, file).split(sep).join("/"))
    .filter(isChecked);
  return paths.flatMap((path) => {
    const source = readSource(root, path);
    const faults = [
      ...(source.error ? [{ line: 1, message: `cannot be read: ${source.error}` }] : []),
      ...namingFaults(source),
      ...importFaults(source),
      ...kindSwitchFaults(source),
      ...purityFaults(source),
      ...singleReadFaults(source),
    ];
    return faults.map((fault) => ({ path, ...fault }));
  });
};

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const faults = checkStructure(projectRoot);
  for (const { path, line, message } of faults) {
    process.stdout.write(`${path}:${line}: ${message}\n`);
  }
  process.exitCode = faults.length === 0 ? 0 : 1;
}
