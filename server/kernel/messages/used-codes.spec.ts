import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { UserErrorCode } from "../refusal.js";

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === "messages" ? [] : sources(path);
    const isSource = entry.name.endsWith(".ts") && !entry.name.endsWith(".spec.ts");
    return isSource && entry.name !== "refusal.ts" ? [readFileSync(path, "utf8")] : [];
  });
}

const folderOf = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

test("every refusal that has words is made somewhere", () => {
  const code = [...sources(folderOf("../..")), ...sources(folderOf("../../../domain"))].join("\n");
  const codes = Object.keys(UserErrorCode);
  expect(codes.length).toBeGreaterThan(50);
  expect(codes.filter((name) => !code.includes(`"${name}"`))).toEqual([]);
});
