import { Field, ObjectType } from "type-graphql";
import { findProblems, type Graph, rowNumbers } from "../../../domain/index.js";
import type { Locale } from "../../kernel/context.js";
import { problemMessage, type ProblemName } from "./problem-messages.js";

@ObjectType("Problem", {
  simpleResolvers: true,
  description: "A fault of the drawing that keeps it from being enacted.",
})
export class Problem {
  @Field(() => String, { description: "Name of the rule that is broken." })
  rule!: string;

  @Field(() => String, { description: "What is wrong, and where, in the language of the session." })
  message!: string;

  @Field(() => [String], { description: "Keys of the symbols concerned." })
  nodeIds!: readonly string[];

  @Field(() => [String], { description: "Keys of the arrows concerned." })
  edgeIds!: readonly string[];

  @Field(() => [String], { description: "Keys of the lanes concerned." })
  laneIds!: readonly string[];

  @Field(() => [String], {
    nullable: true,
    description: "The shortest run that shows it, as keys of symbols, where the fault has one.",
  })
  trace!: readonly string[] | null;
}

/** A problem before its text is written. */
interface Found {
  readonly rule: ProblemName;
  readonly nodeKeys: readonly string[];
  readonly edgeKeys: readonly string[];
  readonly laneKeys: readonly string[];
  readonly params: Readonly<Record<string, string | number>>;
}

/** The problems of a graph with their texts. */
export const problemsOf = (graph: Graph, locale: Locale): Problem[] =>
  toldProblems(graph, findProblems(graph), locale);

/** Problems with their texts; a symbol is named by its row or, without one, its text. */
export function toldProblems(graph: Graph, found: readonly Found[], locale: Locale): Problem[] {
  const numbers = rowNumbers(graph);
  const texts = new Map(graph.nodes.map((node) => [node.key, node.text]));
  const nameOf = (key: string): string => {
    const number = numbers.get(key);
    const text = texts.get(key)?.trim() ?? "";
    if (number === undefined) return `“${text || key}”`;
    return text === "" ? String(number) : `${number}. “${text}”`;
  };
  return found.map(({ rule, nodeKeys, edgeKeys, laneKeys, params }) => ({
    rule,
    message: problemMessage(locale, rule, {
      ...params,
      nodes: nodeKeys.map(nameOf).join(", "),
      edges: edgeKeys.join(", "),
    }),
    nodeIds: nodeKeys,
    edgeIds: edgeKeys,
    laneIds: laneKeys,
    trace: null,
  }));
}
