import { expect, test } from "vitest";
import { takeLease } from "./lease.js";

const failing = (errno: number, code: string) => ({
  run: async () => {
    throw Object.assign(new Error(code), { errno, code, sqlMessage: code });
  },
});
const take = (connection: Parameters<typeof takeLease>[0]): Promise<boolean> =>
  takeLease(connection, "mariadb", "work", "me", 1000);

test("whoever loses the lease in the cluster's certification does not have it", async () => {
  await expect(take(failing(1213, "ER_LOCK_DEADLOCK"))).resolves.toBe(false);
});

test("a failure is one", async () => {
  await expect(take(failing(1146, "ER_NO_SUCH_TABLE"))).rejects.toThrow("ER_NO_SUCH_TABLE");
});
