import { expect, test } from "vitest";
import { requestId } from "./request-id.js";

test("keeps a sane id and replaces any other", () => {
  expect(requestId("trace-0001.a_b")).toBe("trace-0001.a_b");
  for (const other of [undefined, "", "short", "with space", "x".repeat(65), "a\r\nb: c-long"]) {
    expect(requestId(other)).toMatch(/^[0-9a-f-]{36}$/);
  }
  expect(requestId(["trace-0001", "trace-0002"])).toMatch(/^[0-9a-f-]{36}$/);
});
