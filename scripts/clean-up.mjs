const tasks = new Set();

/** Registers work for the end of the run, however it ends; returns a function that takes it back. */
export const atEnd = (task) => {
  tasks.add(task);
  return () => tasks.delete(task);
};

/** Does all registered work, the newest first; one that fails does not stop the others. */
export const cleanUp = async () => {
  for (const task of [...tasks].reverse()) {
    tasks.delete(task);
    try {
      await task();
    } catch (error) {
      process.stderr.write(`could not tidy up: ${error.message}\n`);
    }
  }
};
