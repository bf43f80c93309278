/** Reads a CSV as RFC 4180 describes it, knowing nothing of whoever wrote it. Throws where it is none. */
export function readCsv(text: string, between: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    let cell = "";
    if (text[at] === '"') {
      for (at += 1; ; at += 1) {
        if (at >= text.length) throw new Error("A quote is never closed");
        if (text[at] !== '"') cell += text[at];
        else if (text[at + 1] === '"') {
          cell += '"';
          at += 1;
        } else break;
      }
      at += 1;
    } else {
      while (at < text.length && text[at] !== between && text[at] !== "\r") {
        if (text[at] === '"' || text[at] === "\n") throw new Error(`Unquoted ${text[at]} at ${at}`);
        cell += text[at];
        at += 1;
      }
    }
    row.push(cell);
    if (text[at] === between) {
      at += 1;
      continue;
    }
    if (text.slice(at, at + 2) !== "\r\n") throw new Error(`No end of line at ${at}`);
    at += 2;
    rows.push(row);
    row = [];
  }
  return rows;
}
