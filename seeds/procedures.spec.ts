import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { findProblems, isError } from "../domain/rules/find-problems.js";
import { officialColumns } from "../domain/sop/form-columns.js";
import type { Graph, TimeUnit } from "../domain/sop/graph.js";
import type { ReviewNote } from "../domain/sop/review-note.js";
import { rowNumbers } from "../domain/sop/row-numbers.js";
import type { PartialDate } from "../domain/sop/sop-document.js";
import { readSeed } from "../server/features/people/seed-files.js";
import { procedureFacts } from "./procedure-facts.js";
import type { DemoOffice, Procedure } from "./seed-shapes.js";

const office = readSeed<DemoOffice>("office/demo-office.json");
const sorted = (values: Iterable<string>): string[] => [...values].toSorted();
const holdersOf = (position: string): string[] =>
  office.people.filter((p) => p.positions.includes(position)).map((p) => p.username);
const sumTimes = (graph: Graph): Partial<Record<TimeUnit, number>> => {
  const sum: Partial<Record<TimeUnit, number>> = {};
  for (const { standardTime } of graph.nodes) {
    if (standardTime) sum[standardTime.unit] = (sum[standardTime.unit] ?? 0) + standardTime.value;
  }
  return sum;
};

it("holds exactly the six procedures", () => {
  const files = readdirSync(new URL("./procedures/", import.meta.url));
  expect(sorted(files)).toEqual(procedureFacts.map((facts) => `${facts.file}.json`));
});

describe.each(procedureFacts)("$file", (facts) => {
  const seed = readSeed<Procedure>(`procedures/${facts.file}.json`);
  const { identity, lists, graph } = seed.document;
  const row = new Map(graph.nodes.map((node, index) => [node.key, index]));
  const numbered = rowNumbers(graph);

  it("is the SOP that the reading names", () => {
    const { office: owner, number, part, title } = seed;
    expect({ owner, number, part, title }).toEqual({
      owner: facts.office,
      number: facts.number,
      part: facts.part,
      title: facts.title,
    });
    expect(office.offices.map((o) => o.code)).toContain(seed.office);
  });

  it("has the lanes, steps and times of the reading", () => {
    expect(graph.lanes).toHaveLength(facts.lanes);
    expect([...numbered.values()]).toEqual(
      Array.from({ length: facts.numberedSteps }, (_, index) => index + 1),
    );
    expect(sumTimes(graph)).toEqual(facts.timeSum);
    const untimed = graph.nodes.filter((n) => numbered.has(n.key) && n.standardTime === null);
    expect(untimed.map((n) => n.key)).toEqual(facts.stepsWithoutTime);
  });

  it("has the columns of the reading", () => {
    const right = (seed.document.columns ?? officialColumns).right;
    expect(right.map(({ column, title }) => title ?? column)).toEqual(facts.columns);
    // What a step says must have a column to stand in.
    const shown = new Set(right.map(({ column }) => column));
    const texts = graph.nodes.flatMap((node) => [
      ...(node.requirements.length > 0 ? ["requirements" as const] : []),
      ...(node.standardTime === null ? [] : ["time" as const]),
      ...(node.outputs.length > 0 ? ["output" as const] : []),
      ...(node.remarks === null ? [] : ["remarks" as const]),
    ]);
    expect(texts.filter((column) => !shown.has(column))).toEqual([]);
  });

  it("has the decisions, loops, joint steps and parallel pairs of the reading", () => {
    const decisions = graph.nodes.filter((node) => node.kind === "decision");
    const outcomes = decisions.map((node) => {
      const edges = graph.edges.filter((edge) => edge.from === node.key);
      return [node.key, Object.fromEntries(edges.map((edge) => [edge.outcome, edge.to]))];
    });
    expect(Object.fromEntries(outcomes)).toEqual(facts.decisions);
    const loops = graph.edges.filter((edge) => row.get(edge.to)! <= row.get(edge.from)!);
    expect(loops.map((edge) => edge.key)).toEqual(facts.loops);
    const joint = graph.nodes.filter((node) => node.parts.length > 1);
    expect(joint.every((node) => node.mode === "ALL")).toBe(true);
    expect(Object.fromEntries(joint.map((n) => [n.key, n.parts.map((p) => p.lane)]))).toEqual(
      facts.joint,
    );
    const forks = graph.nodes.filter((node) => node.kind === "fork");
    const branches = forks.map((f) => graph.edges.filter((e) => e.from === f.key).map((e) => e.to));
    expect(branches).toEqual(facts.parallel);
    expect(graph.nodes.filter((node) => node.kind === "join")).toHaveLength(forks.length);
  });

  it("can be enacted", () => {
    expect(findProblems(graph).filter(isError)).toEqual([]);
  });

  it("refers only to what exists", () => {
    const lanes = new Set(graph.lanes.map((lane) => lane.key));
    const outputs = new Set(graph.outputs.map((output) => output.key));
    const edgeKeys = graph.edges.map((edge) => edge.key);
    for (const edge of graph.edges) {
      expect(edge.key).toBe(`${edge.from}-${edge.to}`);
      expect(row.has(edge.from) && row.has(edge.to)).toBe(true);
    }
    expect(new Set(edgeKeys).size).toBe(edgeKeys.length);
    expect(row.size).toBe(graph.nodes.length);
    expect(graph.nodes.flatMap((n) => n.parts).every((p) => lanes.has(p.lane))).toBe(true);
    // Each output is produced somewhere, and equal names are one document.
    expect(sorted(new Set(graph.nodes.flatMap((n) => n.outputs)))).toEqual(sorted(outputs));
    expect(new Set(graph.outputs.map((output) => output.name)).size).toBe(outputs.size);
    // The sources draw no link between a requirement and an output; a name alone is none.
    expect(graph.nodes.flatMap((n) => n.requirements).every((r) => r.output === null)).toBe(true);
  });

  it("keeps the lists and dates as printed, and the missing ones missing", () => {
    const counts = Object.entries(lists).map(([name, items]) => [name, items?.length ?? null]);
    expect(Object.fromEntries(counts)).toEqual(facts.lists);
    const dates: readonly (PartialDate | null)[] = [
      identity.createdOn,
      identity.revisedOn,
      identity.effectiveOn,
    ];
    for (const date of dates.filter((d) => d !== null)) {
      expect(date.text).toMatch(/\S/);
      expect(date.iso ?? "2020").toMatch(/^\d{4}(-\d{2}(-\d{2})?)?$/);
    }
    // Where one number covers several procedures, the heading tells which one this is.
    expect(identity.procedure?.slice(0, 1) ?? null).toBe(facts.part);
  });

  it("has a review note on everything that is inferred", () => {
    const at = (note: ReviewNote) =>
      `${note.target.type}.${note.target.field ?? "*"} ${note.target.key}`;
    const found = new Set(seed.notes.map(at));
    const wanted = Object.entries(facts.inferred).flatMap(([field, keys]) =>
      keys.split(" ").map((key) => `${field} ${key}`),
    );
    const bindings = graph.lanes.map((lane) => `LANE.binding ${lane.key}`);
    expect([...wanted, ...bindings].filter((target) => !found.has(target))).toEqual([]);
    expect(seed.notes).toHaveLength(facts.notes);
  });

  it("hangs its notes on things that exist, in Indonesian", () => {
    const fields = new Set(["number", "graph.qualityStandard", "graph.standardTime", "graph.text"]);
    for (const name of Object.keys(identity)) fields.add(`identity.${name}`);
    for (const name of Object.keys(identity.enactedBy)) fields.add(`identity.enactedBy.${name}`);
    for (const name of Object.keys(lists)) fields.add(`lists.${name}`);
    const keys: Record<string, ReadonlySet<string>> = {
      FIELD: fields,
      LANE: new Set(graph.lanes.map((lane) => lane.key)),
      NODE: new Set(graph.nodes.map((node) => node.key)),
      EDGE: new Set(graph.edges.map((edge) => edge.key)),
    };
    for (const { target, text } of seed.notes) {
      expect(text).toMatch(/^perlu konfirmasi: \S.*\.$/u);
      expect(keys[target.type]).toContain(target.key);
    }
  });

  it("ties every lane to somebody", () => {
    const requesters = graph.lanes.filter((lane) => lane.binding?.type === "REQUESTER");
    expect(requesters[0]?.key ?? null).toBe(facts.requesterLane);
    expect(requesters.length).toBeLessThanOrEqual(1);
    for (const { binding } of graph.lanes) {
      if (binding?.type !== "POSITION") continue;
      const position = office.positions.find((p) => p.code === binding.position);
      expect(position?.office).toBe(seed.office);
      expect(holdersOf(binding.position).length).toBeGreaterThan(0);
    }
  });
});

describe("V. 4.", () => {
  const { graph } = readSeed<Procedure>(
    "procedures/002-pembinaan-sumber-daya-kominfo.json",
  ).document;
  const node = (key: string) => graph.nodes.find((n) => n.key === key);

  it("begins and ends with numbered steps that have work in them", () => {
    expect(node("a1")).toMatchObject({ kind: "start", work: true });
    expect(node("a7")).toMatchObject({ kind: "end", work: true, standardTime: null });
  });

  it("names each lane's part of the last joint step", () => {
    expect(node("a6")?.parts).toEqual([
      { lane: "pelaksana", label: "Dokumentasi" },
      { lane: "kepala-seksi", label: "Pelaporan" },
    ]);
  });
});
