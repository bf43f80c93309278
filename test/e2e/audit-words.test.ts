import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { openOffice } from "./harness/open-office.js";

const office = openOffice();

test("the audit trail says reminders and time zones in words, on the screen and in the CSV", async () => {
  const admin = await office.current.desk();
  const { page } = admin;
  await admin.signIn("admin");
  const { me } = await admin.ask<{
    me: {
      office: Record<"id" | "name" | "government" | "timeZone", string> & { revision: number };
    };
  }>("{ me { office { id name government timeZone revision } } }");
  const { id: officeId, name, government, revision } = me.office;
  const reminders = {
    before: { value: 50, unit: "PERCENT" },
    atDeadline: true,
    escalateAfter: { value: 1, unit: "WORKING_DAY" },
  };
  const change = async (field: string, type: string, input: object) => {
    const done = await admin.ask<Record<string, { userErrors: unknown[] }>>(
      `mutation ($input: ${type}!) { ${field}(input: $input) { userErrors { code field } } }`,
      { input },
    );
    expect(done[field]?.userErrors).toEqual([]);
  };
  await change("setOfficeReminders", "SetOfficeRemindersInput", { officeId, reminders });
  const moved = { officeId, name, government, revision, timeZone: "Asia/Makassar" };
  await change("updateOffice", "UpdateOfficeInput", moved);

  await admin.goTo("Jejak audit");
  const entry = (action: string) => page.locator(".audit-row", { hasText: action });
  const set = entry("Pengingat tenggat perangkat daerah diatur");
  await set.getByText("Sebelum tenggat", { exact: true }).waitFor();
  await set.getByText("50 persen waktu baku").waitFor();
  await set.getByText("1 hari kerja").waitFor();
  await set.locator("ins", { hasText: /\bya$/ }).waitFor();
  await entry("Perangkat daerah diubah").getByText("WITA (Makassar)").waitFor();
  await expect.poll(() => page.getByText(/PERCENT|WORKING_DAY|Asia\/|\btrue\b/).count()).toBe(0);

  const coming = page.waitForEvent("download");
  await page.getByRole("button", { name: "Unduh CSV" }).click();
  const csv = readFileSync(await (await coming).path(), "utf8");
  expect(csv).toContain("50 persen waktu baku");
  expect(csv).toContain("WIB (Jakarta)");
  expect(csv).not.toMatch(/PERCENT|WORKING_DAY|Asia\//);
});
