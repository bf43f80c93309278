import { graphqlRequest } from "./alur-api.js";
import { createSop, editDraft, enactVersion } from "./graphql-documents.js";
import type { HttpRequest } from "./keep-alive-client.js";

/** Something that must be refused, with the HTTP status and the code of the refusal. */
export interface BadInput {
  readonly name: string;
  readonly request: HttpRequest;
  readonly status: number;
  readonly code: string;
}

interface Target {
  readonly id: string;
  readonly revision: number;
}

/** What the bad input is aimed at: drafts as `faultyDraft` makes them. */
export interface Targets {
  readonly plain: Target;
  readonly dangling: Target;
  readonly largest: Target;
  readonly officeId: string;
  /** The ids of these drafts. */
  readonly drafts: readonly string[];
}

const addNode = (key: string, more: object = {}): object => ({
  op: "ADD",
  collection: "NODES",
  index: 0,
  node: { key, kind: "ACTIVITY", text: `Langkah ${key}`, parts: [], ...more },
});

const addEdge = (key: string, to: string): object => ({
  op: "ADD",
  collection: "EDGES",
  index: 0,
  edge: { key, from: "start", to, outcome: null },
});

const many = <T>(count: number, make: (at: number) => T): T[] =>
  Array.from({ length: count }, (_, at) => make(at));

/** Drafts may have faults as long as they are drawn; they are refused when they are enacted. */
export const faultyDraft = {
  danglingArrows: ["nowhere", "__proto__", "constructor", "toString"].map((to, at) =>
    addEdge(`dangling-${at}`, to),
  ),
  looseSteps: (from: number, count: number): object[] =>
    many(count, (at) => addNode(`loose-${from + at}`)),
};

/** Nine thousand emoji and marks that turn the direction of writing, and a word on either side. */
const oddText = `Surat ${"😀\u202E\u200F".repeat(2500)} masuk`;
const arabicText = "ن".repeat(10_000);

/** Every input that the program must refuse at once, ready to send with this bearer token. */
export function badInputs(targets: Targets, bearer: string): readonly BadInput[] {
  const { plain, dangling, largest, officeId } = targets;

  const refused = (code: string, document: string, input: object): Omit<BadInput, "name"> => ({
    request: graphqlRequest(document, { input }, bearer),
    status: 200,
    code,
  });
  const edits = (code: string, list: readonly object[]): Omit<BadInput, "name"> =>
    refused(code, editDraft, { versionId: plain.id, revision: plain.revision, edits: list });
  const enact = ({ id, revision }: Target): Omit<BadInput, "name"> =>
    refused("PROBLEMS", enactVersion, { versionId: id, revision });

  const failed = (status: number, code: string, body: string): Omit<BadInput, "name"> => ({
    request: { ...graphqlRequest("", {}, bearer), body },
    status,
    code,
  });
  const query = (code: string, document: string): Omit<BadInput, "name"> =>
    failed(400, code, JSON.stringify({ query: document }));
  /** Edits as JSON text: `__proto__` as a key of an object is lost where an object is written. */
  const rawEdits = (status: number, code: string, list: string): Omit<BadInput, "name"> => {
    const input = `{"versionId":"${plain.id}","revision":${plain.revision},"edits":${list}}`;
    const body = `{"query":${JSON.stringify(editDraft)},"variables":{"input":${input}}}`;
    return failed(status, code, body);
  };

  const named: Record<string, Omit<BadInput, "name">> = {
    "arrows that lead nowhere, enacted": enact(dangling),
    "a key that is taken": edits("INVALID", [addNode("start")]),
    "a key twice among 500 new steps": edits("INVALID", [
      ...faultyDraft.looseSteps(0, 499),
      addNode("loose-0"),
    ]),
    "a thousand loose steps, enacted": enact(largest),
    "a thousand steps, and one more": refused("TOO_LARGE", editDraft, {
      versionId: largest.id,
      revision: largest.revision,
      edits: [addNode("one-more")],
    }),
    "7,000 edits": edits(
      "TOO_LARGE",
      many(7000, () => ({ op: "REMOVE" })),
    ),
    "60,000 edits": rawEdits(
      400,
      "QUERY_TOO_LARGE",
      JSON.stringify(many(60_000, () => ({ op: "REMOVE" }))),
    ),
    "100,000 steps": rawEdits(413, "TOO_LARGE", JSON.stringify(faultyDraft.looseSteps(0, 100_000))),
    "14,000 steps that are null": rawEdits(400, "BAD_USER_INPUT", nulls(14_000)),
    "100,000 steps that are null": rawEdits(400, "QUERY_TOO_LARGE", nulls(100_000)),
    "a list 14,000 levels deep": rawEdits(400, "BAD_USER_INPUT", deep(14_000)),
    "a list 100,000 levels deep": rawEdits(400, "QUERY_TOO_LARGE", deep(100_000)),
    "a step named __proto__": edits("INVALID", [addNode("__proto__")]),
    "an edit with a __proto__": rawEdits(
      400,
      "BAD_REQUEST",
      '[{"op":"REMOVE","collection":"NODES","key":"start","__proto__":{"op":"ADD"}}]',
    ),
    "a body of 1.1 MB": failed(413, "TOO_LARGE", `{"query":"${"x".repeat(1_100_000)}"}`),
    "a body of 20 MB": failed(413, "TOO_LARGE", `{"query":"${"x".repeat(20_000_000)}"}`),
    "half a body's JSON": failed(400, "BAD_REQUEST", '{"query":"{ me'),
    "a query 1,600 levels deep": query("QUERY_TOO_DEEP", nested(1600)),
    "a query 20 levels deep": query("QUERY_TOO_DEEP", nested(20)),
    "a field with 700 aliases": query(
      "QUERY_TOO_MANY_ALIASES",
      `{ ${many(700, (at) => `a${at}: me { id }`).join(" ")} }`,
    ),
    "a field 20,000 times": query("QUERY_TOO_LARGE", `{ ${"me ".repeat(20_000)} }`),
    "fragments with lists in lists": query("QUERY_TOO_COSTLY", listsInLists(4)),
    "100 operations in one request": failed(
      400,
      "BATCHING_DISABLED",
      JSON.stringify(many(100, () => ({ query: "{ me { id } }" }))),
    ),
    "text for a number": rawEdits(
      400,
      "BAD_USER_INPUT",
      '[{"op":"MOVE","collection":"NODES","key":"start","index":"first"}]',
    ),
    "an object for a text": rawEdits(
      400,
      "BAD_USER_INPUT",
      '[{"op":"REMOVE","collection":"NODES","key":{"$ne":null}}]',
    ),
    "a node of an unknown kind": rawEdits(
      400,
      "BAD_USER_INPUT",
      JSON.stringify([addNode("x", { kind: "CIRCLE" })]),
    ),
    "an emoji for a key": edits("INVALID", [addNode("🔑")]),
    "a right-to-left mark in a key": edits("INVALID", [addNode("a\u202Eb")]),
    "a step of 10,000 emoji and marks": edits("TOO_LARGE", [addNode("x", { text: oddText })]),
    "500 steps of 10,000 letters each": rawEdits(
      413,
      "TOO_LARGE",
      JSON.stringify(many(500, (at) => addNode(`x-${at}`, { text: arabicText }))),
    ),
    "40 steps of 10,000 letters each": edits(
      "TOO_LARGE",
      many(40, (at) => addNode(`x-${at}`, { text: arabicText })),
    ),
    "a title of 10,000 letters": refused("TOO_LARGE", createSop, { officeId, title: arabicText }),
  };
  return Object.entries(named).map(([name, input]) => ({ name, ...input }));
}

const nested = (levels: number): string =>
  `{ me { office ${"{ head ".repeat(levels)}{ id }${" }".repeat(levels)} } }`;

const deep = (levels: number): string => "[".repeat(levels) + "]".repeat(levels);

const nulls = (count: number): string => `[${many(count, () => "null").join(",")}]`;

/** Each fragment spreads the next one in a list. */
const listsInLists = (times: number): string =>
  [
    "{ instances(first: 100) { nodes { ...F0 } } }",
    ...many(times, (at) => `fragment F${at} on Instance { tasks { instance { ...F${at + 1} } } }`),
    `fragment F${times} on Instance { id }`,
  ].join(" ");
