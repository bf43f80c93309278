import type {
  DocumentNode,
  FieldNode,
  GraphQLNamedType,
  GraphQLField,
  GraphQLInputField,
  GraphQLSchema,
  OperationDefinitionNode,
  SelectionNode,
  SelectionSetNode,
  ValueNode,
} from "graphql";
import { getNamedType, isListType, isNonNullType, Kind } from "graphql";
import { fragmentMap } from "./fragment-map.js";

export type Variables = Readonly<Record<string, unknown>>;

/** The estimated number of fields in the answer, for these variables. */
export type CostPlan = (variables: Variables) => number;

const defaultPageSize = 20;
const largestPage = 100;
/** What a list that is not paged is taken to hold. */
const usualListSize = 10;

/** One evaluation of a plan; fragments are summed up once in it, however often they are spread. */
interface Run {
  readonly variables: Variables;
  readonly fragments: Map<string, number>;
}

/** `page` is the size of the connection that the fields stand directly in, if they stand in one. */
type Step = (run: Run, page: number | null) => number;

const one: Step = () => 1;

/**
 * Estimates an operation: each field counts one, times the sizes of the lists around it. A page
 * counts its `first` or `last`, `ids` count themselves; what takes work to answer counts its
 * `complexity` on top. Built once per document, so that a request
 * pays only for the multiplication. Introspection counts one (see `selectionDepth`).
 */
export function planCost(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): CostPlan {
  const fragments = fragmentMap(document);
  const planned = new Map<string, Step>();

  const planSet = (set: SelectionSetNode, parent: GraphQLNamedType | undefined): Step => {
    const steps = set.selections.map((selection) => planSelection(selection, parent));
    return (run, page) => steps.reduce((sum, step) => sum + step(run, page), 0);
  };

  const planSelection = (selection: SelectionNode, parent: GraphQLNamedType | undefined): Step => {
    if (selection.kind === Kind.FIELD) return planField(selection, parent);
    if (selection.kind === Kind.FRAGMENT_SPREAD) return planFragment(selection.name.value);
    const on = selection.typeCondition?.name.value;
    return planSet(selection.selectionSet, on ? schema.getType(on) : parent);
  };

  const planFragment = (name: string): Step => {
    const known = planned.get(name);
    if (known) return known;
    let body: Step = one;
    const step: Step = (run, page) => {
      const key = `${name}:${page}`;
      const summed = run.fragments.get(key);
      if (summed !== undefined) return summed;
      run.fragments.set(key, 0);
      const cost = body(run, page);
      run.fragments.set(key, cost);
      return cost;
    };
    planned.set(name, step);
    const fragment = fragments.get(name);
    if (fragment) {
      body = planSet(fragment.selectionSet, schema.getType(fragment.typeCondition.name.value));
    }
    return step;
  };

  const planField = (node: FieldNode, parent: GraphQLNamedType | undefined): Step => {
    const name = node.name.value;
    if (!node.selectionSet || name.startsWith("__")) return one;
    const field = parent && "getFields" in parent ? parent.getFields()[name] : undefined;
    if (!field) return one;
    const type = getNamedType(field.type);
    const children = planSet(node.selectionSet, type);
    const own = 1 + complexityOf(field);
    if (type.name.endsWith("Connection")) {
      return (run) => own + children(run, pageSize(node, run.variables));
    }
    if (!isList(field)) return (run) => own + children(run, null);
    return (run, page) => own + (page ?? listSize(node, run.variables)) * children(run, null);
  };

  const plan = planSet(
    operation.selectionSet,
    schema.getRootType(operation.operation) ?? undefined,
  );
  return (variables) => plan({ variables, fragments: new Map() }, null);
}

function isList({ type }: GraphQLField<unknown, unknown> | GraphQLInputField): boolean {
  return isListType(isNonNullType(type) ? type.ofType : type);
}

/** What type-graphql was told of a field; nothing where it was told nothing. */
function complexityOf({
  extensions,
}: {
  readonly extensions: { readonly [name: string]: unknown };
}): number {
  const { complexity } = extensions;
  return typeof complexity === "number" ? complexity : 0;
}

function argument(node: FieldNode, name: string): ValueNode | undefined {
  return node.arguments?.find((argument) => argument.name.value === name)?.value;
}

function pageSize(node: FieldNode, variables: Variables): number {
  const size =
    integer(argument(node, "first"), variables) ??
    integer(argument(node, "last"), variables) ??
    defaultPageSize;
  return Math.min(Math.max(size, 0), largestPage);
}

function listSize(node: FieldNode, variables: Variables): number {
  const ids = argument(node, "ids");
  if (ids?.kind === Kind.LIST) return ids.values.length;
  const given = ids?.kind === Kind.VARIABLE ? variables[ids.name.value] : undefined;
  return Array.isArray(given) ? given.length : usualListSize;
}

function integer(value: ValueNode | undefined, variables: Variables): number | null {
  if (value?.kind === Kind.INT) return Number(value.value);
  if (value?.kind !== Kind.VARIABLE) return null;
  const given = variables[value.name.value];
  // A variable that is left out may have a default; the largest page is the safe guess.
  if (given === undefined) return largestPage;
  return typeof given === "number" ? given : null;
}
