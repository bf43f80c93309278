import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));

const files = readdirSync(root, { recursive: true, encoding: "utf8" })
  .filter((path) => /\.tsx?$/.test(path) && !path.startsWith("generated"))
  .map((path) => join(root, path));

/** The files of the interface that a file names, for its values or only for their types. */
function importsOf(file: string): string[] {
  const named = readFileSync(file, "utf8").matchAll(/(?:from|import\()\s*"(\.[^"]+)\.js"/g);
  return [...named].flatMap(([, path = ""]) => {
    const base = resolve(dirname(file), path);
    return [`${base}.ts`, `${base}.tsx`].filter((one) => files.includes(one));
  });
}

it("no file reaches itself by what it imports", () => {
  const cycles: string[] = [];
  const seen = new Set<string>();
  const visit = (file: string, path: readonly string[]): void => {
    const at = path.indexOf(file);
    if (at >= 0) {
      cycles.push([...path.slice(at), file].map((one) => relative(root, one)).join(" → "));
      return;
    }
    if (seen.has(file)) return;
    seen.add(file);
    for (const next of importsOf(file)) visit(next, [...path, file]);
  };
  for (const file of files) visit(file, []);
  expect(files.length).toBeGreaterThan(50);
  expect(cycles).toEqual([]);
});
