import { afterAll, afterEach, beforeAll, expect } from "vitest";
import { Office } from "./office.js";

/**
 * One program and one browser for the tests of a file. Each test opens its own desks; an error on
 * any of them fails the test.
 */
export function openOffice(env: Readonly<Record<string, string>> = {}): {
  readonly current: Office;
} {
  const holder: { current: Office } = { current: null as unknown as Office };
  beforeAll(async () => {
    holder.current = await Office.open(env);
  });
  afterEach(async () => {
    expect(await holder.current.closeDesks()).toEqual([]);
  });
  afterAll(async () => {
    await holder.current?.close();
  });
  return holder;
}
