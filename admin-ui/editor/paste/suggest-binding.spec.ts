import { expect, it } from "vitest";
import { suggestBinding } from "./suggest-binding.js";

const position = (code: string, name: string, office: string) => ({
  code,
  name,
  office: { id: office },
});
const positions = [
  position("a-kabid", "Kepala Bidang", "a"),
  position("b-kabid", "Kepala Bidang", "b"),
  position("c-kabid", "Kepala Bidang", "c"),
  position("b-staf", "Staf Bidang", "b"),
];

it.each([
  ["KEPALA  BIDANG", "a", { type: "POSITION", position: "a-kabid" }],
  // Two other offices have one: whose it is nobody can say.
  ["Kepala Bidang", "d", null],
  ["Staf bidang", "a", { type: "POSITION", position: "b-staf" }],
  ["Unit Kerja Pemohon", "a", { type: "REQUESTER" }],
  ["Kasi", "a", null],
])("%s in office %s", (name, office, binding) =>
  expect(suggestBinding(name, positions, office)).toEqual(binding),
);
