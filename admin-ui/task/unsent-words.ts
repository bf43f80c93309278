import type { TaskDraft } from "./task-draft.js";

interface DoneTask {
  readonly comment: string | null;
  readonly given: readonly {
    readonly reference: string;
    readonly output: { readonly key: string };
  }[];
}

/** Words that were typed for a task and that it did not end with. */
export interface UnsentWords {
  /** `null`: the comment. */
  readonly output: string | null;
  readonly text: string;
}

export function unsentWords(draft: TaskDraft, task: DoneTask): readonly UnsentWords[] {
  const given = new Set(task.given.map(({ output, reference }) => `${output.key}|${reference}`));
  const outputs = Object.entries(draft.references)
    .map(([output, text]) => ({ output, text: text.trim() }))
    .filter(({ output, text }) => text !== "" && !given.has(`${output}|${text}`));
  const comment = draft.comment.trim();
  return comment === "" || comment === task.comment
    ? outputs
    : [...outputs, { output: null, text: comment }];
}
