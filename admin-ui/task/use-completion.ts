import { useRef, useState } from "react";
import { newIdempotencyKey } from "../app/idempotency-key.js";
import { useAction } from "../app/use-action.js";
import { readyIds } from "../files/kept-upload.js";
import type { CompleteTaskMutation } from "../generated/graphql.js";
import { broughtPlace, commentPlace, outputPlace } from "./attach-places.js";
import { completeTaskMutation } from "./task-action-operations.js";
import type { TaskDraft } from "./task-draft.js";
import type { TaskView } from "./task-operations.js";
import type { DraftInHand } from "./use-task-draft.js";

export type Completed = CompleteTaskMutation["completeTask"];

/**
 * Why it is not completed yet: the server said no, or nobody knows whether it heard (then it is to
 * be sent again, with the same key).
 */
export type CompletionFault =
  | { readonly type: "REFUSED"; readonly message: string }
  | { readonly type: "LOST" };

export interface Completion {
  readonly isBusy: boolean;
  readonly fault: CompletionFault | null;
  submit(): Promise<void>;
  /** The session has been taken up again: what it kept from being sent is sent. */
  resume(): void;
}

/** After these, whether anything has happened is known: nothing. */
const isUnknown = (code: string): boolean =>
  code === "NETWORK" || code === "INTERNAL_SERVER_ERROR" || code === "UNKNOWN";

/** Completes a task; however often it is sent again after a lost answer, with one effect. */
export function useCompletion(
  task: TaskView,
  { draft, change }: DraftInHand,
  on: { readonly done: (answer: Completed) => void; readonly refused: () => void },
): Completion {
  const [isBusy, complete] = useAction(completeTaskMutation, { quiet: true });
  const [fault, setFault] = useState<CompletionFault | null>(
    draft.attempt === null ? null : { type: "LOST" },
  );
  /** A second press comes before the screen shows that the first one is under way. */
  const isSending = useRef(false);
  const isInterrupted = useRef(false);
  const submit = async (): Promise<void> => {
    if (isSending.current) return;
    isSending.current = true;
    isInterrupted.current = false;
    const input = { taskId: task.id, ...completionOf(task, draft) };
    const said = JSON.stringify(input);
    const attempt =
      draft.attempt?.said === said ? draft.attempt : { said, key: newIdempotencyKey() };
    change({ attempt });
    const result = await complete({ input: { ...input, idempotencyKey: attempt.key } });
    isSending.current = false;
    if (result.ok) {
      setFault(null);
      on.done(result.payload);
      return;
    }
    const [first] = result.errors;
    if (first?.code === "UNAUTHENTICATED") {
      isInterrupted.current = true;
      return;
    }
    if (first !== undefined && isUnknown(first.code)) {
      setFault({ type: "LOST" });
      return;
    }
    change({ attempt: null });
    setFault({ type: "REFUSED", message: result.errors.map(({ message }) => message).join(" ") });
    on.refused();
  };
  const resume = () => {
    if (isInterrupted.current) void submit();
  };
  return { isBusy, fault, submit, resume };
}

function completionOf(task: TaskView, draft: TaskDraft) {
  const comment = draft.comment.trim();
  const filesOf = (place: string) => readyIds(draft.files, place);
  const brought = task.requirements.filter(({ output }) => output === null);
  return {
    outcome: draft.outcome,
    outputs: task.node.outputs
      .map((output) => ({
        output,
        reference: (draft.references[output] ?? "").trim(),
        files: filesOf(outputPlace(output)),
      }))
      .filter(({ reference, files }) => reference !== "" || files.length > 0),
    comment: comment === "" ? null : comment,
    brought: brought.map(({ text }) => text).filter((text) => draft.brought.includes(text)),
    broughtFiles: brought
      .map(({ text }) => ({ requirement: text, files: filesOf(broughtPlace(text)) }))
      .filter(({ files }) => files.length > 0),
    files: filesOf(commentPlace),
  };
}
