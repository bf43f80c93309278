import type { WorklistTask } from "./task-list-store.js";

/** What the task is called wherever it is named in one line. */
export const taskName = ({ node, label }: WorklistTask): string =>
  label === null || label === undefined ? node.text : `${node.text} (${label})`;
