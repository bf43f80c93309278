import { isBuiltin } from "node:module";

/** From left to right; a file imports only from its own layer and from those left of it. */
const layers = ["domain", "kernel", "persistence", "runtime", "features", "api", "main"];

/** The folders of the project that are no layer, and what each may import of the project. */
const besideTheLayers = {
  // Written in persistence's column vocabulary, and listed by persistence alone.
  migrations: ["domain", "kernel", "persistence", "migrations"],
  seeds: ["domain", "seeds"],
  scripts: ["scripts"],
};

/** The layer or folder that a project path belongs to; null where it belongs to none. */
export const layerOf = (path) => {
  const [top, second = "", third] = path.split("/");
  if (top !== "server") return top;
  if (third === undefined) return second.startsWith("main.") ? "main" : null;
  if (second === "cli") return "main";
  return layers.includes(second) && second !== "domain" ? second : null;
};

const featureOf = (path) => path.split("/")[2];

const arrowFault = (source, target) => {
  const from = layerOf(source.path);
  const to = layerOf(target);
  // A test may reach for everything; it is compiled, but never shipped.
  if (from === "test") return null;
  if (source.isSpec && (to === "test" || to === "seeds")) return null;
  // The specs of the seeds read them as the program does.
  if (source.isSpec && from === "seeds") return null;
  if (from === "admin-ui") {
    if (to === "admin-ui" || target === "domain/index.ts") return null;
    return to === "domain"
      ? "admin-ui reaches domain through domain/index.ts only"
      : `admin-ui must not import ${to}`;
  }
  if (from in besideTheLayers) {
    return besideTheLayers[from].includes(to) ? null : `${from} must not import ${to}`;
  }
  if (to === "migrations") return from === "persistence" ? null : `${from} must not import ${to}`;
  if (!layers.includes(from) || !layers.includes(to)) return `${from} must not import ${to}`;
  if (layers.indexOf(to) > layers.indexOf(from)) {
    return `${from} must not import ${to}: imports go leftwards only`;
  }
  const isForeignFeature =
    from === "features" && to === "features" && featureOf(source.path) !== featureOf(target);
  return isForeignFeature && !target.endsWith("-service.ts")
    ? "a feature reaches another one through its *-service.ts only"
    : null;
};

const packageFault = (source, specifier) => {
  const from = layerOf(source.path);
  const name = specifier.split("/")[0];
  if (name === "typeorm" && !["persistence", "migrations", "test"].includes(from)) {
    return "typeorm stays inside server/persistence and migrations";
  }
  if (source.isSpec || from === "test") return null;
  if (from === "domain") return `domain imports no package, but here is ${specifier}`;
  const isTooling = /^admin-ui\/[^/]+\.(config\.)?ts$/.test(source.path);
  if (from === "admin-ui" && !isTooling && isBuiltin(specifier)) {
    return `admin-ui runs in a browser, where ${specifier} is missing`;
  }
  return null;
};

/** Holds the import direction; yields {line, message}. */
export const importFaults = function* (source) {
  if (source.path.startsWith("server/") && layerOf(source.path) === null) {
    yield { line: 1, message: "this file is in no layer of server" };
    return;
  }
  for (const { specifier, target, line } of source.imports) {
    let message = null;
    if (target !== null) {
      message =
        target.startsWith("..") || target.startsWith("node_modules/")
          ? `${specifier} leaves the project`
          : arrowFault(source, target);
    } else if (specifier !== null) message = packageFault(source, specifier);
    else if (layerOf(source.path) === "domain") message = "domain imports no computed module";
    if (message !== null) yield { line, message };
  }
};
