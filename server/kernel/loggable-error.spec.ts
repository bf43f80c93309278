import { expect, test } from "vitest";
import { loggableError } from "./loggable-error.js";
import { createLogger } from "./logger.js";

const statement = "INSERT INTO person (name) VALUES ('rahasia')";

/** As mysql2 makes them. */
const driverError = () =>
  Object.assign(new Error("Duplicate entry 'rahasia'\n    at rahasia for key 'uq'"), {
    code: "ER_DUP_ENTRY",
    errno: 1062,
    sql: statement,
    sqlMessage: "Duplicate entry 'rahasia' for key 'uq'",
  });

/** What the logger writes about an error. */
function logged(error: unknown): string {
  const lines: string[] = [];
  createLogger("info", { write: (line) => void lines.push(line) }).error({ err: error }, "Failed");
  return lines.join("");
}

test.each([
  ["a driver's", driverError()],
  ["TypeORM's", Object.assign(new Error("rahasia"), { query: statement, parameters: ["rahasia"] })],
  ["one with such a cause", new Error("Failed", { cause: driverError() })],
  ["a thrown text", "rahasia"],
  ["one with odd properties", Object.assign(new Error("odd"), { body: { name: "rahasia" } })],
])("the log shows nothing that was written to the database: %s error", (_which, error) => {
  expect(logged(error)).not.toContain("rahasia");
});

test("the log shows what a developer needs", () => {
  const error = Object.assign(new TypeError("x is not a function"), { code: "ODD", errno: 7 });
  expect(JSON.parse(logged(error))).toMatchObject({
    msg: "Failed",
    err: {
      type: "TypeError",
      message: "x is not a function",
      code: "ODD",
      errno: 7,
      stack: expect.stringContaining("loggable-error.spec.ts"),
    },
  });
  expect(loggableError(new Error("a", { cause: driverError() })).cause).toMatchObject({
    code: "ER_DUP_ENTRY",
    errno: 1062,
  });
});
