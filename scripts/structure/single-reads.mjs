import { walk } from "./source-file.mjs";

/** What a locator or a page answers at once, without waiting until it is so. */
const readings = new Set([
  "all",
  "allInnerTexts",
  "allTextContents",
  "ariaSnapshot",
  "boundingBox",
  "count",
  "evaluate",
  "evaluateAll",
  "getAttribute",
  "innerHTML",
  "innerText",
  "inputValue",
  "isChecked",
  "isDisabled",
  "isEditable",
  "isEnabled",
  "isHidden",
  "isVisible",
  "textContent",
  "title",
]);

const methodOf = ({ type, callee }) =>
  type === "CallExpression" && callee.type === "MemberExpression"
    ? callee.property.name
    : undefined;

const isExpect = ({ type, callee }) =>
  type === "CallExpression" &&
  (callee.name === "expect" ||
    (callee.object?.name === "expect" && callee.property.name === "soft"));

/** `page.url()` and `desk.page.url()`, which nobody awaits. */
const readsAddress = (node) =>
  methodOf(node) === "url" &&
  (node.callee.object.name ?? node.callee.object.property?.name) === "page";

/**
 * A page is read once where it may still be drawing: `expect(await row.count())` holds on one
 * machine and not on another, `expect.poll(() => row.count())` on both. Yields {line, message}.
 */
export const singleReadFaults = function* (source) {
  if (source.program === null || !source.path.startsWith("test/e2e/")) return;
  const found = new Set();
  walk(source.program, (node) => {
    if (!isExpect(node)) return;
    walk(node.arguments[0], (part) => {
      if (readsAddress(part)) found.add(node);
      if (part.type !== "AwaitExpression") return;
      walk(part.argument, (read) => readings.has(methodOf(read)) && found.add(node));
    });
  });
  for (const node of found) {
    yield { line: source.lineOf(node), message: "a page is polled: expect.poll(() => …)" };
  }
};
