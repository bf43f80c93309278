import type { PageFlow } from "./page-flow.js";
import { brokenText, colours, heightOfLines, paragraph, sheet } from "./sheet.js";

/** Not at the foot of a page: `following` px of what it is about still fit under it. */
export function heading(flow: PageFlow, text: string, following: number): void {
  flow.down(16);
  flow.need(following + 24);
  flow.add(
    ...paragraph(
      text,
      { x: sheet.left, y: flow.y, width: sheet.room },
      { size: 13, face: "bold", color: colours.navy },
    ),
  );
  flow.down(heightOfLines(1, 13) + 6);
}

/** Small and faint: what a table or chart counts. */
export function note(flow: PageFlow, text: string): void {
  const size = 9;
  const height = heightOfLines(brokenText(text, sheet.room, size).length, size);
  flow.down(4);
  flow.need(height);
  flow.add(
    ...paragraph(
      text,
      { x: sheet.left, y: flow.y, width: sheet.room },
      { size, color: colours.faint },
    ),
  );
  flow.down(height + 4);
}
