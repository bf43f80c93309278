import { expect, test } from "vitest";
import { openOffice } from "./harness/open-office.js";

const office = openOffice();
const title = "Pinjam Ruang Smart Center";

test("a draft is submitted, taken back, submitted again, and enacted by the approver", async () => {
  const [admin, kadis] = [await office.current.desk(), await office.current.desk()];
  await admin.signIn("admin");
  await admin.openSop(title);
  await admin.page.getByRole("button", { name: "Buat revisi" }).click();
  await admin.page.getByTestId("save-state").waitFor();
  await admin.page.getByRole("button", { name: "Ajukan" }).click();
  await admin.page.getByText("Menunggu pengesahan").waitFor();
  await admin.page.locator(".version-line").getByText("Versi 2, diajukan").waitFor();
  expect(await admin.page.getByTestId("save-state").count()).toBe(0);

  await admin.page.getByRole("button", { name: "Tarik pengajuan" }).click();
  await admin.page.getByTestId("save-state").waitFor();
  await admin.page.getByRole("button", { name: "Ajukan" }).click();
  await admin.page.getByText("Menunggu pengesahan").waitFor();

  // The approver finds it in the list, sees that very version first, and enacts it.
  await kadis.signIn("kadis");
  await kadis.goTo("SOP");
  await kadis.page
    .getByRole("listitem")
    .filter({ hasText: title })
    .getByText("menunggu pengesahan")
    .waitFor();
  await kadis.openSop(title);
  await kadis.page.getByText("Konsep ini diajukan untuk disahkan.").waitFor();
  expect(await kadis.page.getByRole("button", { name: "Tarik pengajuan" }).count()).toBe(0);
  await kadis.page.getByRole("button", { name: "Sahkan" }).click();
  const dialog = kadis.page.getByRole("dialog", { name: "Sahkan SOP" });
  await dialog.getByRole("button", { name: "Sahkan sekarang" }).click();
  await dialog.waitFor({ state: "hidden" });
  await kadis.page.locator(".version-line").getByText("Versi 2, berlaku").waitFor();
  expect(await kadis.page.getByText("Konsep ini diajukan untuk disahkan.").count()).toBe(0);
});
