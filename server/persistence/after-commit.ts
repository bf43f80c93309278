/** What is committed cannot fail any more: an action's error is told to the process and goes no further. */
export function runAfterCommit(actions: readonly (() => void)[]): void {
  for (const action of actions) {
    try {
      action();
    } catch (error) {
      process.emitWarning(error instanceof Error ? error : String(error));
    }
  }
}
