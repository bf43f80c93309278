/** Shapes of Word's drawings by their type, and the sign that stands for each in a cell. */
const signs: Readonly<Record<string, string>> = {
  "1": "□",
  "2": "⬭",
  "4": "◇",
  "109": "□",
  "110": "◇",
  "116": "⬭",
  "177": "⬠",
};

/**
 * The symbol that Word drew in a cell, from the comment in which it keeps its drawing; `null` where
 * there is none, or several, which may belong anywhere. A text in the symbol goes before its shape;
 * lines and arrows are no symbols.
 */
export function vmlSymbol(comments: readonly string[]): string | null {
  const drawing = comments.join("\n");
  const found = [...drawing.matchAll(/<v:(shape|rect|roundrect|oval)\s[^>]*>/g)].flatMap(
    (match) => {
      const type = match[1] === "shape" ? /type="#_x0000_t(\d+)"/.exec(match[0])?.[1] : "1";
      return signs[type ?? ""] ?? [];
    },
  );
  const [sign] = found;
  if (sign === undefined || found.length > 1) return null;
  return textboxText(drawing) || sign;
}

const textboxText = (drawing: string): string =>
  (/<v:textbox\b[^>]*>([\s\S]*?)<\/v:textbox>/.exec(drawing)?.[1] ?? "")
    .replace(/<[^>]*>/g, " ")
    .replace(/&nbsp;|&#160;/g, " ")
    .replace(/\s+/g, " ")
    .trim();
