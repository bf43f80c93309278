// Runs from its source the worker that plays cases through drawings.
import "./run-sources.mjs";

await import("../../server/features/sops/flow-worker.ts");
