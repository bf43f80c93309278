import { describe, expect, it } from "vitest";
import { type OutcomePath, sopTimes } from "../../domain/time/sop-times.js";
import { procedureFacts } from "../../seeds/procedure-facts.js";
import { knownGraphs } from "../walks/known-graphs.js";

const day = 450;
const hour = 60;

/**
 * By hand from the forms, by a day of 7 hours and 30 minutes; the requester's steps do not count.
 * Ways by the outcomes that they come to: minutes and likelihood.
 */
const byHand: Readonly<Record<string, object>> = {
  // 30 hours, 1 day, 15, 15, 15 and 10 minutes; TIDAK does 2, 3 and 4 again: 1 day and 30 minutes.
  "000-pemanfaatan-aplikasi-layanan": {
    shortest: 30 * hour + day + 55,
    expected: 30 * hour + day + 55 + (day + 30) / 2,
    longest: 30 * hour + day + 55 + (day + 30),
    untimed: [],
    paths: [
      ["YA", 2305, 0.5],
      ["TIDAK YA", 2785, 0.5],
    ],
    others: { count: 0, likelihood: 0 },
  },
  // 2 and 3 take a day each, as does 7, to which TIDAK leads at once; else 4 to 6 take 3, 1 and 1.
  "001-pengelolaan-layanan-tik": {
    shortest: 3 * day,
    expected: 5.5 * day,
    longest: 8 * day,
    untimed: [],
    paths: [
      ["YA (sesuai)", 8 * day, 0.5],
      ["TIDAK (tidak sesuai)", 3 * day, 0.5],
    ],
    others: { count: 0, likelihood: 0 },
  },
  // 15, 15, 10, 2400, 480 and 1440 minutes; TIDAK does 2 and 3 again: 25. Step 7 states no time.
  "002-pembinaan-sumber-daya-kominfo": {
    shortest: 4360,
    expected: 4373, // 4372.5, rounded
    longest: 4385,
    untimed: ["a7"],
    paths: [
      ["YA (disetujui)", 4360, 0.5],
      ["TIDAK (tidak disetujui) YA (disetujui)", 4385, 0.5],
    ],
    others: { count: 0, likelihood: 0 },
  },
  // A day for each of 2 to 9, two for 5; TIDAK leads back to the requester: 2, 3 and 4 again.
  "003-layanan-sub-domain-hosting": {
    shortest: 9 * day,
    expected: 10.5 * day,
    longest: 12 * day,
    untimed: [],
    paths: [
      ["YA (lengkap)", 9 * day, 0.5],
      ["TIDAK (tidak lengkap) YA (lengkap)", 12 * day, 0.5],
    ],
    others: { count: 0, likelihood: 0 },
  },
  // 10, 5, 5 and 60 minutes to the decision; then an hour side by side, and one more.
  "004a-pinjam-ruang-smart-center": {
    shortest: 80,
    expected: 140,
    longest: 200,
    untimed: [],
    paths: [
      ["YA (disetujui)", 200, 0.5],
      ["TIDAK (tidak disetujui)", 80, 0.5],
    ],
    others: { count: 0, likelihood: 0 },
  },
  // 10, 30 and 60 minutes; step 5 states no time.
  "004b-pakai-smart-center": {
    shortest: 100,
    expected: 100,
    longest: 100,
    untimed: ["b5"],
    paths: [["", 100, 1]],
    others: { count: 0, likelihood: 0 },
  },
};

describe("the times of the seeded procedures", () => {
  it.each(knownGraphs().map((graph, at) => [procedureFacts[at]!.file, graph] as const))(
    "%s",
    (file, graph) => {
      const times = sopTimes(graph, day);
      if (typeof times === "string") throw new Error(times);
      const { isEstimate, ...counted } = times;
      const told = ({ outcomes, minutes, likelihood }: OutcomePath) => [
        outcomes.map(({ edge }) => graph.edges.find(({ key }) => key === edge)!.outcome).join(" "),
        minutes,
        likelihood,
      ];
      expect({ ...counted, paths: times.paths.map(told) }).toEqual(byHand[file]);
      expect(isEstimate).toBe(false);
    },
  );
});
