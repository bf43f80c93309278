import type { Box } from "../layout/form-layout.js";
import { textWidth } from "../layout/text-width.js";
import type { Identity } from "../sop/sop-document.js";
import { breakText } from "./break-text.js";
import { coverText } from "./cover-list.js";
import { frameLine, rule } from "./draw-grid.js";
import { drawLines, type TextLook } from "./draw-text.js";
import { rectangle, type Shape, type ShapeName, type TextShape } from "./drawing.js";

const padding = 7;
const labelWidth = 132;
/** Room for a signature and a stamp between the position and the name. */
const signatureRoom = 54;
const grid: ShapeName = { role: "grid", key: null };
const text: ShapeName = { role: "text", key: null };
const { size, lineHeight } = coverText;
const regular = { face: "regular", size, lineHeight } as const;
const bold = { face: "bold", size, lineHeight } as const;
const letterhead = { face: "bold", size: 15, lineHeight: 21 } as const;

/** A line of a cell, in its look; `gap` px are left free above it. */
interface IdentityLine {
  readonly text: string;
  readonly look: TextLook;
  readonly gap: number;
  readonly underlined: boolean;
}

/**
 * The block at the head of the cover, as Permenpan RB 35/2012 has it: whose form it is on the left;
 * number, dates, who enacted it and its name on the right. Returns its height with its shapes.
 */
export function drawIdentity(
  identity: Identity,
  { number, names }: { readonly number: string | null; readonly names: readonly string[] },
  box: { readonly x: number; readonly y: number; readonly width: number },
): { readonly shapes: Shape[]; readonly height: number } {
  const half = box.width / 2;
  const valueWidth = half - labelWidth - 2 * padding;
  const plain = (value: string | null) => lines(value ?? "", valueWidth, regular, "start");
  const rows: [string, IdentityLine[]][] = [
    ["Nomor SOP", plain(number)],
    ["Tgl. Pembuatan", plain(identity.createdOn?.text ?? null)],
    ["Tgl. Revisi", plain(identity.revisedOn?.text ?? null)],
    ["Tgl. Efektif", plain(identity.effectiveOn?.text ?? null)],
    ["Disahkan oleh", officialLines(identity, valueWidth)],
    [
      "Nama SOP",
      names.flatMap((name, at) => lines(name, valueWidth, at === 0 ? bold : regular, "start")),
    ],
  ];
  const shapes: Shape[] = [];
  const middle = box.x + half;
  let y = box.y;
  for (const [label, value] of rows) {
    const height = heightOf(value);
    const labelRoom = {
      x: middle + padding,
      y: y + padding,
      width: labelWidth - 2 * padding,
      height,
    };
    shapes.push(...drawLines(text, [label], labelRoom, { ...regular, anchor: "start" }));
    const room = { x: middle + labelWidth + padding, y: y + padding, width: valueWidth, height };
    shapes.push(...drawValue(value, room));
    y += height + 2 * padding;
    shapes.push(rule({ x: middle, y }, { x: box.x + box.width, y }));
  }
  const height = y - box.y;
  const left = { x: box.x, y: box.y, width: half, height };
  shapes.push(...drawLetterhead(identity, left));
  shapes.push(
    rule({ x: middle, y: box.y }, { x: middle, y }),
    rule({ x: middle + labelWidth, y: box.y }, { x: middle + labelWidth, y }),
  );
  shapes.push(rectangle(grid, { ...box, height }, frameLine));
  return { shapes, height };
}

function lines(
  value: string,
  width: number,
  look: Omit<TextLook, "anchor">,
  anchor: TextLook["anchor"],
): IdentityLine[] {
  return breakText(value, width, look).map((line) => ({
    text: line,
    look: { ...look, anchor },
    gap: 0,
    underlined: false,
  }));
}

const heightOf = (value: readonly IdentityLine[]): number =>
  Math.max(
    lineHeight,
    value.reduce((sum, { look, gap }) => sum + gap + look.lineHeight, 0),
  );

function drawValue(value: readonly IdentityLine[], room: Box): Shape[] {
  let y = room.y;
  return value.flatMap((line): Shape[] => {
    y += line.gap;
    const at = { x: room.x, y, width: room.width, height: line.look.lineHeight };
    const drawn = drawLines(text, [line.text], at, line.look);
    y += line.look.lineHeight;
    return line.underlined ? [...drawn, ...drawn.map(underline)] : drawn;
  });
}

/** Under a text that is anchored in its middle. */
function underline({ text: written, face, size: px, x, y }: TextShape): Shape {
  const half = (textWidth(written, face) * px) / 2;
  return rule({ x: x - half, y: y + 2 }, { x: x + half, y: y + 2 });
}

/** Who enacted it, with room to sign, or with the statement of the electronic signature. */
function officialLines({ enactedBy }: Identity, width: number): IdentityLine[] {
  const { position, name, rank, nip, signature } = enactedBy;
  if ([position, name, rank, nip, signature].every((one) => !one)) return [];
  const small = { face: "regular", size: 11, lineHeight: 14 } as const;
  const signed = lines(signature ?? "", width, small, "middle");
  const below = [
    ...lines(name ?? "", width, bold, "middle").map((line) => ({ ...line, underlined: true })),
    ...lines(rank ?? "", width, regular, "middle"),
    ...lines(nip ? `NIP. ${nip.replace(/^NIP\.?\s*/i, "")}` : "", width, regular, "middle"),
  ];
  const gap = signed.length > 0 ? 6 : signatureRoom;
  return [
    ...lines(position ?? "", width, bold, "middle"),
    ...spaced(signed, 6),
    ...spaced(below, gap),
  ];
}

const spaced = (some: readonly IdentityLine[], gap: number): IdentityLine[] =>
  some.map((line, at) => (at === 0 ? { ...line, gap } : line));

/** Whose form it is, in the middle of the left half. */
function drawLetterhead({ government, office, unit, address }: Identity, box: Box): Shape[] {
  const room = { ...box, x: box.x + 2 * padding, width: box.width - 4 * padding };
  const small = { face: "regular", size: 12, lineHeight: 16 } as const;
  const value = [
    ...[government, office, unit].flatMap((one) =>
      lines(one ?? "", room.width, letterhead, "middle"),
    ),
    ...spaced(lines(address ?? "", room.width, small, "middle"), 8),
  ];
  const height = value.reduce((sum, { look, gap }) => sum + gap + look.lineHeight, 0);
  return drawValue(value, { ...room, y: box.y + (box.height - height) / 2, height });
}
