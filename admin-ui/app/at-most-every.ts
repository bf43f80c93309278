/**
 * Runs at once, and while calls keep coming no more than once in `pause` milliseconds; the last of
 * them is never lost.
 */
export function atMostEvery(pause: number, run: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let isAskedAgain = false;
  const rest = (): void => {
    timer = setTimeout(() => {
      timer = null;
      if (!isAskedAgain) return;
      isAskedAgain = false;
      run();
      rest();
    }, pause);
  };
  return () => {
    if (timer !== null) {
      isAskedAgain = true;
      return;
    }
    run();
    rest();
  };
}
