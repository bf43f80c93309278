/** What a new SOP begins with. */
export type SopBeginning =
  | { readonly from: "nothing" }
  | { readonly from: "template"; readonly key: string | null }
  | { readonly from: "copy"; readonly versionId: string | null };

/** As `createSop` takes it; `null` while nothing is chosen yet. */
export function beginningInput(
  beginning: SopBeginning,
): { readonly template?: string; readonly copyOf?: string } | null {
  if (beginning.from === "nothing") return {};
  if (beginning.from === "template") {
    return beginning.key === null ? null : { template: beginning.key };
  }
  return beginning.versionId === null ? null : { copyOf: beginning.versionId };
}
