import type { Paragraph, Table } from "docx";
import {
  a4,
  coverIdentity,
  coverList,
  type FormList,
  listTitles,
  type PaperPart,
} from "../../../domain/index.js";
import { cell, paragraphs, row, table } from "./docx-table.js";

const { printArea } = a4;
const half = printArea.width / 2;
const labelWidth = 132;
const widths = [half, labelWidth, half - labelWidth];
const around = { padding: 7, inset: 7 } as const;
const plain = { size: 13, lineHeight: 17 } as const;
const strong = { ...plain, bold: true } as const;
const centred = { ...plain, align: "center" } as const;
const letterhead = { size: 15, lineHeight: 21, bold: true, align: "center" } as const;

/** The identity block and the six lists as tables that can be written in. */
export function docxCover(parts: readonly PaperPart[]): Table[] {
  const identity = coverIdentity(parts);
  const { government, office, unit, address, enactedBy } = identity;
  const procedures = parts.map(({ document }) => document.identity.procedure ?? "");
  const number = parts.find((part) => part.number !== null)?.number ?? "";
  const whose = [government, office, unit].filter((line): line is string => !!line);
  const left = [
    ...whose.flatMap((line) => paragraphs(line, letterhead)),
    ...(address ? paragraphs(address, { ...centred, size: 12, above: 8 }) : []),
  ];
  const official = [
    ...paragraphs(enactedBy.position ?? "", { ...centred, bold: true }),
    ...paragraphs(enactedBy.signature ?? "\n\n", {
      ...centred,
      size: 11,
      lineHeight: 14,
      above: 6,
    }),
    ...paragraphs(enactedBy.name ?? "", { ...centred, bold: true, underline: true, above: 6 }),
    ...(enactedBy.rank ? paragraphs(enactedBy.rank, centred) : []),
    ...(enactedBy.nip ? paragraphs(`NIP. ${enactedBy.nip}`, centred) : []),
  ];
  const names = [
    ...paragraphs(identity.title ?? "", strong),
    ...procedures.filter((name) => name !== "").flatMap((name) => paragraphs(name, plain)),
  ];
  const facts: [string, Paragraph[]][] = [
    ["Nomor SOP", paragraphs(number, plain)],
    ["Tgl. Pembuatan", paragraphs(identity.createdOn?.text ?? "", plain)],
    ["Tgl. Revisi", paragraphs(identity.revisedOn?.text ?? "", plain)],
    ["Tgl. Efektif", paragraphs(identity.effectiveOn?.text ?? "", plain)],
    ["Disahkan oleh", official],
    ["Nama SOP", names],
  ];
  const head = facts.map(([label, value], at) =>
    row([
      ...(at === 0
        ? [cell(left, { width: half, ...around, rowSpan: facts.length, middle: true })]
        : []),
      cell(paragraphs(label, plain), { width: labelWidth, ...around }),
      cell(value, { width: half - labelWidth, ...around }),
    ]),
  );
  const lists = listTitles.map(([one, other]) =>
    row(
      [
        cell(listOf(one.title, coverList(parts, one.name)), { width: half, ...around }),
        cell(listOf(other.title, coverList(parts, other.name)), {
          width: half,
          ...around,
          columnSpan: 2,
        }),
      ],
      { height: 90, canSplit: true },
    ),
  );
  return [table([...head, ...lists], widths)];
}

function listOf(title: string, list: FormList): Paragraph[] {
  const heading = paragraphs(title, strong);
  if (list === null) return heading;
  if (list.length === 0) return [...heading, ...paragraphs("-", plain)];
  const isAlone = (group: string | null): boolean =>
    list.filter((item) => item.group === group).length === 1;
  let group: string | null = null;
  let number = 0;
  const items = list.flatMap((item) => {
    const begins = item.group !== group;
    group = item.group;
    number = begins ? 1 : number + 1;
    const mark = isAlone(item.group) ? {} : { mark: `${number}.`, indent: 24 };
    return [
      ...(begins && item.group !== null ? paragraphs(item.group, strong) : []),
      ...paragraphs(item.text, { ...plain, ...mark }),
    ];
  });
  return [...heading, ...items];
}
