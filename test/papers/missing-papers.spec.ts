import { describe, expect, it } from "vitest";
import { needs, permitBeside } from "../../domain/papers/linked-graph.js";
import { paperLinks } from "../../domain/papers/paper-links.js";
import { brokenPapers } from "./broken-papers.js";
import { comparePapers, type PapersCheck } from "./compare-papers.js";
import { manySetsMade } from "./many-sets-made.js";
import { paperDrawing } from "./paper-drawing.js";

const drawings = [
  // The branch beside waits for the permit, refused or not.
  { seed: -1, graph: permitBeside(needs("Izin"), needs("Izin")) },
  ...Array.from({ length: 600 }, (_, at) => ({ seed: at + 1, graph: paperDrawing(at + 1) })),
  { seed: 0, graph: manySetsMade() },
];

describe("output-before-needed", () => {
  const compared = drawings.map(({ seed, graph }) => ({
    seed,
    isLinked: paperLinks(graph).length > 0,
    ...comparePapers(graph, seed),
  }));

  it("says what the engine does, and shows the shortest run", () => {
    expect(compared.flatMap(({ seed, faults }) => faults.map((one) => `${seed}: ${one}`))).toEqual(
      [],
    );
  });

  it("is held against drawings on which it says something, and such on which it does not", () => {
    const linked = compared.filter(({ isLinked }) => isLinked);
    expect(linked.filter(({ found }) => found === 0).length).toBeGreaterThan(80);
    const sum = (count: (one: (typeof compared)[number]) => number): number =>
      compared.reduce((all, one) => all + count(one), 0);
    expect(sum(({ found }) => found)).toBeGreaterThan(200);
    expect(sum((one) => one.compared)).toBeGreaterThan(200);
  });
});

describe("a check of linked outputs that is wrong", () => {
  const firstFault = (check: PapersCheck): string | undefined => {
    for (const { seed, graph } of drawings) {
      const [fault] = comparePapers(graph, seed, check).faults;
      if (fault !== undefined) return fault;
    }
    return undefined;
  };

  it.each(Object.entries(brokenPapers))("is found out: it %s", (_, check) => {
    expect(firstFault(check)).toMatch(/./);
  });
});
