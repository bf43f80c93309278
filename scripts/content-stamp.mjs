import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { inProject, projectRoot } from "./project-root.mjs";

const skipped = new Set(["node_modules", "dist", ".git"]);

/** All files under a path (or the path itself, where it is a file), sorted, as full paths. */
export const filesUnder = (path) => {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => !skipped.has(entry.name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const child = join(path, entry.name);
      return entry.isDirectory() ? filesUnder(child) : [child];
    });
};

/**
 * A hash of names and contents. Contents and not times, because a checkout or a copy changes the
 * times of everything and the contents of nothing.
 */
export const contentHash = (paths, isInput = () => true) => {
  const hash = createHash("sha256");
  for (const file of paths.flatMap((path) => filesUnder(inProject(path)))) {
    if (!isInput(file)) continue;
    hash
      .update(`${relative(projectRoot, file)}\0`)
      .update(readFileSync(file))
      .update("\0");
  }
  return hash.digest("hex");
};

export const readStamp = (file) => (existsSync(file) ? readFileSync(file, "utf8").trim() : null);

export const writeStamp = (file, value) => {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${value}\n`);
};
