import { expect, test } from "vitest";
import { axeViolations } from "./harness/axe-violations.js";
import { type Desk, phone } from "./harness/desk.js";
import { openOffice } from "./harness/open-office.js";

const office = openOffice();

const sopTitle = "Pembuatan Layanan Sub Domain/Hosting";
const caseTitle = "Sub domain puskesmas Gandusari";

interface OpenTask {
  readonly id: string;
  readonly lane: { readonly key: string };
  readonly node: { readonly outputs: readonly string[] };
  readonly outcomes: readonly { readonly key: string; readonly label: string }[];
}
interface Started {
  readonly startInstance: { readonly instance: { readonly id: string } };
}
interface Answered {
  readonly completeTask: { readonly userErrors: readonly unknown[] };
}

/** Works a case over the API, each step as whoever holds its lane. */
class CaseWork {
  readonly #desks = new Map<string, Desk>();
  id = "";

  async #as(username: string): Promise<Desk> {
    const known = this.#desks.get(username);
    if (known !== undefined) return known;
    const desk = await office.current.desk();
    await desk.signIn(username);
    this.#desks.set(username, desk);
    return desk;
  }

  async start(): Promise<void> {
    const desk = await this.#as("pemohon");
    const { sops } = await desk.ask<{ sops: { nodes: { id: string; title: string }[] } }>(
      "{ sops(first: 50) { nodes { id title } } }",
    );
    const sopId = sops.nodes.find(({ title }) => title === sopTitle)!.id;
    const input = { sopId, title: caseTitle, idempotencyKey: "halaman-berkas" };
    const started = await desk.ask<Started>(
      "mutation ($input: StartInstanceInput!) { startInstance(input: $input) { instance { id } } }",
      { input },
    );
    this.id = started.startInstance.instance.id;
  }

  async complete(outcome: string | null = null): Promise<void> {
    const { node } = await (
      await this.#as("pemohon")
    ).ask<{ node: { openTasks: readonly [OpenTask] } }>(
      `query ($id: ID!) { node(id: $id) { ... on Instance {
        openTasks { id lane { key } node { outputs } outcomes { key label } } } } }`,
      { id: this.id },
    );
    const [task] = node.openTasks;
    const people = { pemohon: "pemohon", kadis: "kadis", kabid: "kabid", fungsional: "siti" };
    const desk = await this.#as(people[task.lane.key as keyof typeof people]);
    const input = {
      taskId: task.id,
      outcome: task.outcomes.find(({ label }) => label.startsWith(outcome ?? "-"))?.key ?? null,
      outputs: task.node.outputs.map((output) => ({ output, reference: "005/12/2026" })),
    };
    const { completeTask } = await desk.ask<Answered>(
      `mutation ($input: CompleteTaskInput!) {
        completeTask(input: $input) { userErrors { code } } }`,
      { input },
    );
    expect(completeTask.userErrors).toEqual([]);
  }
}

test("a case is seen at any moment, spoken of, and printed", async () => {
  const work = new CaseWork();
  await work.start();
  for (const outcome of [null, null, null, "TIDAK"]) await work.complete(outcome);
  const desk = await office.current.desk();
  const { page } = desk;
  await desk.signIn("kabid");
  await desk.open(`/berkas/${encodeURIComponent(work.id)}`);
  await page.locator(".form-row").first().waitFor();
  const form = page.getByRole("region", { name: "Pada formulir SOP" });
  const mark = (node: string, lane: string) => form.getByTestId(`symbol-${node}-${lane}`);
  const expectMark = async (node: string, lane: string, value: string | null) => {
    await expect.poll(() => mark(node, lane).getAttribute("data-mark")).toBe(value);
  };

  // Sent round the loop, the first step waits again; both of its visits can be opened.
  await expectMark("a1", "pemohon", "open");
  await expectMark("a4", "fungsional", "done");
  await page.getByRole("button", { name: /^Membuat dan mengirim .* Lihat 2 kunjungan$/ }).click();
  const visits = page.getByRole("dialog", { name: /^1\. Membuat dan mengirim/ });
  await visits.getByRole("heading", { name: /^Putaran ke-1/ }).waitFor();
  await expect.poll(() => visits.innerText()).toContain("Nur Hidayati");
  await visits.getByRole("heading", { name: /^Putaran ke-2/ }).waitFor();
  await visits.getByRole("button", { name: "Tutup" }).click();
  const story = page.getByRole("region", { name: "Perjalanan berkas" });
  await expect
    .poll(() => story.innerText())
    .toContain("(putaran ke-2)” menunggu Unit Kerja Pemohon");

  // The slider goes back by keyboard, says so, and keeps its place while the case goes on.
  const slider = page.getByRole("slider", { name: "Saat yang ditampilkan" });
  await slider.press("Home");
  await slider.press("ArrowRight");
  await slider.press("ArrowRight");
  await form.getByText(/Anda melihat masa lalu: .*peristiwa 3 dari 5/).waitFor();
  await expectMark("a1", "pemohon", "done");
  await expectMark("a3", "kabid", "open");
  await expectMark("a4", "fungsional", null);
  await expect.poll(() => new URL(page.url()).searchParams.get("seq")).toBe("3");
  await expect
    .poll(() => form.innerText())
    .toMatch(/Tugas yang terbuka saat itu\s+Kabid Aptika · Belum diambil/);
  await page.getByRole("tab", { name: "Komentar (0)" }).click();
  const draft = page.getByLabel("Tulis komentar");
  await draft.fill("Pemohon sudah dihubungi.");
  await work.complete();
  await form.getByText(/peristiwa 3 dari 6/).waitFor();
  await expect.poll(() => draft.inputValue()).toBe("Pemohon sudah dihubungi.");
  await page.reload();
  await form.getByText(/peristiwa 3 dari 6/).waitFor();
  await form.getByRole("button", { name: "Kembali ke sekarang" }).click();
  await form.getByText(/Keadaan sekarang/).waitFor();
  await expectMark("a2", "kadis", "open");

  // A comment that could not be sent stays, and is sent once.
  await page.getByRole("tab", { name: "Komentar (0)" }).click();
  await expect.poll(() => draft.inputValue()).toBe("Pemohon sudah dihubungi.");
  desk.allowFault(/graphql/);
  desk.allowFault(/ERR_FAILED/);
  let isLost = false;
  await page.route("**/graphql", async (route) => {
    if (isLost || !route.request().postData()?.includes("commentOnInstance")) {
      return route.continue();
    }
    // The server does it, and the answer is lost on the way.
    isLost = true;
    await route.fetch();
    return route.abort("failed");
  });
  await draft.press("Control+Enter");
  await page.getByText("Komentar Anda tetap tersimpan di sini.").waitFor();
  await draft.press("Control+Enter");
  await page.getByRole("tab", { name: "Komentar (1)" }).waitFor();
  await expect.poll(() => draft.inputValue()).toBe("");
  await expect
    .poll(() => page.locator(".comments > li").allInnerTexts())
    .toEqual([expect.stringMatching(/^Sri Mulyati [^]*Pemohon sudah dihubungi\.$/)]);
  await page.getByRole("tab", { name: "Perjalanan berkas" }).click();
  await story.getByText("Komentar", { exact: true }).click();
  await expect.poll(() => story.getByRole("listitem").allInnerTexts()).toHaveLength(1);

  // On paper: the SOP with number and version, every visit, and who printed it.
  await page.getByRole("link", { name: "Cetak catatan berkas" }).click();
  await page.getByRole("heading", { level: 1, name: "Catatan Berkas" }).waitFor();
  const record = await page.getByRole("article").innerText();
  expect(record).toContain(sopTitle);
  expect(record).toMatch(/Nomor SOP\s+\S+/);
  expect(record).toMatch(/Versi SOP\s+1, berlaku sejak/);
  expect(record).toContain("TIDAK (tidak lengkap)");
  expect(record).toContain("Sri Mulyati: Pemohon sudah dihubungi.");
  expect(record).toMatch(/SHA-256: [0-9a-f]{64}/);
  expect(record).toMatch(/Dicetak pada .* WIB oleh Sri Mulyati\./);
  // Five steps of the first round and the second, and the one that waits.
  await expect.poll(() => page.getByRole("row").count()).toBe(1 + 6);
  expect(await axeViolations(page)).toEqual([]);
  await page.setViewportSize(phone);
  expect(await axeViolations(page)).toEqual([]);
});
