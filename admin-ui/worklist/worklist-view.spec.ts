import { expect, test } from "vitest";
import {
  filterCount,
  filterOf,
  isSameView,
  readView,
  viewOf,
  type WorklistView,
  writeView,
} from "./worklist-view.js";

const plain: WorklistView = {
  tab: null,
  sopId: null,
  laneKey: null,
  officeId: null,
  onlyLate: false,
  search: "",
};
const narrow: WorklistView = {
  tab: "CLAIMABLE",
  sopId: "U29wOjE",
  laneKey: "fungsional",
  officeId: "T2ZmaWNlOjE",
  onlyLate: true,
  search: "puskesmas & RSUD",
};

test.each([plain, narrow])("a view comes back from the address as it went in", (view) => {
  expect(readView(new URLSearchParams(writeView(view).toString()))).toEqual(view);
});

test("an address that nobody wrote is the plain view", () => {
  expect(readView(new URLSearchParams("bagian=lain&x=1"))).toEqual(plain);
});

test("the server is asked for what narrows the list, and for nothing else", () => {
  expect(filterOf(plain, "FOR_ME")).toEqual({ scope: "FOR_ME" });
  expect(filterOf({ ...narrow, search: "  " }, "DONE")).toEqual({
    scope: "DONE",
    sopId: "U29wOjE",
    laneKey: "fungsional",
    officeId: "T2ZmaWNlOjE",
    overdue: true,
  });
});

test("a saved view is the view that it was saved from", () => {
  const { sopId, laneKey, officeId, search } = narrow;
  const kept = { scope: "CLAIMABLE", sopId, laneKey, officeId, overdue: true, search } as const;
  expect(isSameView(viewOf(kept), narrow)).toBe(true);
  expect(isSameView(viewOf({ ...kept, search: null }), narrow)).toBe(false);
  expect(viewOf({ ...kept, scope: "ALL" }).tab).toBe("FOR_ME");
});

test("filters are counted without the search", () => {
  expect([plain, narrow, { ...plain, search: "x" }].map(filterCount)).toEqual([0, 4, 0]);
});
