import type {
  ChangeGroup,
  DocumentChange,
  FormColumn,
  Graph,
  SopDocument,
} from "../../../domain/index.js";

export type ChangeMark = "added" | "removed" | "changed" | "moved";

/** What one drawing shows of the differences between two; keys as in the graph. */
export interface FormMarks {
  readonly rows: ReadonlyMap<string, readonly ChangeMark[]>;
  /** The cells of changed rows that say something else: column roles, and `lane:` with its key. */
  readonly cells: ReadonlyMap<string, ReadonlySet<string>>;
  readonly lanes: ReadonlyMap<string, readonly ChangeMark[]>;
  readonly arrows: ReadonlyMap<string, ChangeMark>;
}

export const cellName = ({ role, lane }: Pick<FormColumn, "role" | "lane">): string =>
  lane === null ? role : `lane:${lane}`;

const markOf: Record<DocumentChange["how"], ChangeMark> = {
  ADDED: "added",
  REMOVED: "removed",
  CHANGED: "changed",
  MOVED: "moved",
};

/** The marks of all differences between two documents, whichever of them is drawn. */
export function formMarks(
  changes: readonly DocumentChange[],
  before: SopDocument,
  after: SopDocument,
): FormMarks {
  const rows = new Map<string, ChangeMark[]>();
  const lanes = new Map<string, ChangeMark[]>();
  const arrows = new Map<string, ChangeMark>();
  const cells = new Map<string, Set<string>>();
  const mark = (map: Map<string, ChangeMark[]>, key: string, how: ChangeMark) => {
    const had = map.get(key) ?? [];
    if (!had.includes(how)) map.set(key, [...had, how]);
  };
  const markCell = (node: string, name: string) => {
    cells.set(node, (cells.get(node) ?? new Set()).add(name));
  };
  for (const change of changes) {
    if (change.of === "STEP") {
      mark(rows, change.key, markOf[change.how]);
      if (change.how === "CHANGED") {
        for (const difference of change.fields) {
          for (const name of cellsOf(difference)) markCell(change.key, name);
        }
      }
    } else if (change.of === "LANE") {
      mark(lanes, change.key, markOf[change.how]);
    } else if (change.of === "ARROW" && change.how !== "MOVED") {
      arrows.set(change.key, markOf[change.how]);
      // Told with the step that it leaves, if that one was there before and still is.
      for (const from of leavers(change.key, before.graph, after.graph)) {
        if (has(before, from) && has(after, from)) mark(rows, from, "changed");
      }
    } else if (change.of === "OUTPUT" && change.how === "CHANGED") {
      for (const node of makers(change.key, before.graph, after.graph)) {
        mark(rows, node, "changed");
        markCell(node, "output");
      }
    }
  }
  return { rows, cells, lanes, arrows };
}

type StepFields = Extract<DocumentChange, { readonly of: "STEP"; readonly how: "CHANGED" }>;

/** The cells of a row in which a changed field shows. */
function cellsOf(difference: StepFields["fields"][number]): readonly string[] {
  if (difference.field === "parts") {
    const { before, after } = difference;
    const said = (list: typeof before) => list.map(({ lane, label }) => `${lane}\n${label ?? ""}`);
    const [old, now] = [said(before), said(after)];
    const other = [
      ...old.filter((part) => !now.includes(part)),
      ...now.filter((part) => !old.includes(part)),
    ];
    return other.map((part) => `lane:${part.split("\n")[0]}`);
  }
  const roles: Partial<Record<typeof difference.field, string>> = {
    text: "activity",
    kind: "activity",
    mode: "activity",
    work: "activity",
    call: "activity",
    requirements: "requirements",
    standardTime: "time",
    outputs: "output",
    remarks: "remarks",
  };
  const role = roles[difference.field];
  return role === undefined ? [] : [role];
}

const has = ({ graph }: SopDocument, step: string): boolean =>
  graph.nodes.some(({ key }) => key === step);

const leavers = (arrow: string, ...graphs: readonly Graph[]): readonly string[] =>
  graphs.flatMap(({ edges }) => edges.filter(({ key }) => key === arrow).map(({ from }) => from));

const makers = (output: string, ...graphs: readonly Graph[]): readonly string[] =>
  graphs.flatMap(({ nodes }) =>
    nodes.filter(({ outputs }) => outputs.includes(output)).map(({ key }) => key),
  );

/** How many groups there are of each kind of change. */
export function countMarks(groups: readonly ChangeGroup[]): ReadonlyMap<ChangeMark, number> {
  const counts = new Map<ChangeMark, number>();
  for (const { how } of groups) counts.set(markOf[how], (counts.get(markOf[how]) ?? 0) + 1);
  return counts;
}

export const markOfGroup = ({ how }: ChangeGroup): ChangeMark => markOf[how];

export const allMarks = ["added", "removed", "changed", "moved"] as const satisfies ChangeMark[];
