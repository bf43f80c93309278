import type {
  EnactingOfficial,
  FormList,
  FormLists,
  Identity,
  SopDocument,
} from "../sop/sop-document.js";

/** One procedure of what is printed: a version of an SOP. */
export interface PaperPart {
  /** Nomor SOP; `null`: it has none. */
  readonly number: string | null;
  /** What the office calls it, where the form itself has no title. */
  readonly title: string;
  readonly document: SopDocument;
}

/** The first of the parts' texts that says something. */
const firstOf = <T>(
  parts: readonly PaperPart[],
  read: (identity: Identity) => T | null,
): T | null => {
  for (const { document } of parts) {
    const value = read(document.identity);
    if (value !== null && value !== "") return value;
  }
  return null;
};

/** One cover for all the parts that stand under one number: a field is the first part's that has it. */
export function coverIdentity(parts: readonly PaperPart[]): Identity {
  const official = (read: (by: EnactingOfficial) => string | null): string | null =>
    firstOf(parts, (identity) => read(identity.enactedBy));
  return {
    government: firstOf(parts, (one) => one.government),
    office: firstOf(parts, (one) => one.office),
    unit: firstOf(parts, (one) => one.unit),
    address: firstOf(parts, (one) => one.address),
    title: firstOf(parts, (one) => one.title) ?? parts[0]?.title ?? null,
    procedure: parts.length === 1 ? firstOf(parts, (one) => one.procedure) : null,
    createdOn: firstOf(parts, (one) => one.createdOn),
    revisedOn: firstOf(parts, (one) => one.revisedOn),
    effectiveOn: firstOf(parts, (one) => one.effectiveOn),
    enactedBy: {
      position: official((by) => by.position),
      name: official((by) => by.name),
      rank: official((by) => by.rank),
      nip: official((by) => by.nip),
      signature: official((by) => by.signature),
    },
  };
}

/** A list of the cover: what any part names, each once. */
export function coverList(parts: readonly PaperPart[], name: keyof FormLists): FormList {
  const lists = parts.map(({ document }) => document.lists[name]).filter((list) => list !== null);
  if (lists.length === 0) return null;
  const seen = new Set<string>();
  return lists.flat().filter(({ text, group }) => {
    const known = JSON.stringify([group, text]);
    if (seen.has(known)) return false;
    seen.add(known);
    return true;
  });
}

/** "SOP …": the heading over the drawing, and the file's title. */
export function partTitle({ document, title }: PaperPart): string {
  const name = (document.identity.title ?? "").trim() || title.trim();
  return /^(sop|standar|uraian)\b/i.test(name) ? name : `SOP ${name}`;
}
