import { StartupError } from "../kernel/startup-error.js";

/** Runs a command to its end. What the reader can mend is one line; everything else is a fault of ours. */
export async function runCommand(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const known = error instanceof StartupError;
    console.error(known ? error.message : error);
    process.exitCode = known ? error.exitCode : 1;
  }
}
