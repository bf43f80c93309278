import type { Lane } from "../../../domain/index.js";
import type { DemoOffice } from "../../../seeds/seed-shapes.js";
import type { Hands } from "./hands.js";

/** Names each lane on its heading and binds it, beginning with the one that a new SOP has. */
export async function drawLanes(
  hands: Hands,
  lanes: readonly Lane[],
  office: DemoOffice,
): Promise<void> {
  const { page } = hands;
  const name = page
    .getByRole("textbox", { name: "Nama pelaksana" })
    .and(page.locator(".lane-name"));
  for (const [index, lane] of lanes.entries()) {
    if (index === 0) await hands.doubleClick(page.locator("button.head-cell").first());
    else await hands.click(page.locator(".lane-add"));
    await name.waitFor();
    // The whole name is selected: what is typed replaces it.
    await hands.type(lane.name);
    await hands.press("Enter");
    await name.waitFor({ state: "detached" });
    await bind(hands, lane, office);
  }
}

/** The lane is selected still, and so its menu is there. */
async function bind(hands: Hands, lane: Lane, office: DemoOffice): Promise<void> {
  const { page } = hands;
  if (lane.binding === null) return;
  await hands.click(page.getByRole("button", { name: `Menu pelaksana ${lane.name}`, exact: true }));
  const search = page.getByRole("textbox", { name: "Dikerjakan oleh" });
  await search.and(page.locator(":focus")).waitFor();
  const { words, group } = holderOf(lane.binding, office);
  await hands.type(words);
  const options =
    group === null
      ? page.locator(".mantine-Combobox-options")
      : page
          .locator(".mantine-Combobox-group")
          .filter({ has: page.getByText(group, { exact: true }) });
  await hands.click(options.getByRole("option", { name: words, exact: true }));
  await search.waitFor({ state: "hidden" });
}

/** Under which words a lane's people are found, and in which office's list. */
function holderOf(
  binding: NonNullable<Lane["binding"]>,
  { positions, offices }: DemoOffice,
): { readonly words: string; readonly group: string | null } {
  if (binding.type === "REQUESTER") return { words: "Pemohon", group: null };
  const position = positions.find(({ code }) => code === binding.position);
  const office = offices.find(({ code }) => code === position?.office);
  if (position === undefined || office === undefined) throw new Error(binding.position);
  return { words: position.name, group: office.name };
}
