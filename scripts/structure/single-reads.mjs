import { walk } from "./source-file.mjs";

/** What a locator or a page answers at once, without waiting until it is so. */
const readings = new Set([
  "allInnerTexts",
  "allTextContents",
  "count",
  "evaluate",
  "evaluateAll",
  "getAttribute",
  "innerText",
  "inputValue",
  "isChecked",
  "isDisabled",
  "isEnabled",
  "isHidden",
  "isVisible",
  "textContent",
  "title",
]);

const isReading = (node) =>
  node.type === "CallExpression" &&
  node.callee.type === "MemberExpression" &&
  readings.has(node.callee.property.name);

/**
 * A page is read once where it may still be drawing: `expect(await row.count())` holds on one
 * machine and not on another, `expect.poll(() => row.count())` on both. Yields {line, message}.
 */
export const singleReadFaults = function* (source) {
  if (source.program === null || !source.path.startsWith("test/e2e/")) return;
  const found = new Set();
  walk(source.program, (node) => {
    if (node.type !== "CallExpression" || node.callee.name !== "expect") return;
    walk(node.arguments, (part) => isReading(part) && found.add(node));
  });
  for (const node of found) {
    yield { line: source.lineOf(node), message: "a page is polled: expect.poll(() => …)" };
  }
};
