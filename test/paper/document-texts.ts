import {
  defaultMetrics,
  type FormLists,
  type PaperPart,
  type SopDocument,
} from "../../domain/index.js";

/** Everything that a version says and that paper must show. */
export function documentTexts({ number, document }: PaperPart): string[] {
  const { identity, lists, graph } = document;
  const columns = document.columns?.right.map(({ column }) => column) ?? null;
  const has = (column: "requirements" | "time" | "output" | "remarks"): boolean =>
    columns === null || columns.includes(column);
  const names = new Map(graph.outputs.map(({ key, name }) => [key, name]));
  const { enactedBy } = identity;
  const texts: (string | null | undefined)[] = [
    number,
    identity.government,
    identity.office,
    identity.unit,
    identity.address,
    identity.title,
    identity.procedure,
    identity.createdOn?.text,
    identity.revisedOn?.text,
    identity.effectiveOn?.text,
    enactedBy.position,
    enactedBy.name,
    enactedBy.rank,
    enactedBy.nip,
    enactedBy.signature,
    ...listTexts(lists),
    ...graph.lanes.map(({ name }) => name),
    ...graph.nodes.flatMap((node) => [
      node.text,
      ...node.parts.map(({ label }) => label),
      ...(has("requirements") ? node.requirements.map(({ text }) => text) : []),
      ...(has("time") && node.standardTime ? [defaultMetrics.timeText(node.standardTime)] : []),
      ...(has("output") ? node.outputs.map((key) => names.get(key)) : []),
      ...(has("remarks") ? [node.remarks] : []),
    ]),
    ...graph.edges.map(({ outcome }) => outcome),
  ];
  return texts.filter((text): text is string => !!text && text.trim() !== "");
}

const listTexts = (lists: FormLists): (string | null)[] =>
  Object.values(lists as unknown as Record<string, SopDocument["lists"]["records"]>).flatMap(
    (list) => (list ?? []).flatMap(({ text, group }) => [group, text]),
  );

/** Without spaces and breaks, which paper sets as it needs them. */
export const squeezed = (text: string): string => text.replace(/[\s\u200b]+/g, "");
