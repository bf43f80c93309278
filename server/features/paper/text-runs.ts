import type { GlyphRun } from "fontkit";
import type { TextShape } from "../../../domain/index.js";
import { type TypeFace, typeFaces } from "./type-faces.js";

/** A piece of a line that is set in one face, in one direction. */
export interface TextRun {
  /** What is drawn: `\ufffd` for each character that no face has. */
  readonly text: string;
  readonly face: TypeFace;
  /** Written from right to left; it must be laid out whole. */
  readonly isRightToLeft: boolean;
  /** What ought to stand there, where `text` is not it. */
  readonly replaced: string | null;
}

const everywhere = /^[\u0020-\u007e\u00a0-\u017f\u2013\u2014\u2018-\u201d\u2022\u2026]*$/;
/** Hebrew and Arabic words with the spaces and points between them. */
const rightToLeft =
  /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc](?:[\s\p{P}\p{M}\p{Nd}]*[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc])*/u;
/** What only says how the characters beside it are to be shown. */
const silent = /^(?:\p{Cf}|\p{Variation_Selector})$/u;
const replacement = "\ufffd";

/** The runs of a line from left to right. Every character of it is in one of them, or is silent. */
export function textRuns(text: string, face: TextShape["face"]): TextRun[] {
  const faces = typeFaces[face];
  if (everywhere.test(text)) {
    return [{ text, face: faces[0]!, isRightToLeft: false, replaced: null }];
  }
  const runs: TextRun[] = [];
  let rest = text;
  while (rest !== "") {
    const found = rightToLeft.exec(rest);
    const from = found?.index ?? rest.length;
    runs.push(...runsOf(rest.slice(0, from), faces, false));
    if (found !== null) runs.push(...runsOf(found[0], faces, true).reverse());
    rest = rest.slice(from + (found?.[0].length ?? 0));
  }
  return runs;
}

function runsOf(text: string, faces: readonly TypeFace[], isRightToLeft: boolean): TextRun[] {
  const runs: TextRun[] = [];
  for (const character of text) {
    if (silent.test(character)) continue;
    const last = runs.at(-1);
    const found = faceOf(character, faces, isRightToLeft ? last?.face : undefined);
    const isReplaced = found === null;
    const face = found ?? faceOf(replacement, faces)!;
    if (last !== undefined && last.face === face && (last.replaced !== null) === isReplaced) {
      runs[runs.length - 1] = {
        ...last,
        text: last.text + (isReplaced ? replacement : character),
        replaced: isReplaced ? (last.replaced ?? "") + character : null,
      };
    } else {
      runs.push({
        text: isReplaced ? replacement : character,
        face,
        isRightToLeft,
        replaced: isReplaced ? character : null,
      });
    }
  }
  return runs;
}

/** The first face that has a character; `preferred`, where it has it too: words are set in one. */
function faceOf(
  character: string,
  faces: readonly TypeFace[],
  preferred?: TypeFace,
): TypeFace | null {
  const code = character.codePointAt(0)!;
  const has = ({ font }: TypeFace): boolean => font.hasGlyphForCodePoint(code);
  if (preferred !== undefined && has(preferred)) return preferred;
  return faces.find(has) ?? null;
}

const laidOut = new Map<string, GlyphRun>();
/** More words than this are those of many papers. */
const mostWords = 20_000;

/** The glyphs of a piece of a run: all of it, or one of its words. */
function glyphsOf(piece: string, { name, font }: TypeFace): GlyphRun {
  const key = `${name} ${piece}`;
  const known = laidOut.get(key);
  if (known !== undefined) return known;
  const run = font.layout(piece);
  if (laidOut.size >= mostWords) laidOut.clear();
  laidOut.set(key, run);
  return run;
}

/** What is laid out for itself: words, unless they run from right to left. */
const piecesOf = ({ text, isRightToLeft }: TextRun): string[] =>
  isRightToLeft ? [text] : text.split(/(?<= )/);

/** The glyphs of a run, and its width in em. */
export function layOutRun(run: TextRun): { readonly pieces: GlyphRun[]; readonly width: number } {
  const pieces = piecesOf(run).map((piece) => glyphsOf(piece, run.face));
  const units = pieces.reduce((sum, { advanceWidth }) => sum + advanceWidth, 0);
  return { pieces, width: units / run.face.font.unitsPerEm };
}
