import { expect, it } from "vitest";
import { createActionKey } from "./use-action-key.js";

it("gives one key to what is asked for again, and another to anything else", () => {
  let count = 0;
  const key = createActionKey(() => `k${(count += 1)}`);
  expect(key.of({ text: "a" })).toBe("k1");
  expect(key.of({ text: "a" })).toBe("k1");
  expect(key.of({ text: "b" })).toBe("k2");
  key.done();
  expect(key.of({ text: "b" })).toBe("k3");
});
