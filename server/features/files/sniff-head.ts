import type { FileType } from "./file-type.js";

/** What the first bytes say: a type that needs no further look, a container, a text perhaps, or neither. */
export type Sniffed = FileType | "ZIP" | "TEXT" | "UNKNOWN" | "PROGRAM";

/** As much as `sniffHead` wants to see. */
export const headLength = 64 * 1024;

const startsWith = (head: Buffer, bytes: readonly number[], at = 0): boolean =>
  bytes.every((byte, index) => head[at + index] === byte);

const ascii = (text: string): number[] => [...Buffer.from(text, "latin1")];

const programs = [
  ascii("MZ"),
  [0x7f, ...ascii("ELF")],
  [0xca, 0xfe, 0xba, 0xbe],
  [0xfe, 0xed, 0xfa, 0xce],
  [0xfe, 0xed, 0xfa, 0xcf],
  [0xce, 0xfa, 0xed, 0xfe],
  [0xcf, 0xfa, 0xed, 0xfe],
  [0x00, ...ascii("asm")],
  ascii("#!"),
];

/** Pages and scripts: whatever begins as markup, and whatever has some of it that runs. */
const beginsAsMarkup = /^\s*(<[a-z!?/%]|@echo\b|@?powershell\b)/i;
const holdsMarkup = /<\s*(script|svg|html|iframe|!doctype|\?php|\?=|%)/i;

export function sniffHead(head: Buffer): Sniffed {
  if (programs.some((magic) => startsWith(head, magic))) return "PROGRAM";
  if (/^[\s\u00ef\u00bb\u00bf]{0,8}%PDF-\d/.test(head.toString("latin1", 0, 20))) {
    return "application/pdf";
  }
  if (startsWith(head, [0x89, ...ascii("PNG\r\n"), 0x1a, 0x0a])) return "image/png";
  if (startsWith(head, [0xff, 0xd8, 0xff])) return "image/jpeg";
  if (startsWith(head, ascii("GIF87a")) || startsWith(head, ascii("GIF89a"))) return "image/gif";
  if (startsWith(head, ascii("RIFF")) && startsWith(head, ascii("WEBP"), 8)) return "image/webp";
  if (startsWith(head, ascii("PK\x03\x04")) || startsWith(head, ascii("PK\x05\x06"))) return "ZIP";
  if (!isText(head)) return "UNKNOWN";
  const text = head.toString("utf8").replace(/^\ufeff/, "");
  return beginsAsMarkup.test(text) || holdsMarkup.test(text) ? "PROGRAM" : "TEXT";
}

/** Whether there is no byte that no text has, in whichever encoding of 8 bits. */
export function isText(bytes: Uint8Array): boolean {
  for (const byte of bytes) {
    if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0c && byte !== 0x0d)
      return false;
    if (byte === 0x7f) return false;
  }
  return true;
}
