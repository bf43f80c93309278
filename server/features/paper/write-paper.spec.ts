import { describe, expect, it } from "vitest";
import {
  drawPaper,
  drawSheet,
  emptyDocument,
  type Paper,
  type SopDocument,
  paperWords,
} from "../../../domain/index.js";
import { randomSop } from "../../../test/layout/random-sop.js";
import { documentTexts, squeezed } from "../../../test/paper/document-texts.js";
import { expectPdfAsDrawn } from "../../../test/paper/pdf-as-drawn.js";
import { expectWellFormed, readDocx } from "../../../test/paper/read-docx.js";
import { readPdf } from "../../../test/paper/read-pdf.js";
import type { PaperFormat } from "./paper-format.js";
import type { PaperProgress } from "./paper-job.js";
import { writePaper } from "./write-paper.js";

async function write(
  format: PaperFormat,
  document: SopDocument,
  mark: string | null = null,
): Promise<{ bytes: Uint8Array; paper: Paper; progress: PaperProgress[] }> {
  const paper: Paper = {
    parts: [{ number: "1/2026", title: "Percobaan", document }],
    mark,
    words: paperWords.id,
  };
  const progress: PaperProgress[] = [];
  const job = { format, paper, title: "Percobaan <1>", author: "Dinas", madeAt: 0 };
  const bytes = await writePaper(job, (now) => progress.push(now));
  return { bytes, paper, progress };
}

const isPng = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.subarray(1, 4)).toString("latin1") === "PNG";

describe("a form of 300 steps", () => {
  const document = { ...emptyDocument, graph: randomSop(11, 300, { lanes: 12 }) };

  it("is a PDF of many pages, told page by page", { timeout: 30_000 }, async () => {
    const { bytes, paper, progress } = await write("pdf", document);
    const { count } = drawPaper(paper);
    expect(count).toBeGreaterThan(10);
    expect(progress.map(({ done }) => done)).toEqual(
      Array.from({ length: count }, (_, i) => i + 1),
    );
    expect(progress.every(({ total }) => total === count)).toBe(true);
    await expectPdfAsDrawn(bytes, paper);
  });

  it("is a picture that keeps within bounds", { timeout: 30_000 }, async () => {
    const { bytes, paper } = await write("png", document);
    expect(isPng(bytes)).toBe(true);
    const size = Buffer.from(bytes);
    const [width, height] = [size.readUInt32BE(16), size.readUInt32BE(20)];
    const sheet = drawSheet(paper);
    expect(width * height).toBeLessThan(41_000_000);
    expect(width / height).toBeCloseTo(sheet.width / sheet.height, 2);
  });

  it("is a DOCX with a picture for each step", { timeout: 60_000 }, async () => {
    const { bytes, progress } = await write("docx", document);
    const { pictures, paragraphs } = readDocx(bytes);
    expect(pictures).toBeGreaterThanOrEqual(300);
    expect(paragraphs.filter((text) => text.startsWith("Langkah ")).length).toBeGreaterThan(290);
    expect(progress.at(-1)!.done).toBe(progress.at(-1)!.total);
  });
});

describe("texts that want to be more than text", () => {
  const graph = randomSop(5, 9, { lanes: 3 });
  const nasty = [
    `<script>alert("1")</script>`,
    "=SUM(A1:A9) & {{7*7}} ${x}",
    "🙂👩‍👩‍👧‍👦 العربية مرحبا עברית 漢字かな",
    "kontrol \u0000\u0007\u001b dan \ud83d setengah",
    "x".repeat(5000),
    "baris 1\r\nbaris 2\tkolom",
    "(kurung\\) %PDF-1.7 endobj",
  ];
  const nodes = graph.nodes.map((node, at) => ({ ...node, text: nasty[at % nasty.length]! }));
  const lanes = graph.lanes.map((lane, at) => ({ ...lane, name: nasty[at % 3]! }));
  const identity = { ...emptyDocument.identity, title: nasty[0]!, office: nasty[2]! };
  const lists = {
    ...emptyDocument.lists,
    warnings: nasty.map((text) => ({ text, group: null })),
  };
  const document = { ...emptyDocument, identity, lists, graph: { ...graph, nodes, lanes } };
  const plain = nasty.filter((text) => /^[\u0020-\u007e]+$/.test(text));

  it("stay text in a PDF", async () => {
    const { bytes, paper } = await write("pdf", document, "KONSEP");
    const { pages, title } = await readPdf(bytes);
    expect(title).toBe("Percobaan <1>");
    expect(pages).toHaveLength(drawPaper(paper).count);
    expect(pages.map(({ watermark }) => watermark)).toEqual(pages.map(() => "KONSEP"));
    const all = squeezed(pages.flatMap(({ texts }) => texts.map(({ text }) => text)).join(""));
    for (const text of plain.filter(({ length }) => length < 100)) {
      expect(all).toContain(squeezed(text));
    }
    expect(Buffer.from(bytes).toString("latin1")).not.toMatch(/\/(JavaScript|JS|Launch|URI)\b/);
  });

  it("stay text in SVG and PNG", async () => {
    const { bytes } = await write("svg", document);
    const svg = Buffer.from(bytes).toString("utf8");
    expectWellFormed(svg, "svg");
    expect(svg).not.toMatch(/<script|<foreignObject|<image|href/);
    expect(isPng((await write("png", document)).bytes)).toBe(true);
  });

  it("stay text in a DOCX", async () => {
    const { bytes } = await write("docx", document, "KONSEP");
    const { paragraphs, header } = readDocx(bytes);
    for (const text of plain) expect(paragraphs.map(squeezed).join("\n")).toContain(squeezed(text));
    expect(paragraphs.join("\n")).toContain("العربية مرحبا עברית 漢字かな");
    expect(header).toContain("KONSEP");
  });
});

it("writes a number, a title and an author that no XML can hold", async () => {
  const odd = "a\u0000b\u001b<&\ud83d";
  const paper: Paper = {
    parts: [{ number: odd, title: odd, document: emptyDocument }],
    mark: null,
    words: paperWords.id,
  };
  for (const format of ["pdf", "docx", "svg", "png"] as const) {
    const job = { format, paper, title: odd, author: odd, madeAt: 0 };
    const bytes = await writePaper(job, () => {});
    if (format === "docx") readDocx(bytes);
    if (format === "svg") expectWellFormed(Buffer.from(bytes).toString("utf8"), "svg");
    if (format === "pdf") expect((await readPdf(bytes)).pages.length).toBeGreaterThan(0);
  }
});

it("writes a form on which there is nothing", async () => {
  for (const format of ["pdf", "docx", "svg", "png"] as const) {
    const { bytes } = await write(format, emptyDocument);
    expect(bytes.length).toBeGreaterThan(100);
  }
});

it("says every text of a form in a DOCX", async () => {
  const document = { ...emptyDocument, graph: randomSop(8, 20, { lanes: 5 }) };
  const { bytes, paper } = await write("docx", document);
  const said = squeezed(readDocx(bytes).paragraphs.join(""));
  const drawn = new Set(document.graph.edges.map(({ outcome }) => outcome));
  const labels = new Set(document.graph.nodes.flatMap(({ parts }) => parts.map((p) => p.label)));
  for (const text of documentTexts(paper.parts[0]!)) {
    // Outcomes and parts of a joint step stand in the pictures.
    if (!drawn.has(text) && !labels.has(text)) expect(said).toContain(squeezed(text));
  }
});
