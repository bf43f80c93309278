const mostLines = 400;
const kebabCase = /^\.?[a-z0-9]+(-[a-z0-9]+)*$/;

/** Names and sizes: what a newcomer sees first. Yields {line, message}. */
export const namingFaults = function* (source) {
  const parts = source.path.split("/");
  const names = parts.map((part) => (part.startsWith(".") ? part : part.split(".")[0]));
  for (const name of names) {
    if (!kebabCase.test(name)) yield { line: 1, message: `the name ${name} is not kebab-case` };
    if (/(^|-)(utils?|helpers?)$/.test(name)) {
      yield { line: 1, message: `the name ${name} says nothing; name it after its main export` };
    }
  }
  const isBarrel = /\/index\.(ts|tsx|mts|mjs)$/.test(`/${source.path}`);
  if (isBarrel && source.path !== "domain/index.ts") {
    yield { line: 1, message: "no inner barrels: domain/index.ts is the only index" };
  }
  if (source.lines > mostLines) {
    yield { line: mostLines + 1, message: `${source.lines} lines, more than ${mostLines}` };
  }
};
