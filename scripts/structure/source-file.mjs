import { readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { parseSync } from "vite";

/** Calls `visit(node, parent)` for every node of a syntax tree, parents first. */
export const walk = (node, visit, parent = null) => {
  if (Array.isArray(node)) {
    for (const child of node) walk(child, visit, parent);
    return;
  }
  if (node === null || typeof node !== "object") return;
  const isNode = typeof node.type === "string";
  if (isNode) visit(node, parent);
  for (const key in node) {
    const child = node[key];
    if (child !== null && typeof child === "object") walk(child, visit, isNode ? node : parent);
  }
};

/** The text of a string literal, or of a template without holes; else null. */
const literalText = (node) => {
  if (node?.type === "Literal" && typeof node.value === "string") return node.value;
  if (node?.type === "TemplateLiteral" && node.expressions.length === 0) {
    return node.quasis[0].value.cooked;
  }
  return null;
};

const isImportMetaUrl = (node) =>
  node?.type === "MemberExpression" && node.object.type === "MetaProperty";

const isNamed = (node, name) => node.type === "Identifier" && node.name === name;

/** The node that holds the module's name, where this node reaches for another module. */
const moduleNameIn = (node) => {
  switch (node.type) {
    case "ImportDeclaration":
    case "ExportNamedDeclaration":
    case "ExportAllDeclaration":
    case "ImportExpression":
    case "TSImportType":
      return node.source;
    case "TSExternalModuleReference":
      return node.expression;
    case "CallExpression":
      return isNamed(node.callee, "require") ? node.arguments[0] : null;
    case "NewExpression":
      // A worker's file: new URL("./x.js", import.meta.url).
      return isNamed(node.callee, "URL") &&
        isImportMetaUrl(node.arguments[1]) &&
        /\.[jt]sx?$/.test(literalText(node.arguments[0]) ?? "")
        ? node.arguments[0]
        : null;
    default:
      return null;
  }
};

/** A relative import as a path inside the project, with the extension of its source. */
const resolveImport = (file, specifier) =>
  posix.join(posix.dirname(file), specifier.replace(/[?#].*$/, "")).replace(/\.js$/, ".ts");

/**
 * Reads one file of the project. `path` is relative to `root`, with forward slashes.
 * `imports` holds {specifier, line, target}: target is the project path of a relative import
 * (ending in .ts for every compiled file), null for a package; a dynamic import of a computed name
 * has the specifier null.
 */
export const readSource = (root, path) => {
  const text = readFileSync(join(root, path), "utf8");
  const isCode = /\.(ts|tsx|mts|mjs|js)$/.test(path);
  const source = {
    path,
    isSpec: /\.(spec|test)\.\w+$/.test(path),
    lines: text === "" ? 0 : text.split("\n").length - (text.endsWith("\n") ? 1 : 0),
    imports: [],
    program: null,
    error: null,
    lineOf: (node) => text.slice(0, node.start).split("\n").length,
  };
  if (!isCode) return source;
  const lang = path.endsWith(".tsx") ? "tsx" : "ts";
  const { program, errors } = parseSync(path, text, { lang, sourceType: "module" });
  source.program = program;
  source.error = errors[0]?.message ?? null;
  walk(program, (node) => {
    const name = moduleNameIn(node);
    if (!name) return;
    const specifier = literalText(name);
    const target = specifier?.startsWith(".") ? resolveImport(path, specifier) : null;
    source.imports.push({ specifier, target, line: source.lineOf(name) });
  });
  return source;
};
