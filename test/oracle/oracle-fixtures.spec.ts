import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import type { Graph } from "../../domain/sop/graph.js";
import { compareCheck } from "./compare-check.js";

interface OracleFixture {
  readonly name: string;
  readonly seed: number;
  readonly graph: Graph;
}

const folder = new URL("../fixtures/oracle/", import.meta.url);
const fixtures = readdirSync(folder)
  .toSorted()
  .map((file) => JSON.parse(readFileSync(new URL(file, folder), "utf8")) as OracleFixture);

it.each(fixtures)(
  "of a graph that once was misjudged all say the same: $name",
  ({ graph, seed }) => {
    const { disagreements, faults } = compareCheck(graph, seed);
    expect([...disagreements, ...faults]).toEqual([]);
  },
);
