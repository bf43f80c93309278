import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { connectorRules, nodeKinds, rules } from "../../domain/index.js";
import en from "./en.json" with { type: "json" };
import id from "./id.json" with { type: "json" };

const root = fileURLToPath(new URL("..", import.meta.url));

function leaves(tree: object, path = ""): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    const full = path === "" ? key : `${path}.${key}`;
    if (typeof value === "string") found.set(full, value);
    else for (const [inner, text] of leaves(value as object, full)) found.set(inner, text);
  }
  return found;
}

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === "generated" ? [] : sources(path);
    return /\.tsx?$/.test(entry.name) && !entry.name.includes(".spec.")
      ? [readFileSync(path, "utf8")]
      : [];
  });
}

const code = sources(root).join("\n");
const indonesian = leaves(id);
const english = leaves(en);
const variables = (text: string): string[] =>
  [...text.matchAll(/{{(\w+)}}/g)].map((m) => m[1] ?? "");

/** The key that the code names: an amount's text has one form per plural of its language. */
const named = (key: string): string => key.replace(/_(one|other)$/, "");
const namedKeys = (texts: ReadonlyMap<string, string>): string[] => [
  ...new Set([...texts.keys()].map(named)),
];
const indonesianNames = new Set(namedKeys(indonesian));

describe("the texts", () => {
  it("say the same things in both languages", () => {
    expect(namedKeys(english)).toEqual([...indonesianNames]);
    for (const [key, text] of indonesian) {
      expect(text.trim(), key).not.toBe("");
      for (const [other, translated] of english) {
        if (named(other) !== named(key)) continue;
        expect(translated.trim(), other).not.toBe("");
        expect(variables(translated).toSorted(), other).toEqual(variables(text).toSorted());
      }
    }
  });

  it("have the plural forms of their language, and no other", () => {
    const forms = (texts: ReadonlyMap<string, string>, key: string): string[] =>
      ["one", "other"].filter((form) => texts.has(`${key}_${form}`));
    const amounts = [...indonesianNames].filter((key) => forms(indonesian, key).length > 0);
    expect(amounts.length).toBeGreaterThan(0);
    for (const key of amounts) {
      expect(forms(indonesian, key), key).toEqual(["other"]);
      expect(forms(english, key), key).toEqual(["one", "other"]);
    }
    const inEnglishOnly = [...english.keys()]
      .map(named)
      .filter((key) => forms(english, key).length > 0 && !amounts.includes(key));
    expect(inEnglishOnly).toEqual([]);
  });

  it("have every key that the code names", () => {
    const called = [...code.matchAll(/\bt\(\s*"([^"]+)"/g)].map((match) => match[1] ?? "");
    const listed = [...code.matchAll(/"((?:nav|kind|kindHint)\.\w+)"/g)].map((m) => m[1] ?? "");
    expect(called.length).toBeGreaterThan(100);
    expect([...called, ...listed].filter((key) => !indonesianNames.has(key))).toEqual([]);
  });

  it("have a text for every value that is filled into a key", () => {
    const prefixes = [...code.matchAll(/`([a-zA-Z.]+)\.\$\{/g)].map((match) => match[1] ?? "");
    const empty = prefixes.filter(
      (prefix) => ![...indonesian.keys()].some((key) => key.startsWith(`${prefix}.`)),
    );
    expect(empty).toEqual([]);
    const ruleNames = [...rules.map(({ name }) => name), ...connectorRules];
    expect(ruleNames.filter((name) => !indonesian.has(`problem.${name}`))).toEqual([]);
  });

  it("name and explain every rule about which an office may choose", () => {
    const wanted = rules
      .filter(({ isSwitchable }) => isSwitchable === true)
      .flatMap(({ name }) => [`ruleName.${name}`, `ruleHint.${name}`]);
    expect(wanted.filter((key) => !indonesian.has(key))).toEqual([]);
  });

  it("name every kind of node, what it is for, and what turns a step into it", () => {
    const wanted = Object.keys(nodeKinds).flatMap((kind) =>
      ["kind", "kindHint", "typing.become"].map((prefix) => `${prefix}.${kind}`),
    );
    expect(wanted.filter((key) => !indonesian.has(key))).toEqual([]);
  });

  it("name every act that the audit trail tells of, and every kind of thing that it is done to", () => {
    const schema = readFileSync(join(root, "../schema/schema.graphql"), "utf8");
    const valuesOf = (name: string): string[] => {
      const body = new RegExp(`^enum ${name} \\{\\n([\\s\\S]*?)^\\}`, "m").exec(schema)?.[1] ?? "";
      return [...body.matchAll(/^ {2}(\w+)$/gm)].map((match) => match[1] ?? "");
    };
    expect(Object.keys(id.audit.actions).toSorted()).toEqual(valuesOf("AuditAction").toSorted());
    expect(Object.keys(id.audit.subjects).toSorted()).toEqual(
      valuesOf("AuditSubjectType").toSorted(),
    );
    expect(valuesOf("AuditAction").length).toBeGreaterThan(20);
  });

  it("are used, each of them", () => {
    const prefixes = [...code.matchAll(/`([a-zA-Z.]+)\.\$\{/g)].map((match) => `${match[1]}.`);
    const unused = [...indonesianNames].filter(
      (key) => !code.includes(`"${key}"`) && !prefixes.some((prefix) => key.startsWith(prefix)),
    );
    expect(unused).toEqual([]);
  });
});
