import { expect, it } from "vitest";
import { compareCheck } from "./compare-check.js";
import { smallGraphs } from "./small-graphs.js";

it("of every drawing with up to three symbols between start and end all say the same", () => {
  const told: string[] = [];
  const counted = { SOUND: 0, UNSOUND: 0, INCONCLUSIVE: 0 };
  for (const count of [0, 1, 2, 3]) {
    for (const [at, graph] of [...smallGraphs(count)].entries()) {
      const { verdict, disagreements, faults } = compareCheck(graph, at);
      counted[verdict] += 1;
      for (const one of [...disagreements, ...faults]) told.push(`${count}, ${at}: ${one}`);
    }
  }
  expect(told).toEqual([]);
  expect(counted).toMatchInlineSnapshot(`
    {
      "INCONCLUSIVE": 0,
      "SOUND": 850,
      "UNSOUND": 3806,
    }
  `);
});
