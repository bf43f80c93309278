import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core"), "utf8");

interface Found {
  readonly id: string;
  readonly impact: string | null;
  readonly nodes: readonly { readonly target: readonly string[]; readonly html: string }[];
}

/** What axe-core finds on the page as it is now, a line each. */
export async function axeViolations(page: Page): Promise<readonly string[]> {
  // The page's own policy forbids scripts from elsewhere; the protocol may put one in all the same.
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(axeSource);
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
