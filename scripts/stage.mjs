/** Seconds since `from` (milliseconds of performance.now), as "0.4 s". */
export const secondsSince = (from) => `${((performance.now() - from) / 1000).toFixed(1)} s`;

/** Shows one line while a piece of work runs: its name at once, its seconds when it is done. */
export const stage = async (name, work) => {
  const from = performance.now();
  process.stdout.write(`${name} … `);
  try {
    const result = await work();
    process.stdout.write(`${secondsSince(from)}\n`);
    return result;
  } catch (error) {
    process.stdout.write("failed\n");
    throw error;
  }
};
