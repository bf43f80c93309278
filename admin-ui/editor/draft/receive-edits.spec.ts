import { describe, expect, it } from "vitest";
import { applyEdits, emptyDocument, type DocumentEdit } from "../../../domain/index.js";
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
});
