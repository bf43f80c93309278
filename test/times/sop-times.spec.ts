import { describe, expect, it } from "vitest";
import type { Graph, GraphNode } from "../../domain/sop/graph.js";
import { type StandardTimes, sopTimes } from "../../domain/time/sop-times.js";
import { rememberedSoundness } from "../../domain/rules/soundness-findings.js";
import { drawGraph } from "../oracle/random-graph.js";
import { Dice } from "../walks/dice.js";
import { soundSop } from "../walks/sound-sop.js";
import { timedPlay } from "./timed-play.js";
import { OnceWalker } from "./once-walker.js";
import { timesAlong, waysBack } from "./ways-back.js";

const lanes = ["a", "b"].map((key) => ({
  key,
  name: key,
  binding: { type: "POSITION" as const, position: key },
}));

function timed(dice: Dice, graph: Graph): Graph {
  const nodes = graph.nodes.map((node): GraphNode => ({
    ...node,
    standardTime: { value: dice.between(0, 60), unit: "MINUTE" },
  }));
  return { ...graph, nodes };
}

interface Timed {
  readonly seed: number;
  readonly dice: Dice;
  readonly graph: Graph;
  readonly times: StandardTimes;
  readonly minutesOf: (node: string) => number;
}

const drawings: Timed[] = Array.from({ length: 400 }, (_, at) => {
  const dice = new Dice(at + 1);
  const options = { lanes, calls: ["s"], nodes: dice.between(3, 30) };
  const other = dice.chance(0.4) ? drawGraph(dice, options) : null;
  const isSound =
    other?.nodes.some(({ kind }) => kind === "activity" || kind === "decision") === true &&
    rememberedSoundness(other).verdict === "SOUND";
  const graph = timed(dice, isSound ? other : soundSop(dice, options));
  const times = sopTimes(graph, 450);
  if (typeof times === "string") throw new Error(`${at + 1}: ${times}`);
  const worked = (node: GraphNode): boolean =>
    node.kind === "activity" || node.kind === "decision" || node.kind === "connector" || node.work;
  const minutes = new Map(
    graph.nodes.map((node) => [node.key, worked(node) ? node.standardTime!.value : 0]),
  );
  return { seed: at + 1, dice, graph, times, minutesOf: (node) => minutes.get(node)! };
});

/** Those in which one token goes, and it is plain which arrows lead back. */
const plain = drawings.flatMap((drawing) => {
  const { graph } = drawing;
  const back = graph.nodes.every(({ kind }) => kind !== "fork") ? waysBack(graph) : null;
  return back ? [{ drawing, back }] : [];
});
const backOf = new Map(plain.map(({ drawing, back }) => [drawing.graph, back]));

const play = ({ graph, minutesOf, dice }: Timed) =>
  timedPlay(graph, minutesOf, (_, outcomes) => dice.pick(outcomes)!);

describe("sopTimes, held against cases that are played", () => {
  it("lies around what cases take that go back nowhere twice", () => {
    let counted = 0;
    const wrong = drawings.flatMap((drawing) => {
      const { seed, graph, times } = drawing;
      if (times.isEstimate) return [];
      const back = waysBack(graph);
      return Array.from({ length: 40 }, () => play(drawing)).flatMap((one) => {
        if (one === null) return [];
        const along = timesAlong(graph, one);
        const isOnce =
          back !== null && graph.edges.every((edge) => !back.has(edge.key) || along(edge) <= 1);
        counted += isOnce ? 1 : 0;
        const isIn = one.minutes >= times.shortest && (!isOnce || one.minutes <= times.longest);
        return isIn ? [] : [{ seed, took: one.minutes, times }];
      });
    });
    expect(wrong).toEqual([]);
    expect(counted).toBeGreaterThan(3_000);
  });

  it("counts what interwoven branches take, and estimates hardly anything", () => {
    const bars = drawings.filter(({ graph }) => graph.nodes.some(({ kind }) => kind === "fork"));
    expect(bars.length).toBeGreaterThan(80);
    expect(bars.filter(({ times }) => times.isEstimate).map(({ seed }) => seed)).toEqual([]);
  });

  it("expects no less than the least and no more than the most", () => {
    const wrong = drawings.filter(
      ({ times: { shortest, expected, longest } }) => expected < shortest || expected > longest,
    );
    expect(wrong.map(({ seed, times }) => ({ seed, times }))).toEqual([]);
    expect(drawings.filter(({ times }) => times.shortest < times.expected).length).toBeGreaterThan(
      150,
    );
  });

  it("expects what many cases take on average that go back nowhere twice, where nothing runs side by side", () => {
    const off = plain.flatMap(({ drawing, back }) => {
      const { seed, graph, minutesOf, dice, times } = drawing;
      const took = Array.from({ length: 400 }, () => {
        const walker = new OnceWalker(graph, back);
        return timedPlay(graph, minutesOf, (_, outcomes) => {
          const outcome = dice.pick(walker.allowed(outcomes))!;
          walker.take(outcome);
          return outcome;
        })!.minutes;
      });
      const mean = took.reduce((sum, one) => sum + one, 0) / took.length;
      const spread = Math.sqrt(
        took.reduce((sum, one) => sum + (one - mean) ** 2, 0) / took.length / took.length,
      );
      const isNear = Math.abs(mean - times.expected) <= 4.5 * spread + 1;
      return isNear ? [] : [{ seed, mean, spread, expected: times.expected }];
    });
    expect(off).toEqual([]);
    expect(plain.filter(({ drawing }) => drawing.times.isEstimate).length).toBeLessThan(5);
    expect(plain.filter(({ back }) => back.size > 1).length).toBeGreaterThan(40);
  });

  it("names ways that cases go, with the time that they take and as likely as they are", () => {
    const wrong = drawings.flatMap(({ seed, graph, times, minutesOf }) => {
      const told = times.paths.reduce((sum, { likelihood }) => sum + likelihood, 0);
      const isAll = Math.abs(told + times.others.likelihood - 1) < 1e-6;
      const isInOrder = times.paths.every(
        ({ likelihood }, at) => likelihood <= (times.paths[at - 1]?.likelihood ?? 1) + 1e-12,
      );
      const names = new Set(
        times.paths.map(({ outcomes }) => outcomes.map(({ edge }) => edge).join()),
      );
      const faults = times.paths.filter((path) => {
        const left = [...path.outcomes];
        const back = backOf.get(graph);
        const walker = back && new OnceWalker(graph, back);
        // Of branches it is known only where nothing is done again, and then nothing is ruled out.
        const isKnown = walker || path.outcomes.every(({ backTo }) => backTo === null);
        let odds = 1;
        const one = timedPlay(graph, minutesOf, (node, outcomes) => {
          odds /= (walker?.allowed(outcomes) ?? outcomes).length;
          const at = left.findIndex((chosen) => chosen.node === node);
          const { edge } = left.splice(at, 1)[0]!;
          walker?.take(edge);
          return edge;
        });
        const isSame =
          one?.minutes === path.minutes &&
          left.length === 0 &&
          (isKnown ? Math.abs(odds - path.likelihood) < 1e-9 : path.likelihood > odds - 1e-9) &&
          graph.nodes.some(({ key, kind }) => key === path.end && kind === "end");
        return !isSame;
      });
      return isAll && isInOrder && names.size === times.paths.length && faults.length === 0
        ? []
        : [{ seed, told, faults }];
    });
    expect(wrong).toEqual([]);
  });
});
