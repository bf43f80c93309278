import { walk } from "./source-file.mjs";

/** The folders of the kind registries: one file per kind, and the registry that names them. */
const registries = ["domain/kinds/", "admin-ui/editor/kinds/"];

const isKind = (node) =>
  (node.type === "Identifier" && /^kind$|Kind$/.test(node.name)) ||
  (node.type === "MemberExpression" && node.property.name === "kind");

const unwrapped = (node) =>
  node.type === "ChainExpression" || node.type === "TSNonNullExpression"
    ? unwrapped(node.expression)
    : node;

/** A new kind must not need a hunt for switches. Yields {line, message}. */
export const kindSwitchFaults = function* (source) {
  if (source.program === null || registries.some((folder) => source.path.startsWith(folder)))
    return;
  const found = [];
  walk(source.program, (node) => {
    if (node.type === "SwitchStatement" && isKind(unwrapped(node.discriminant))) found.push(node);
  });
  for (const node of found) {
    yield { line: source.lineOf(node), message: "no switch over a kind outside its registry" };
  }
};
