// Runs the paper's worker from its source.
import "./run-sources.mjs";

await import("../../server/features/paper/paper-worker.ts");
