import { expect, test } from "vitest";
import { whoWorks } from "./who-works.js";

const rina = { id: "1", name: "Rina" };
const dedi = { id: "2", name: "Dedi" };
const instance = { requesterName: "Puskesmas" };
const lane = (...holders: { id: string; name: string }[]) => ({ position: { holders } });

test("whoever claimed it, or the position's only holder", () => {
  expect(whoWorks({ assignee: rina, lane: lane(dedi), instance })).toBe(rina);
  expect(whoWorks({ assignee: null, lane: lane(dedi), instance })).toBe(dedi);
});

test("the requester in the requester's own lane", () => {
  const worker = whoWorks({ assignee: null, lane: { position: null }, instance });
  expect(worker).toEqual({ id: null, name: "Puskesmas" });
});

test("nobody while several could have it, or nobody can", () => {
  expect(whoWorks({ assignee: null, lane: lane(rina, dedi), instance })).toBeNull();
  expect(whoWorks({ assignee: null, lane: lane(), instance })).toBeNull();
});
