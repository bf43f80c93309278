import { expect, test } from "vitest";
import { readTsv } from "../table/read-tsv.js";
import { peopleOfTable } from "./people-of-table.js";
import { readRoles } from "./read-roles.js";
import { recognisePeople } from "./recognise-people.js";
import { suggestUsername } from "./suggest-username.js";

const read = (lines: readonly string[]) => {
  const table = recognisePeople(readTsv(lines.join("\n")).flat());
  return { ...table, people: peopleOfTable(table, table.columns) };
};

test("takes the columns in whatever order, under a title and a row that counts them", () => {
  const { columns, people } = read([
    "DAFTAR PEGAWAI\t\t\t\t",
    "No.\tJabatan\tN I P\tNama Pegawai\tPeran",
    "(1)\t(2)\t(3)\t(4)\t(5)",
    "1\tKepala Seksi Aplikasi\t19800229 200501 1 002\tAgus Setiawan, S.Kom.\tPengesah, Loket",
    "\t\t\t\t",
    '2\t-\t-\t=HYPERLINK("http://jahat")\tRaja',
  ]);
  expect(columns).toEqual([null, "POSITION", "NIP", "NAME", "ROLE"]);
  expect(people).toEqual([
    {
      line: 1,
      name: "Agus Setiawan, S.Kom.",
      nip: "198002292005011002",
      username: "",
      position: "Kepala Seksi Aplikasi",
      roles: ["APPROVER", "FRONT_DESK"],
      unknownRoles: [],
    },
    {
      line: 2,
      name: '=HYPERLINK("http://jahat")',
      nip: "",
      username: "",
      position: "",
      roles: [],
      unknownRoles: ["Raja"],
    },
  ]);
});

test("finds names and NIPs without a heading, and leaves the rest to be told", () => {
  const { columns, rows } = read([
    "198002292005011002\tAgus Setiawan\tStaf",
    "199012312024212001\tSiti Aminah\tStaf",
  ]);
  expect(columns).toEqual(["NIP", "NAME", null]);
  expect(rows).toHaveLength(2);
});

test("parts positions of one name by their units, and only those", () => {
  const { people } = read([
    "Nama\tJabatan\tUnit Kerja",
    "Agus\tStaf\tBidang Aplikasi",
    "Siti\tStaf\tBidang Statistik",
    "Dewi\tKepala Dinas\tDinas Kominfo",
  ]);
  expect(people.map(({ position }) => position)).toEqual([
    "Staf Bidang Aplikasi",
    "Staf Bidang Statistik",
    "Kepala Dinas",
  ]);
});

test.each([
  ["Dr. H. Agus Setiawan, M.Si.", "agus.setiawan"],
  ["Ratna", "ratna"],
  ["Ni Luh Putu Éka Sari", "ni.sari"],
  ["H.", "h0"],
  ["王小明", "pengguna"],
])("suggests for %s: %s", (name, username) => {
  expect(suggestUsername(name)).toBe(username);
});

test("reads roles by their Indonesian and English names", () => {
  expect(readRoles("Admin SOP; manajer dan front desk")).toEqual({
    roles: ["MANAGER", "FRONT_DESK"],
    unknown: ["Admin SOP"],
  });
  expect(readRoles("Pelaksana")).toEqual({ roles: [], unknown: [] });
});
