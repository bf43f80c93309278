/**
 * The result of a unit's work, or an error after `afterMs` milliseconds: then it awaits something else
 * than its transaction, and others must not wait for it.
 */
export async function unlessItHangs<T>(work: Promise<T>, afterMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const hung = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(
        new Error(
          `A unit of work took longer than ${afterMs} ms; it must await nothing but its transaction`,
        ),
      );
    }, afterMs);
  });
  try {
    return await Promise.race([work, hung]);
  } finally {
    clearTimeout(timer);
  }
}
