// Runs from its source the worker that checks drawings.
import "./run-sources.mjs";

await import("../../server/features/sops/drawing-worker.ts");
