import { describe, expect, it } from "vitest";
import {
  applyEdits,
  buildGraph,
  emptyDocument,
  type DocumentEdit,
  type Edge,
} from "../../../domain/index.js";
import { carryOver, receiveEdits } from "./receive-edits.js";

const lane = (key: string, name: string) => ({ key, name, binding: null });
const add = (key: string, index: number): DocumentEdit => ({
  op: "ADD",
  in: "lanes",
  index,
  value: lane(key, key),
});
const rename = (key: string, name: string): DocumentEdit => ({
  op: "UPDATE",
  in: "lanes",
  key,
  value: lane(key, name),
});
const after = (document: typeof emptyDocument, ...edits: DocumentEdit[]) => {
  const result = applyEdits(document, edits);
  if (!result.ok) throw new Error(result.error);
  return result;
};
const base = after(emptyDocument, add("a", 0), add("b", 1)).document;
const names = ({ graph }: typeof emptyDocument) => graph.lanes.map(({ name }) => name);

describe("receiveEdits", () => {
  it("takes what others saved where nothing waits here", () => {
    const draft = { base, document: base, pending: [] };
    const received = receiveEdits(draft, [rename("a", "A")]);
    expect(names(received?.document ?? emptyDocument)).toEqual(["A", "b"]);
    expect(received?.pending).toEqual([]);
  });

  it("says what waits here on top of it", () => {
    const pending = [rename("b", "mine"), add("c", 2)];
    const draft = { base, document: after(base, ...pending).document, pending };
    const received = receiveEdits(draft, [{ op: "REMOVE", in: "lanes", key: "a" }]);
    expect(names(received?.document ?? emptyDocument)).toEqual(["mine", "c"]);
    const sent = after(received?.base ?? emptyDocument, ...(received?.pending ?? []));
    expect(sent.document).toEqual(received?.document);
  });

  it("takes nothing where both changed the same, or where it does not fit", () => {
    const pending = [rename("a", "mine")];
    const draft = { base, document: after(base, ...pending).document, pending };
    expect(receiveEdits(draft, [rename("a", "theirs")])).toBeNull();
    expect(receiveEdits(draft, [rename("gone", "x")])).toBeNull();
  });
});

describe("carryOver", () => {
  type Step = readonly DocumentEdit[];
  const carry = (steps: readonly Step[], from: typeof base, onto: typeof base) =>
    carryOver<Step>(
      steps,
      (step) => step,
      (_, edits) => edits,
      from,
      onto,
    );

  it("keeps steps that touch nothing of theirs, and moves their places", () => {
    const added = after(base, add("c", 2));
    const renamed = after(added.document, rename("b", "B"));
    const steps = [added.inverse, renamed.inverse];
    const theirs = after(renamed.document, { op: "REMOVE", in: "lanes", key: "a" }).document;
    const kept = carry(steps, renamed.document, theirs);
    expect(kept).toHaveLength(2);
    const undone = after(theirs, ...(kept[1] ?? []), ...(kept[0] ?? []));
    expect(names(undone.document)).toEqual(["b"]);
  });

  it("cuts off at the first step that would undo something of theirs", () => {
    const first = after(base, rename("a", "A1"));
    const second = after(first.document, rename("b", "B1"));
    const third = after(second.document, rename("a", "A2"));
    const steps = [first.inverse, second.inverse, third.inverse];
    const onB = after(third.document, rename("b", "theirs")).document;
    expect(carry(steps, third.document, onB)).toEqual([third.inverse]);
    const onA = after(third.document, rename("a", "theirs")).document;
    expect(carry(steps, third.document, onA)).toEqual([]);
  });

  const drawn = {
    ...emptyDocument,
    graph: buildGraph(
      [
        ["one", "activity", ["a"]],
        ["two", "activity", ["a"]],
        ["three", "activity", ["a"]],
      ],
      [
        ["one", "two"],
        ["two", "three"],
      ],
    ),
  };
  const lead = (key: string, from: string, to: string): DocumentEdit => {
    const value: Edge = { key, from, to, outcome: null };
    return { op: "UPDATE", in: "edges", key, value };
  };
  const say = (key: string, text: string): DocumentEdit => {
    const node = drawn.graph.nodes.find((one) => one.key === key)!;
    return { op: "UPDATE", in: "nodes", key, value: { ...node, text } };
  };

  it("leads no arrow back to a step that they took away", () => {
    const mine = after(drawn, lead("one-two", "one", "three"));
    const theirs = after(
      mine.document,
      { op: "REMOVE", in: "edges", key: "two-three" },
      { op: "REMOVE", in: "nodes", key: "two" },
    ).document;
    const kept = carry([mine.inverse], mine.document, theirs);
    const { graph } = after(theirs, ...kept.flat()).document;
    const steps = graph.nodes.map(({ key }) => key);
    expect(graph.edges.filter(({ to }) => !steps.includes(to))).toEqual([]);
  });

  it("keeps steps that add, move and take away where they only wrote", () => {
    const node = { ...drawn.graph.nodes[0]!, key: "new" };
    const added = after(drawn, { op: "ADD", in: "nodes", index: 1, value: node });
    const moved = after(added.document, { op: "MOVE", in: "nodes", key: "three", index: 0 });
    const theirs = after(moved.document, say("two", "theirs")).document;
    const steps = [added.inverse, moved.inverse];
    const kept = carry(steps, moved.document, theirs);
    expect(kept).toEqual(steps);
    expect(after(theirs, ...moved.inverse, ...added.inverse).document).toEqual(
      after(drawn, say("two", "theirs")).document,
    );
  });

  it("takes no step away that they have led an arrow to", () => {
    const node = { ...drawn.graph.nodes[0]!, key: "new" };
    const added = after(drawn, { op: "ADD", in: "nodes", index: 3, value: node });
    const theirs = after(added.document, lead("two-three", "two", "new")).document;
    const kept = carry([added.inverse], added.document, theirs);
    const { graph } = after(theirs, ...kept.flat()).document;
    const steps = graph.nodes.map(({ key }) => key);
    expect(graph.edges.filter(({ to }) => !steps.includes(to))).toEqual([]);
  });
});
