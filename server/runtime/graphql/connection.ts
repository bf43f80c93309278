import type { ClassType } from "type-graphql";
import { ArgsType, Field, Int, ObjectType } from "type-graphql";

@ObjectType({ simpleResolvers: true, description: "Where a page stands in its list." })
export class PageInfo {
  @Field(() => Boolean, { description: "Whether there is more after this page." })
  hasNextPage!: boolean;

  @Field(() => Boolean, { description: "Whether there is more before this page." })
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: "Cursor of the first edge." })
  startCursor!: string | null;

  @Field(() => String, { nullable: true, description: "Cursor of the last edge." })
  endCursor!: string | null;
}

@ArgsType()
export class PageArgs {
  @Field(() => Int, {
    nullable: true,
    description: "How many from the front; 20 unless told, at most 100.",
  })
  first?: number;

  @Field(() => String, { nullable: true, description: "Only what comes after this cursor." })
  after?: string;

  @Field(() => Int, { nullable: true, description: "How many from the back; at most 100." })
  last?: number;

  @Field(() => String, { nullable: true, description: "Only what comes before this cursor." })
  before?: string;
}

export interface Connection<T> {
  edges: { cursor: string; node: T }[];
  nodes: T[];
  pageInfo: PageInfo;
  totalCount: number | null;
}

/** The Relay connection of a type. Its edges are `<name>ConnectionEdge`, as an SopEdge is an arrow. */
export function connectionOf<T extends object>(
  Item: ClassType<T>,
  name: string,
): ClassType<Connection<T>> {
  @ObjectType(`${name}ConnectionEdge`, {
    simpleResolvers: true,
    description: `A ${name} and its place in the list.`,
  })
  class EdgeType {
    @Field(() => String, { description: "Opaque; goes into `after` or `before`." })
    cursor!: string;

    @Field(() => Item, { description: `The ${name}.` })
    node!: T;
  }

  @ObjectType(`${name}Connection`, {
    simpleResolvers: true,
    description: `A page of ${name} objects.`,
  })
  class ConnectionType implements Connection<T> {
    @Field(() => [EdgeType], { description: "The page, each with its cursor." })
    edges!: EdgeType[];

    @Field(() => [Item], { description: "The page without cursors." })
    nodes!: T[];

    @Field(() => PageInfo, { description: "Where the page stands." })
    pageInfo!: PageInfo;

    @Field(() => Int, {
      nullable: true,
      description: "How many there are in all; null where counting would cost too much.",
    })
    totalCount!: number | null;
  }
  return ConnectionType;
}
