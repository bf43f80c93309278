import { endingOf, endingsOf, type FileType } from "./file-type.js";

/** In UTF-16 units; file systems take 255 bytes, and a download may get a number put behind it. */
const longest = 120;

// What turns writing around, hides, or is no character: controls, formats, surrogates, private use.
const hidden = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu;
const unfit = /["*:<>?|]+/g;
/** Windows opens a device under these names. */
const device = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/** The name that a file is kept under for people to read: no path, nothing hidden, never empty. */
export function cleanFileName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? "";
  const plain = last
    .normalize("NFC")
    .replace(hidden, "")
    .replace(unfit, "-")
    .replace(/\s+/g, " ")
    .replace(/^[\s.]+|[\s.]+$/g, "");
  const safe = device.test(plain) ? `_${plain}` : plain;
  return shortened(safe === "" ? "lampiran" : safe);
}

/** The name with an ending that says what is in it, whatever it was called before. */
export function nameOfType(name: string, type: FileType): string {
  const fitting = endingsOf(type);
  return fitting.includes(endingOf(name)) ? name : shortened(`${name}.${fitting[0]}`);
}

function shortened(name: string): string {
  if (name.length <= longest) return name;
  const ending = endingOf(name);
  const tail = ending === "" || ending.length > 10 ? "" : `.${ending}`;
  const head = [...name.slice(0, name.length - tail.length)];
  while (head.join("").length + tail.length > longest) head.pop();
  return `${head.join("").trimEnd()}${tail}`;
}
