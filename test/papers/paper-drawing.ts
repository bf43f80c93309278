import { buildGraph, type EdgeRow, type NodeRow } from "../../domain/sop/build-graph.js";
import { rememberedSoundness } from "../../domain/rules/soundness-findings.js";
import type { Graph } from "../../domain/sop/graph.js";
import { drawGraph } from "../oracle/random-graph.js";
import { Dice } from "../walks/dice.js";
import { soundSop } from "../walks/sound-sop.js";
import { walkLanes } from "../walks/walk-lanes.js";
import { linkedAtRandom } from "./linked-at-random.js";

/** The random sound drawing of a seed, its steps linked to outputs with a plan or without one. */
export function paperDrawing(seed: number): Graph {
  const dice = new Dice(seed);
  const options = { lanes: walkLanes(dice), calls: ["s"], nodes: dice.between(4, 26) };
  const other = dice.chance(0.5) ? drawGraph(dice, options) : null;
  const isSound = other !== null && rememberedSoundness(other).verdict === "SOUND";
  const sound = isSound ? other : soundSop(dice, options);
  return dice.chance(0.25) ? knownLinks(sound) : linkedAtRandom(dice, sound, 4);
}

/** Without links to outputs whose step was left out: another rule tells of these. */
function knownLinks(graph: Graph): Graph {
  const known = new Set(graph.outputs.map(({ key }) => key));
  const nodes = graph.nodes.map((node) => ({
    ...node,
    requirements: node.requirements.filter(({ output }) => output === null || known.has(output)),
  }));
  return { ...graph, nodes };
}

/**
 * A step behind a join that needs what one of the branches surely makes, and others may make before.
 * Too many sets of outputs can have been made than that they could be gone through.
 */
export function manySetsMade(): Graph {
  const papers = Array.from({ length: 14 }, (_, at) => `berkas${at}`);
  const branches = papers.map((paper, at) => ({
    paper,
    choose: `pilih${at}`,
    make: `buat${at}`,
    pass: `lewat${at}`,
  }));
  const nodes = branches.flatMap(({ paper, choose, make, pass }): NodeRow[] => [
    [choose, "decision", ["kasi"]],
    [make, "activity", ["staf"], { outputs: [paper] }],
    [pass, "activity", ["staf"]],
  ]);
  const edges = branches.flatMap(({ choose, make, pass }): EdgeRow[] => [
    ["bagi", choose],
    [choose, make, "Ya"],
    [choose, pass, "Tidak"],
    [make, pass],
    [pass, "temu"],
  ]);
  const requirements = papers.map((output) => ({ text: output, output }));
  const graph = buildGraph(
    [
      ["mulai", "start", ["loket"]],
      ["bagi", "fork", []],
      ...nodes,
      ["semua", "activity", ["staf"], { outputs: papers }],
      ["temu", "join", []],
      ["kirim", "activity", ["loket"], { requirements }],
      ["selesai", "end", ["loket"]],
    ],
    [
      ["mulai", "bagi"],
      ...edges,
      ["bagi", "semua"],
      ["semua", "temu"],
      ["temu", "kirim"],
      ["kirim", "selesai"],
    ],
  );
  return { ...graph, outputs: papers.map((key) => ({ key, name: key })) };
}
