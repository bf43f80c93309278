import { rightColumns, type FormList, type SopDocument } from "../../../domain/index.js";
import type { Hands } from "./hands.js";

const identityLabels = {
  government: "Pemerintah daerah",
  office: "Perangkat daerah",
  unit: "Unit kerja",
  address: "Alamat",
  title: "Nama SOP",
  procedure: "Prosedur",
} as const;

const dateLabels = {
  createdOn: "Tanggal pembuatan",
  revisedOn: "Tanggal revisi",
  effectiveOn: "Tanggal efektif",
} as const;

const officialLabels = {
  position: "Disahkan oleh",
  name: "Nama pengesah",
  rank: "Pangkat",
  nip: "NIP",
  signature: "Tanda tangan elektronik",
} as const;

const listLabels = {
  legalBasis: "Dasar hukum",
  qualifications: "Kualifikasi pelaksana",
  relatedSops: "Keterkaitan",
  equipment: "Peralatan/perlengkapan",
  warnings: "Peringatan",
  records: "Pencatatan dan pendataan",
} as const;

const columnLabels = {
  requirements: "Kelengkapan",
  time: "Waktu",
  output: "Output",
  remarks: "Keterangan",
} as const;

type Entries<Item> = readonly (readonly [keyof Item, Item[keyof Item]])[];
const entries = <Item extends object>(item: Item): Entries<Item> =>
  Object.entries(item) as unknown as Entries<Item>;

/** Fills in the identity page: letterhead, identity block, the six lists, the columns' set-up. */
export async function drawFirstPage(hands: Hands, document: SopDocument): Promise<void> {
  const { page } = hands;
  const { identity, lists, columns } = document;
  await hands.click(page.getByRole("tab", { name: "Halaman identitas" }));
  const fields = [
    ...entries(identityLabels).map(([key, label]) => [label, identity[key]] as const),
    ...entries(dateLabels).map(([key, label]) => [label, identity[key]?.text ?? null] as const),
    ...entries(officialLabels).map(([key, label]) => [label, identity.enactedBy[key]] as const),
  ];
  for (const [label, value] of fields) {
    const field = page.getByRole("textbox", { name: label, exact: true });
    if ((await field.inputValue()) !== (value ?? "")) await hands.typeInto(field, value ?? "");
  }
  for (const [key, label] of entries(listLabels)) await drawList(hands, label, lists[key]);
  if (columns !== undefined) await arrangeColumns(hands, columns);
  await hands.click(page.getByRole("tab", { name: "Formulir" }));
  await page.locator(".form-row").first().waitFor();
}

/** Enter makes the next line; the headings of groups come from a line's menu. */
async function drawList(hands: Hands, label: string, items: FormList): Promise<void> {
  const { page } = hands;
  const list = page.getByRole("region", { name: label, exact: true });
  const state = list.getByRole("combobox", { name: `Isi ${label}` });
  const wanted =
    items === null
      ? "Tidak tercantum"
      : items.length === 0
        ? "Dinyatakan tidak ada (-)"
        : "Ada isinya";
  if ((await state.inputValue()) !== wanted) {
    await hands.click(state);
    await hands.click(page.getByRole("option", { name: wanted, exact: true }));
  }
  const line = (index: number) =>
    list.getByRole("textbox", { name: `${label}, baris ${index + 1}`, exact: true });
  for (const [index, { text }] of (items ?? []).entries()) {
    if (index === 0) await hands.click(line(0));
    else await hands.press("Enter");
    await line(index).and(page.locator(":focus")).waitFor();
    await hands.type(text);
  }
  let group: string | null = null;
  for (const [index, item] of (items ?? []).entries()) {
    if (item.group === group) continue;
    group = item.group;
    await hands.click(list.getByRole("button", { name: `Tindakan baris ${index + 1}` }));
    await hands.click(page.getByRole("menuitem", { name: "Mulai kelompok di sini" }));
    const heading = list.getByRole("textbox", { name: `Kelompok baris ${index + 1}` });
    await hands.typeInto(heading, group ?? "");
  }
}

async function arrangeColumns(
  hands: Hands,
  { right }: NonNullable<SopDocument["columns"]>,
): Promise<void> {
  const { page } = hands;
  await hands.click(page.getByRole("button", { name: "Atur kolom SOP ini" }));
  const dialog = page.getByRole("dialog", { name: "Atur kolom SOP ini" });
  const shown = right.map(({ column }) => column);
  const order: string[] = [...rightColumns];
  for (const column of rightColumns.filter((one) => !shown.includes(one))) {
    await hands.click(dialog.getByRole("checkbox", { name: columnLabels[column] }));
  }
  for (const [place, { column, title }] of right.entries()) {
    for (let at = order.indexOf(column); at > place; at--) {
      const name = `Geser ${columnLabels[column]} ke kiri`;
      await hands.click(dialog.getByRole("button", { name }));
      order.splice(at - 1, 0, ...order.splice(at, 1));
    }
    if (title === null) continue;
    const heading = dialog.getByLabel(`Judul kolom ${columnLabels[column]}`, { exact: true });
    await hands.typeInto(heading, title);
  }
  await hands.click(dialog.getByRole("button", { name: "Simpan" }));
  await dialog.waitFor({ state: "detached" });
}
