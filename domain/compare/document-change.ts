import type { RightColumnSetting } from "../sop/form-columns.js";
import type { Edge, GraphNode, Lane, Output } from "../sop/graph.js";
import type { EnactingOfficial, FormLists, Identity, ListItem } from "../sop/sop-document.js";

/** What stands in each of the graph's lists. */
export interface ElementsOf {
  LANE: Lane;
  STEP: GraphNode;
  ARROW: Edge;
  OUTPUT: Output;
}
export type ElementName = keyof ElementsOf;

/** One field that says something else now. */
export type FieldDifference<Element> = {
  [Field in keyof Element & string]: {
    readonly field: Field;
    readonly before: Element[Field];
    readonly after: Element[Field];
  };
}[keyof Element & string];

type ChangeOf<Name extends ElementName> =
  | {
      readonly of: Name;
      readonly how: "ADDED";
      readonly key: string;
      /** Where it stands in the newer list, from 0. */
      readonly at: number;
      readonly after: ElementsOf[Name];
    }
  | {
      readonly of: Name;
      readonly how: "REMOVED";
      readonly key: string;
      /** Where it stood in the older list, from 0. */
      readonly at: number;
      readonly before: ElementsOf[Name];
    }
  | {
      readonly of: Name;
      readonly how: "MOVED";
      readonly key: string;
      readonly from: number;
      readonly to: number;
    }
  | {
      readonly of: Name;
      readonly how: "CHANGED";
      readonly key: string;
      readonly fields: readonly FieldDifference<Omit<ElementsOf[Name], "key">>[];
    };

/** A field of the first page; those of the enacting official by their own names. */
export type IdentityField =
  | Exclude<keyof Identity, "enactedBy">
  | `enactedBy.${keyof EnactingOfficial}`;

export type ItemChange =
  | { readonly how: "ADDED"; readonly at: number; readonly after: ListItem }
  | { readonly how: "REMOVED"; readonly at: number; readonly before: ListItem }
  | { readonly how: "MOVED"; readonly from: number; readonly to: number; readonly item: ListItem }
  | {
      readonly how: "CHANGED";
      readonly from: number;
      readonly to: number;
      readonly before: ListItem;
      readonly after: ListItem;
    };

/**
 * One difference between two documents. An element that is both moved and changed has a change of
 * each. Keys survive revision, so elements are known by their keys.
 */
export type DocumentChange =
  | { [Name in ElementName]: ChangeOf<Name> }[ElementName]
  | {
      readonly of: "IDENTITY";
      readonly how: "CHANGED";
      readonly field: IdentityField;
      readonly before: Identity[keyof Identity] | string | null;
      readonly after: Identity[keyof Identity] | string | null;
    }
  | {
      readonly of: "LIST";
      readonly how: "CHANGED";
      readonly list: keyof FormLists;
      /** `null`: missing on the form; empty: the form says that there is nothing. */
      readonly before: readonly ListItem[] | null;
      readonly after: readonly ListItem[] | null;
      readonly items: readonly ItemChange[];
    }
  | {
      readonly of: "COLUMNS";
      readonly how: "CHANGED";
      /** Right of the lanes, in order; and the headings, by role. */
      readonly before: ColumnSetup;
      readonly after: ColumnSetup;
    };

/** `null`: as on the official form. */
export type ColumnSetup = {
  readonly right: readonly RightColumnSetting[];
  readonly titles: Readonly<Record<string, string | null>>;
} | null;
