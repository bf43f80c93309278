import { expect, it } from "vitest";
import { lanesOfShares } from "./lanes-of-shares.js";

const lane = (key: string) => ({ key, name: key });

it("puts together what a lane had at different times, in the order of first coming", () => {
  const shares = [
    { lane: lane("loket"), working: 5 },
    { lane: lane("kabid"), working: 7 },
    { lane: lane("loket"), working: 11 },
    { lane: null, working: 1 },
  ];
  expect(lanesOfShares(shares).map(({ lane: of, working }) => [of?.key, working])).toEqual([
    ["loket", 16],
    ["kabid", 7],
    [undefined, 1],
  ]);
  expect(lanesOfShares([])).toEqual([]);
});
