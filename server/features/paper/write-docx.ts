import { TextWatermark } from "docx/watermarks";
import {
  AlignmentType,
  Document,
  Footer,
  Header,
  type ISectionOptions,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  type Table,
  TabStopType,
  TextRun,
} from "docx";
import {
  a4,
  type PageFormat,
  type Paper,
  type PaperPart,
  type PaperWords,
  partOnPaper,
} from "../../../domain/index.js";
import { docxCover } from "./docx-cover.js";
import { docxForm } from "./docx-form.js";
import { paragraphs, twips } from "./docx-table.js";
import type { OnProgress, PaperJob } from "./paper-job.js";

/** Word leaves some room of its own around tables; a little more page than the layout counts on. */
const slack = 12;
const titleStyle = { size: 14, lineHeight: 19, bold: true, align: "center" } as const;
const tiny = { size: 1, lineHeight: 1 } as const;

/** The paper for a word processor: the cover and the form as tables, the drawing as pictures in them. */
export async function writeDocx(job: PaperJob, onProgress: OnProgress): Promise<Uint8Array> {
  const { parts, words } = job.paper;
  const forms = parts.map((part) => ({ part, onPaper: partOnPaper(part) }));
  const total = forms.reduce((sum, { onPaper }) => sum + onPaper.form.rows.length, 1);
  let done = 0;
  const onRow = (): void => onProgress({ done: ++done, total });
  const number = parts.find((part: PaperPart) => part.number !== null)?.number ?? null;
  const sections = [section([...docxCover(parts), ...paragraphs("", tiny)], a4, number, job.paper)];
  for (const { onPaper } of forms) {
    const tables = await docxForm(onPaper, words, onRow);
    sections.push(section(withTitles(onPaper.title, tables), onPaper.format, number, job.paper));
  }
  const document = new Document({
    title: job.title,
    creator: job.author,
    description: "Alur",
    styles: {
      default: { document: { run: { font: "Arial", size: 18, language: { value: "id-ID" } } } },
    },
    sections,
  });
  const bytes = await Packer.toBuffer(document);
  onProgress({ done: total, total });
  return bytes;
}

/** The title over each table; every table but the first on a page of its own. */
const withTitles = (title: readonly string[], tables: readonly Table[]): (Paragraph | Table)[] =>
  tables.flatMap((table, at) => [
    ...title.flatMap((line, row) =>
      paragraphs(line, {
        ...titleStyle,
        onNewPage: at > 0 && row === 0,
        below: row === title.length - 1 ? 9 : 0,
      }),
    ),
    table,
  ]);

function section(
  children: readonly (Paragraph | Table)[],
  { size, printArea }: PageFormat,
  number: string | null,
  { mark, words }: Pick<Paper, "mark" | "words">,
): ISectionOptions {
  const margin = twips(printArea.x);
  const top = twips(printArea.y - slack);
  return {
    properties: {
      page: {
        // The library turns the page itself: it wants the paper as it stands upright.
        size: {
          width: twips(size.height),
          height: twips(size.width),
          orientation: PageOrientation.LANDSCAPE,
        },
        margin: { top, bottom: top, left: margin, right: margin, header: 0, footer: twips(12) },
      },
    },
    ...(mark !== null && {
      headers: {
        default: new Header({
          children: [
            new Paragraph({ children: [new TextWatermark({ text: mark, font: "Arial" })] }),
          ],
        }),
      },
    }),
    footers: { default: footer(number, printArea.width, words) },
    children: [...children],
  };
}

const footer = (number: string | null, width: number, words: PaperWords): Footer =>
  new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.LEFT,
        tabStops: [{ type: TabStopType.RIGHT, position: twips(width) }],
        children: [
          new TextRun({ size: 14, text: number === null ? "" : `Nomor SOP ${number}` }),
          new TextRun({
            size: 14,
            children: ["\t", ...pageOf(words)],
          }),
        ],
      }),
    ],
  });

/** The words with the numbers that Word fills in. */
const pageOf = ({ pageOf: text }: PaperWords): string[] =>
  text
    .split(/(\{page\}|\{count\})/)
    .map((piece) =>
      piece === "{page}"
        ? PageNumber.CURRENT
        : piece === "{count}"
          ? PageNumber.TOTAL_PAGES
          : piece,
    );
