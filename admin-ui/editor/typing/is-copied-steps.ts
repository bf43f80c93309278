import type { CopiedSteps } from "../changes/copy-steps.js";

type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === "string";
const isFlag: Check = (value) => typeof value === "boolean";
const isAmount: Check = (value) => typeof value === "number" && Number.isFinite(value) && value > 0;
const oneOf =
  (...values: readonly unknown[]): Check =>
  (value) =>
    values.includes(value);
const orNull =
  (check: Check): Check =>
  (value) =>
    value === null || check(value);
const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);
const having =
  (fields: Readonly<Record<string, Check>>): Check =>
  (value) =>
    typeof value === "object" &&
    value !== null &&
    Object.entries(fields).every(([name, check]) =>
      check((value as Readonly<Record<string, unknown>>)[name]),
    );

const isRequester = having({ type: oneOf("REQUESTER") });
const isPosition = having({ type: oneOf("POSITION"), position: isText });

const isLane = having({
  key: isText,
  name: isText,
  binding: orNull((value) => isRequester(value) || isPosition(value)),
});

const isNode = having({
  key: isText,
  // Kinds that are not known here are left out later.
  kind: isText,
  text: isText,
  parts: listOf(having({ lane: isText, label: orNull(isText) })),
  mode: oneOf("ALL", "ANY"),
  work: isFlag,
  requirements: listOf(having({ text: isText, output: orNull(isText) })),
  standardTime: orNull(
    having({ value: isAmount, unit: oneOf("MINUTE", "HOUR", "WORKING_DAY", "CALENDAR_DAY") }),
  ),
  outputs: listOf(isText),
  remarks: orNull(isText),
  call: orNull(having({ sop: isText, waits: isFlag })),
});

const isSteps = having({
  lanes: listOf(isLane),
  nodes: listOf(isNode),
  edges: listOf(having({ key: isText, from: isText, to: isText, outcome: orNull(isText) })),
  outputs: listOf(having({ key: isText, name: isText })),
});

/**
 * Whether this is what a form of Alur's copied. A clipboard is anybody's: what the drawing cannot
 * show must not get into a draft.
 */
export const isCopiedSteps = (value: unknown): value is CopiedSteps => isSteps(value);
