import { expect, test } from "vitest";
import type { CallSite } from "./call-sites.js";
import { calledBy, waysHome } from "./ways-home.js";

const site = (sopId: number | null, waits = true): CallSite => ({
  node: `to ${sopId}`,
  sopId,
  waits,
  atOnce: false,
});
const calls = (ways: Readonly<Record<number, readonly CallSite[]>>) =>
  new Map(Object.entries(ways).map(([sop, sites]) => [Number(sop), sites] as const));
const waiting = ({ waits }: CallSite): boolean => waits;

test("of several ways back the shortest, by connectors that count alone", () => {
  const ways = waysHome(
    calls({ 2: [site(3), site(4)], 3: [site(1)], 4: [site(5)], 5: [site(1)], 6: [site(1, false)] }),
    waiting,
  )(1);
  expect(ways(2)).toEqual([2, 3, 1]);
  expect(ways(4)).toEqual([4, 5, 1]);
  expect(ways(6)).toBeNull();
  expect(ways(9)).toBeNull();
});

test("whoever runs itself is home already, and no way leads through home", () => {
  const from = waysHome(calls({ 1: [site(1), site(2)], 2: [site(1)], 3: [site(2)] }), waiting);
  expect(from(1)(1)).toEqual([1]);
  expect(from(1)(3)).toEqual([3, 2, 1]);
  expect(from(2)(1)).toEqual([1, 2]);
  expect(from(3)(1)).toBeNull();
});

test("a circle that does not lead home comes to an end", () => {
  const ways = waysHome(calls({ 2: [site(3)], 3: [site(2), site(null)] }), waiting)(1);
  expect([ways(2), ways(3)]).toEqual([null, null]);
});

test("names each SOP that is run once, and none that cannot be known", () => {
  const sites = [site(2), site(2), site(null), site(3, false)];
  expect(calledBy(sites)).toEqual([2, 3]);
  expect(calledBy(sites, waiting)).toEqual([2]);
});
