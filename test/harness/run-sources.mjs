// Lets a worker run from its sources: Node takes the types out itself, and only has to be told that a
// ".js" between two sources is a ".ts".
import { readFileSync } from "node:fs";
import { registerHooks, stripTypeScriptTypes } from "node:module";
import { fileURLToPath } from "node:url";

process.removeAllListeners("warning");

registerHooks({
  resolve(specifier, context, next) {
    const isSource = context.parentURL?.endsWith(".ts") && specifier.startsWith(".");
    return next(isSource ? specifier.replace(/\.js$/, ".ts") : specifier, context);
  },
  load(url, context, next) {
    if (!url.endsWith(".ts")) return next(url, context);
    const source = readFileSync(fileURLToPath(url), "utf8");
    const code = stripTypeScriptTypes(source, { mode: "transform" });
    return { format: "module", source: code, shortCircuit: true };
  },
});
