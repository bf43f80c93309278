import type { NodeKey, NodeKind } from "../../domain/sop/graph.js";
import type { Arrow, Sketch } from "./sketch.js";

/** Makes one small slip in a drawing, as a drafter might; near misses find the most. */
export function spoilSketch(sketch: Sketch): void {
  sketch.dice.pick(slips)!(sketch);
}

/** What can be led to. */
const targets = (sketch: Sketch): NodeKey[] =>
  sketch.nodes.filter(({ kind }) => kind !== "start").map(({ key }) => key);

const redraw =
  (from: NodeKind, to: NodeKind) =>
  (sketch: Sketch): void => {
    const key = sketch.dice.pick(sketch.of(from));
    if (key !== undefined) sketch.become(key, to);
  };

/** Puts a node on an arrow. */
const interrupt = (sketch: Sketch, arrow: Arrow, kind: NodeKind): NodeKey => {
  const key = sketch.add(kind);
  sketch.link(key, arrow.to);
  arrow.to = key;
  return key;
};

const slips: readonly ((sketch: Sketch) => void)[] = [
  redraw("join", "activity"),
  redraw("fork", "decision"),
  redraw("decision", "fork"),
  redraw("activity", "join"),
  redraw("end", "activity"),

  function leadElsewhere(sketch) {
    const arrow = sketch.dice.pick(sketch.arrows);
    if (arrow) arrow.to = sketch.dice.pick(targets(sketch))!;
  },
  function leadPast(sketch) {
    const arrow = sketch.dice.pick(sketch.arrows);
    const onward = arrow && sketch.dice.pick(sketch.out(arrow.to));
    if (onward) arrow.to = onward.to;
  },
  function exchangeTargets(sketch) {
    const [one, other] = [sketch.dice.pick(sketch.arrows), sketch.dice.pick(sketch.arrows)];
    if (one && other) [one.to, other.to] = [other.to, one.to];
  },
  function leaveFromElsewhere(sketch) {
    const arrow = sketch.dice.pick(sketch.arrows);
    const from = sketch.dice.pick(sketch.of("fork", "decision"));
    if (arrow && from !== undefined && sketch.kind(arrow.from) !== "start") arrow.from = from;
  },
  function addArrow(sketch) {
    const from = sketch.dice.pick(sketch.of("fork", "decision"));
    if (from !== undefined) sketch.link(from, sketch.dice.pick(targets(sketch))!);
  },
  function dropArrow(sketch) {
    const arrow = sketch.dice.pick(sketch.arrows);
    if (arrow && ["fork", "decision"].includes(sketch.kind(arrow.from))) sketch.drop(arrow);
  },
  function doubleArrow(sketch) {
    const branching = sketch.of("fork", "decision");
    const arrow = sketch.dice.pick(sketch.arrows.filter(({ from }) => branching.includes(from)));
    if (arrow) sketch.link(arrow.from, arrow.to);
  },
  /** All that leads to a node waits for one another. */
  function insertJoin(sketch) {
    const meeting = targets(sketch).filter((key) => sketch.into(key).length > 1);
    const key = sketch.dice.pick(meeting);
    if (key === undefined) return;
    const arrows = sketch.into(key);
    const join = sketch.add("join");
    for (const arrow of arrows) if (sketch.dice.chance(0.8)) arrow.to = join;
    sketch.link(join, key);
  },
  function dropJoin(sketch) {
    const key = sketch.dice.pick(sketch.of("join"));
    if (key !== undefined) sketch.bridge(key);
  },
  function insertFork(sketch) {
    const arrow = sketch.dice.pick(sketch.arrows);
    if (!arrow) return;
    const fork = interrupt(sketch, arrow, "fork");
    sketch.link(fork, sketch.dice.pick(targets(sketch))!);
  },
  function insertDecision(sketch) {
    const arrow = sketch.dice.pick(sketch.arrows);
    if (!arrow) return;
    const decision = interrupt(sketch, arrow, "decision");
    sketch.link(decision, sketch.dice.pick(targets(sketch))!);
  },
  /** A way from one of several ways at once to another, with bars at both ends. */
  function bindTogether(sketch) {
    const [one, other] = [sketch.dice.pick(sketch.arrows), sketch.dice.pick(sketch.arrows)];
    if (!one || !other || one === other) return;
    const fork = interrupt(sketch, one, "fork");
    const join = interrupt(sketch, other, "join");
    sketch.link(fork, join);
  },
  function insertStep(sketch) {
    const arrow = sketch.dice.pick(sketch.arrows);
    if (arrow) interrupt(sketch, arrow, sketch.dice.chance(0.3) ? "connector" : "activity");
  },
  function dropNode(sketch) {
    const key = sketch.dice.pick(sketch.of("activity", "connector", "fork", "decision"));
    if (key !== undefined) sketch.bridge(key);
  },
  function endEarly(sketch) {
    const arrow = sketch.dice.pick(sketch.arrows);
    if (arrow && sketch.kind(arrow.to) !== "end") arrow.to = sketch.add("end");
  },
  /** A loop that nothing leads out of, or that nothing leads into. */
  function addRound(sketch) {
    const [first, second] = [sketch.add("activity"), sketch.add("activity")];
    sketch.link(first, second);
    sketch.link(second, first);
    const from = sketch.dice.pick(sketch.of("decision"));
    if (from !== undefined && sketch.dice.chance(0.7)) sketch.link(from, first);
  },
  function workOrNot(sketch) {
    const key = sketch.dice.pick(sketch.of("start", "end"));
    const node = sketch.nodes.find((one) => one.key === key);
    if (node) sketch.change(node.key, { work: !node.work });
  },
];
