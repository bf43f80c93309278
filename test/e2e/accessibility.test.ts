import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { desktop, phone, type Desk } from "./harness/desk.js";
import { openOffice } from "./harness/open-office.js";

const office = openOffice();
const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core"), "utf8");

interface Found {
  readonly id: string;
  readonly impact: string | null;
  readonly nodes: readonly { readonly target: readonly string[]; readonly html: string }[];
}

/** What axe-core finds on the page as it is now, a line each. */
async function violations(page: Page): Promise<readonly string[]> {
  // The page's own policy forbids scripts from elsewhere; the protocol may put one in all the same.
  await page.evaluate(axeSource);
  const found = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run(context: Document, options: object): Promise<{ violations: Found[] }> };
    };
    return (await axe.run(document, { resultTypes: ["violations"], iframes: false })).violations;
  });
  return found.flatMap(({ id, impact, nodes }) =>
    nodes.map(({ target, html }) => `${id} (${impact}) ${target.join(" ")} ${html.slice(0, 120)}`),
  );
}

/** Waits for the page's heading and for whatever is still being read. */
async function settle(page: Page): Promise<void> {
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.locator('[role="status"] .mantine-Loader-root').waitFor({ state: "detached" });
}

interface Places {
  readonly task: string;
  readonly instance: string;
  readonly sop: string;
  readonly draft: string;
}

/** A running case of the admin's own and a draft, made over the API. */
async function prepare(desk: Desk): Promise<Places> {
  const { sops } = await desk.ask<{ sops: { nodes: { id: string; title: string }[] } }>(
    "{ sops(first: 50) { nodes { id title } } }",
  );
  const idOf = (title: string) => sops.nodes.find((sop) => sop.title === title)!.id;
  const sopId = idOf("Pembuatan Layanan Sub Domain/Hosting");
  const started = await desk.ask<{
    startInstance: { instance: { id: string; openTasks: { id: string }[] } };
  }>(
    `mutation ($input: StartInstanceInput!) {
      startInstance(input: $input) { instance { id openTasks { id } } }
    }`,
    { input: { sopId, title: "Sub domain puskesmas", idempotencyKey: "aksesibilitas" } },
  );
  const draft = idOf("Pengelolaan Layanan TIK");
  await desk.ask(
    "mutation ($input: ReviseSopInput!) { reviseSop(input: $input) { userErrors { code } } }",
    { input: { sopId: draft } },
  );
  const { instance } = started.startInstance;
  return { task: instance.openTasks[0]!.id, instance: instance.id, sop: sopId, draft };
}

let places: Places | null = null;

test.each(["id", "en"] as const)(
  "no screen breaks a rule of accessibility: %s",
  async (language) => {
    const desk = await office.current.desk({ language });
    const { page } = desk;
    const found: string[] = [];
    const look = async (name: string): Promise<void> => {
      await settle(page);
      for (const size of [desktop, phone]) {
        await page.setViewportSize(size);
        const lines = await violations(page);
        found.push(...lines.map((line) => `${name}, ${size.width} px: ${line}`));
      }
      await page.setViewportSize(desktop);
    };
    await desk.open("/masuk");
    await page
      .getByRole("main")
      .getByText(language === "en" ? "English" : "Indonesia")
      .click();
    await look("sign-in");
    await desk.signIn("admin");
    await desk.ask(
      "mutation ($input: SetMyLocaleInput!) { setMyLocale(input: $input) { userErrors { code } } }",
      { input: { locale: language } },
    );
    places ??= await prepare(desk);
    const screens = {
      worklist: "/tugas",
      task: `/tugas/${places.task}`,
      cases: "/berkas",
      case: `/berkas/${places.instance}`,
      "SOP list": "/sop",
      "SOP form": `/sop/${places.sop}`,
      editor: `/sop/${places.draft}`,
      people: "/orang",
      tokens: "/token",
    };
    for (const [name, path] of Object.entries(screens)) {
      await desk.open(path);
      if (/form|editor|task|^case$/.test(name)) await page.locator(".form-row").first().waitFor();
      await look(name);
    }
    expect(await page.evaluate(() => document.documentElement.lang)).toBe(language);
    expect(found).toEqual([]);
  },
);
