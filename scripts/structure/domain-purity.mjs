import { walk } from "./source-file.mjs";

/**
 * The compiler already rejects what is not in ES2022 (process, window, performance, crypto), and
 * the linter Date.now and Math.random. What is left are the clocks that need a closer look:
 * `new Date()`, `Date()`, and the ways around by another name.
 */
const clock = "domain has no clock: take the time as an argument";
const chance = "domain has no randomness: take it as an argument";

const isPlainMember = (node, parent, names) =>
  parent?.type === "MemberExpression" &&
  parent.object === node &&
  !parent.computed &&
  names(parent.property.name);

const isDateAllowed = (node, parent) => {
  if (parent?.type === "NewExpression" && parent.callee === node) {
    return parent.arguments.length > 0 && parent.arguments[0].type !== "SpreadElement";
  }
  if (parent?.type === "BinaryExpression") return parent.operator === "instanceof";
  if (parent?.type === "TSTypeReference") return true;
  return isPlainMember(node, parent, (name) => name === "UTC" || name === "parse");
};

/** True where the identifier is only a label: a property's name or a key. */
const isLabel = (node, parent) =>
  (parent?.type === "MemberExpression" && parent.property === node && !parent.computed) ||
  (parent?.key === node && !parent.computed && !parent.shorthand);

const faultOf = (node, parent) => {
  if (node.type !== "Identifier" || isLabel(node, parent)) return null;
  if (node.name === "globalThis") return "domain has no globals: take what it needs as an argument";
  if (node.name === "Date") return isDateAllowed(node, parent) ? null : clock;
  if (node.name === "Math") {
    return isPlainMember(node, parent, (name) => name !== "random") ? null : chance;
  }
  return null;
};

/** Holds the purity of domain; yields {line, message}. */
export const purityFaults = function* (source) {
  if (!source.path.startsWith("domain/") || source.isSpec || source.program === null) return;
  const found = [];
  walk(source.program, (node, parent) => {
    const message = faultOf(node, parent);
    if (message !== null) found.push({ line: source.lineOf(node), message });
  });
  yield* found;
};
