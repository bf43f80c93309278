import type { Desk } from "./desk.js";

/** Opens the person whom the search finds, on the list of people, once it shows nobody else. */
export async function findPerson({ page }: Desk, search: string): Promise<void> {
  await page.getByRole("searchbox").fill(search);
  // Until then the rows are still those of the whole list, and a click on one of them can be lost.
  await page.getByText("1 orang", { exact: true }).waitFor();
  await page.getByRole("table").getByRole("link", { name: search }).click();
}
