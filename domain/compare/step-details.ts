import type { Call, GraphNode, Requirement } from "../sop/graph.js";
import {
  type ChangeDetail,
  detail,
  listValue,
  textValue,
  type ToldValue,
  wordValue,
} from "./change-group.js";
import type { FieldDifference } from "./document-change.js";
import type { DocumentReader } from "./document-reader.js";

type StepField = FieldDifference<Omit<GraphNode, "key">>;
type TellField = (difference: never, was: DocumentReader, is: DocumentReader) => ChangeDetail[];
type Difference<Field extends StepField["field"]> = Extract<StepField, { readonly field: Field }>;

/** How each field of a step is told. */
const tellers: { readonly [Field in StepField["field"]]: TellField } = {
  text: ({ before, after }: Difference<"text">) => [
    detail("text", textValue(before), textValue(after)),
  ],
  kind: ({ before, after }: Difference<"kind">) => [
    detail("kind", { type: "kind", kind: before }, { type: "kind", kind: after }),
  ],
  parts: partDetails,
  mode: ({ before, after }: Difference<"mode">) => [
    detail("mode", wordValue(before), wordValue(after)),
  ],
  work: ({ before, after }: Difference<"work">) => [
    detail("work", yesOrNo(before), yesOrNo(after)),
  ],
  requirements: requirementDetails,
  standardTime: ({ before, after }: Difference<"standardTime">) => [
    detail(
      "standardTime",
      before && { type: "time", time: before },
      after && { type: "time", time: after },
    ),
  ],
  outputs: ({ before, after }: Difference<"outputs">, was, is) => [
    detail(
      "outputs",
      listValue(before.map((key) => was.outputName(key))),
      listValue(after.map((key) => is.outputName(key))),
    ),
  ],
  remarks: ({ before, after }: Difference<"remarks">) => [
    detail("remarks", textValue(before), textValue(after)),
  ],
  call: callDetails,
};

/** What is said about the fields in which a step differs. */
export const stepDetails = (
  fields: readonly StepField[],
  was: DocumentReader,
  is: DocumentReader,
): readonly ChangeDetail[] =>
  fields.flatMap((difference) => tellers[difference.field](difference as never, was, is));

const yesOrNo = (value: boolean): ToldValue => wordValue(value ? "YES" : "NO");

function partDetails(
  { before, after }: Difference<"parts">,
  was: DocumentReader,
  is: DocumentReader,
): ChangeDetail[] {
  const details: ChangeDetail[] = [];
  const [old, now] = [before.map(({ lane }) => lane), after.map(({ lane }) => lane)];
  if (old.join("\n") !== now.join("\n")) {
    const [from, to] = [old.map(was.laneName), now.map(is.laneName)];
    details.push(
      from.length <= 1 && to.length <= 1
        ? detail("lane", textValue(from[0]), textValue(to[0]))
        : detail("lanes", listValue(from), listValue(to)),
    );
  }
  const labels = new Map(before.map(({ lane, label }) => [lane, label]));
  for (const { lane, label } of after) {
    const had = labels.get(lane) ?? null;
    if (had !== label) {
      details.push(detail("label", textValue(had), textValue(label), is.laneName(lane)));
    }
  }
  return details;
}

function requirementDetails(
  { before, after }: Difference<"requirements">,
  was: DocumentReader,
  is: DocumentReader,
): ChangeDetail[] {
  const details: ChangeDetail[] = [];
  const texts = (list: readonly Requirement[]): string[] => list.map(({ text }) => text);
  if (texts(before).join("\n") !== texts(after).join("\n")) {
    details.push(detail("requirements", listValue(texts(before)), listValue(texts(after))));
  }
  const links = new Map(before.map(({ text, output }) => [text, output]));
  for (const { text, output } of after) {
    const had = links.get(text) ?? null;
    if (had === output) continue;
    const old = textValue(had === null ? null : was.outputName(had));
    const now = textValue(output === null ? null : is.outputName(output));
    details.push(detail("requirementLink", old, now, text));
  }
  return details;
}

function callDetails({ before, after }: Difference<"call">): ChangeDetail[] {
  const sopOf = (call: Call | null): ToldValue | null =>
    call === null ? null : { type: "sop", sop: call.sop };
  const waitsOf = (call: Call | null): ToldValue | null =>
    call === null ? null : yesOrNo(call.waits);
  return [
    ...(before?.sop === after?.sop ? [] : [detail("call", sopOf(before), sopOf(after))]),
    ...(before?.waits === after?.waits ? [] : [detail("waits", waitsOf(before), waitsOf(after))]),
  ];
}
