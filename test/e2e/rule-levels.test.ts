import { expect, test } from "vitest";
import { axeViolations } from "./harness/axe-violations.js";
import { desktop, phone } from "./harness/desk.js";
import { openOffice } from "./harness/open-office.js";

const office = openOffice();
const ownOffice = "Dinas Komunikasi dan Informatika";
const idleLane = "Setiap pelaksana mempunyai kegiatan";
const verb = "Kegiatan diawali kata kerja";
/** The buttons of a segmented control lie over radios that nobody sees. */
const attached = { state: "attached" } as const;

test.each([
  ["a desk", desktop],
  ["a phone", phone],
])(
  "an admin chooses how seriously the office takes a rule, and takes it back, at %s",
  async (_where, size) => {
    const admin = await office.current.desk({ size });
    const { page } = admin;
    await admin.signIn("admin");
    await admin.open("/orang");
    await page.getByRole("tab", { name: "Aturan berkas" }).click();
    const region = page.getByRole("region", { name: ownOffice, exact: true });
    const group = region.getByRole("group", { name: "Aturan gambar SOP" });
    await group.getByText("Semua sesuai bawaan.").waitFor();
    const unfold = group.getByRole("button", { name: "Atur", exact: true });
    await expect.poll(() => unfold.getAttribute("aria-expanded")).toBe("false");
    await unfold.click();
    const choice = (rule: string) => group.getByRole("radiogroup", { name: rule });
    const choose = async (rule: string, level: string) => {
      await choice(rule).getByText(level, { exact: true }).click();
      await choice(rule).getByRole("radio", { name: level, checked: true }).waitFor(attached);
    };
    await choice(idleLane)
      .getByRole("radio", { name: "Peringatan", checked: true })
      .waitFor(attached);
    await choose(idleLane, "Wajib");
    await group.getByText("1 aturan berbeda dari bawaan").waitFor();
    await choose(verb, "Abaikan");
    await group.getByText("2 aturan berbeda dari bawaan").waitFor();
    expect(await axeViolations(page)).toEqual([]);

    // Another office has its own; what was chosen is on the server, and told to the audit trail.
    const other = page.getByRole("region", { name: "Dinas Kesehatan" });
    await other.getByText("Semua sesuai bawaan.").waitFor();
    const levels = async () => {
      const { me } = await admin.ask<{
        me: { office: { ruleLevels: { rule: string; level: string; defaultLevel: string }[] } };
      }>("{ me { office { ruleLevels { rule level defaultLevel } } } }");
      const changed = me.office.ruleLevels.filter((one) => one.level !== one.defaultLevel);
      return Object.fromEntries(changed.map(({ rule, level }) => [rule, level]));
    };
    await expect.poll(() => levels()).toEqual({ "idle-lane": "ERROR", "step-verb": "OFF" });

    // What is in force stays so, and the list names it to whoever can revise it.
    await admin.goTo("SOP");
    const faulty = page.locator(".sop-row").filter({ hasText: "tidak lolos pemeriksaan" });
    await faulty.getByRole("link", { name: "PEMANFAATAN APLIKASI LAYANAN" }).waitFor();
    await expect.poll(() => faulty.count()).toBe(1);

    await admin.open("/orang");
    await page.getByRole("tab", { name: "Aturan berkas" }).click();
    await group.getByText("2 aturan berbeda dari bawaan").waitFor();
    await group.getByRole("button", { name: "Atur", exact: true }).click();
    await group.getByRole("button", { name: `${idleLane}: Kembali ke bawaan: Peringatan` }).click();
    await choice(idleLane)
      .getByRole("radio", { name: "Peringatan", checked: true })
      .waitFor(attached);
    await group.getByText("1 aturan berbeda dari bawaan").waitFor();
    await expect.poll(() => levels()).toEqual({ "step-verb": "OFF" });
    await choose(idleLane, "Abaikan");
    await group.getByRole("button", { name: "Kembalikan semua ke bawaan" }).click();
    await group.getByText("Semua sesuai bawaan.").waitFor();
    await expect.poll(() => levels()).toEqual({});

    await admin.open("/jejak-audit");
    const entry = page.locator(".audit-row", { hasText: "Aturan gambar SOP diatur" });
    await entry.first().getByText(idleLane).waitFor();
    await entry.first().getByText("Abaikan").first().waitFor();
    await expect.poll(() => page.getByText(/WARNING|idle-lane|\bOFF\b/).count()).toBe(0);
  },
);
