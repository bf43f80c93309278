import type { Page } from "playwright-core";
import { axeViolations } from "./axe-violations.js";
import type { Desk, desktop } from "./desk.js";

/** Waits for the page's heading and for whatever is still being read. */
export async function settle(page: Page): Promise<void> {
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.locator('[role="status"] .mantine-Loader-root').waitFor({ state: "detached" });
}

export type Size = typeof desktop;

/**
 * What is found in one size by day and in another by night, or the other way round: two languages
 * see all four. Ends by day in the first size.
 */
export async function inBoth(
  page: Page,
  name: string,
  isFirstByDay: boolean,
  ...sizes: readonly [Size, Size]
): Promise<readonly string[]> {
  const found: string[] = [];
  for (const [index, size] of sizes.entries()) {
    const colorScheme = (index === 0) === isFirstByDay ? "light" : "dark";
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize(size);
    const lines = await axeViolations(page);
    found.push(...lines.map((line) => `${name}, ${size.width} px, ${colorScheme}: ${line}`));
  }
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize(sizes[0]);
  return found;
}

export async function speak(desk: Desk, locale: "id" | "en"): Promise<void> {
  await desk.ask(
    "mutation ($input: SetMyLocaleInput!) { setMyLocale(input: $input) { userErrors { code } } }",
    { input: { locale } },
  );
}
