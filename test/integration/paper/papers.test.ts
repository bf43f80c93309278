import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  drawForm,
  formMargin,
  layout,
  partOnPaper,
  type Paper,
  type PaperPart,
  paperMetrics,
  pathData,
  symbolOutline,
  paperWords,
} from "../../../domain/index.js";
import type { TestClient } from "../../harness/test-api.js";
import { documentTexts, squeezed } from "../../paper/document-texts.js";
import { paintPdf } from "../../paper/paint-pdf.js";
import { expectPdfAsDrawn } from "../../paper/pdf-as-drawn.js";
import { expectWellFormed, readDocx } from "../../paper/read-docx.js";
import { readPdf } from "../../paper/read-pdf.js";
import { CaseDriver, type ProcedureName } from "../cases/case-driver.js";
import { tokenWith, write } from "../cases/people-of-the-test.js";
import { DraftDesk } from "../sops/draft-desk.js";

const names = ["000", "001", "002", "003", "004a", "004b"] as const;
let driver: CaseDriver;
let admin: TestClient;

beforeAll(async () => {
  driver = await CaseDriver.start();
  admin = await driver.as("admin");
});
afterAll(() => driver?.stop());

const fetched = (
  path: string,
  client: TestClient | null = admin,
  headers: Record<string, string> = {},
): Promise<Response> =>
  fetch(`${driver.api.url}${path}`, { headers: { ...client?.headers, ...headers } });

async function bytesOf(path: string, client: TestClient | null = admin): Promise<Uint8Array> {
  const answer = await fetched(path, client);
  expect(answer.status, path).toBe(200);
  return new Uint8Array(await answer.arrayBuffer());
}

async function refusal(path: string, client: TestClient | null): Promise<[number, string]> {
  const answer = await fetched(path, client);
  expect(answer.headers.get("content-type")).toContain("application/json");
  const { errors } = (await answer.json()) as { errors: { extensions: { code: string } }[] };
  return [answer.status, errors[0]!.extensions.code];
}

const papersFragment = "papers { pdf docx svg png }";

async function papersOf(name: ProcedureName): Promise<Record<string, string>> {
  const document = `query ($id: ID!) { node(id: $id) { ... on Sop { inForce { ${papersFragment} } } } }`;
  return (await driver.gql("admin", document, { id: driver.sop(name) })).node.inForce.papers;
}

function partOf(name: ProcedureName): PaperPart {
  const { number, title, document } = CaseDriver.procedure(name);
  return { number, title, document };
}

const paperOf = (...parts: PaperPart[]): Paper => ({ parts, mark: null, words: paperWords.id });

describe.each(names)("procedure %s on paper", (name) => {
  const part = partOf(name);

  test("is a PDF with every text in its cell, and pages that are not blank", async () => {
    const { pdf } = await papersOf(name);
    const bytes = await bytesOf(pdf!);
    const pages = await expectPdfAsDrawn(bytes, paperOf(part));
    expect(pages).toHaveLength(1 + partOnPaper(part).form.pages.length);
    const all = squeezed(pages.flat().join(""));
    const { title } = await readPdf(bytes);
    expect(title).toBe(part.document.identity.title);
    for (const text of documentTexts(part)) {
      // Lines of a label stand beside lines of others; each of its words is there.
      for (const word of text.split(/[\s/-]+/)) expect(all).toContain(squeezed(word));
    }
    const form = squeezed(pages.slice(1).flat().join(""));
    for (const node of part.document.graph.nodes) expect(form).toContain(squeezed(node.text));
    for (const painted of await paintPdf(bytes)) {
      expect(painted.inked).toBeGreaterThan(0.01);
      expect(painted.inked).toBeLessThan(0.25);
      expect(painted.inkedMargin).toBeLessThan(0.001);
    }
  });

  test("is an SVG with the layout's own geometry", async () => {
    const { svg: path } = await papersOf(name);
    const svg = Buffer.from(await bytesOf(path!)).toString("utf8");
    expectWellFormed(svg, "svg");
    const { graph, columns } = part.document;
    const form = layout(graph, paperMetrics(partOnPaper(part).titleHeight), columns ?? null);
    const drawn = (role: string): string[] =>
      [...svg.matchAll(/<path data-role="([a-z]+)"[^>]* d="([^"]*)"/g)].flatMap(([, found, d]) =>
        found === role ? [d!] : [],
      );
    const moved = <T extends { x: number; y: number }>(it: T): T => ({
      ...it,
      x: it.x + formMargin,
      y: it.y + formMargin,
    });
    expect(drawn("symbol")).toEqual(
      form.symbols.map((symbol) => pathData(symbolOutline(symbol.shape, moved(symbol)))),
    );
    expect(drawn("arrow")).toEqual(
      form.paths.map(({ points }) =>
        pathData(points.map((point, at) => ({ to: at === 0 ? "move" : "line", ...moved(point) }))),
      ),
    );
    expect(svg).toContain(`viewBox="0 0 ${Math.round(drawForm(form).width * 1000) / 1000} `);
  });

  test("is a DOCX with the texts in tables, and a PNG", async () => {
    const { docx, png } = await papersOf(name);
    const { paragraphs, tables, pictures, headingRows } = readDocx(await bytesOf(docx!));
    const { form } = partOnPaper(part);
    expect(tables).toBe(1 + form.pages.length);
    expect(headingRows).toBe(2 * form.pages.length);
    expect(pictures).toBeGreaterThanOrEqual(1);
    const said = paragraphs.map(squeezed);
    const { graph, lists } = part.document;
    for (const { text } of graph.nodes) expect(said).toContain(squeezed(text));
    for (const { name: lane } of graph.lanes) expect(said).toContain(squeezed(lane));
    for (const { text } of lists.qualifications ?? []) {
      expect(said.join("\n")).toContain(squeezed(text));
    }
    const picture = Buffer.from(await bytesOf(png!));
    expect(picture.subarray(1, 4).toString("latin1")).toBe("PNG");
    expect(picture.readUInt32BE(16)).toBeGreaterThan(1500);
  });
});

test("the number of the Smart Center prints both its parts under one cover", async () => {
  const parts = [partOf("004a"), partOf("004b")];
  for (const name of ["004a", "004b"] as const) {
    const document = `query ($id: ID!) { node(id: $id) { ... on Sop { ${papersFragment} } } }`;
    const { node } = await driver.gql("pemohon", document, { id: driver.sop(name) });
    const pages = await expectPdfAsDrawn(await bytesOf(node.papers.pdf), paperOf(...parts));
    expect(pages[0]).toContain("A. Pinjam ruang smart center");
    expect(pages[0]).toContain("B. Pakai Smart Center");
  }
});

describe("serving papers", () => {
  test("they are downloads that nobody keeps and nothing in them runs", async () => {
    const { pdf, svg } = await papersOf("001");
    const { headers } = await fetched(svg!);
    expect(headers.get("content-type")).toContain("image/svg+xml");
    expect(headers.get("content-disposition")).toMatch(
      /^attachment; filename="SOP 060- 020 -406.020-2023 Pengelolaan Layanan TIK v1.svg"; /,
    );
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("cache-control")).toBe("no-store");
    expect(headers.get("content-security-policy")).toContain("default-src 'none'");
    const cookie = await driver.api.signIn("budi", { cookie: true });
    expect((await fetched(pdf!, cookie)).status).toBe(200);
    const foreign = { "sec-fetch-site": "cross-site" };
    expect((await fetched(pdf!, cookie, foreign)).status).toBe(403);
  });

  test("they are for those who may read the version", async () => {
    const { pdf } = await papersOf("000");
    expect(await refusal(pdf!, null)).toEqual([401, "UNAUTHENTICATED"]);
    expect((await fetched(pdf!, await driver.as("pemohon"))).status).toBe(200);
    expect((await fetched(pdf!, await tokenWith(driver, "SOPS_READ"))).status).toBe(200);
    const blind = await tokenWith(driver, "CASES_READ");
    expect(await refusal(pdf!, blind)).toEqual([403, "FORBIDDEN"]);
    expect(await refusal(`/paper/${driver.sop("000")}.pdf`, blind)).toEqual([403, "FORBIDDEN"]);
    const id = pdf!.slice("/paper/".length, -".pdf".length);
    for (const path of [
      `${id}.exe`,
      id,
      `${id}x.pdf`,
      "U29wOjk5OTk.pdf",
      "%2e%2e%2fx.pdf",
      "..pdf",
    ]) {
      expect((await refusal(`/paper/${path}`, admin))[0], path).toBe(404);
    }
  });

  test("a draft says KONSEP, to those who may read drafts", async () => {
    const desk = await DraftDesk.open(driver);
    const draft = await desk.letter("Konsep di atas kertas");
    const document = `query ($id: ID!) { node(id: $id) { ... on SopVersion { ${papersFragment} } } }`;
    const { papers } = (await driver.gql("admin", document, { id: draft.id })).node;
    const { pages } = await readPdf(await bytesOf(papers.pdf, await driver.as("kadis")));
    expect(pages.map(({ watermark }) => watermark)).toEqual(pages.map(() => "KONSEP"));
    expect(readDocx(await bytesOf(papers.docx)).header).toContain("KONSEP");
    expect(await refusal(papers.pdf, await driver.as("budi"))).toEqual([404, "NOT_FOUND"]);
    // What is ours on it is in the reader's language; what the regulation prescribes is not.
    await driver.mutate("manajer", "setMyLocale", { locale: "en" }, "person { id }");
    const answer = await fetched(papers.pdf, await driver.as("manajer"));
    expect(answer.headers.get("content-disposition")).toContain("draft.pdf");
    const english = await readPdf(new Uint8Array(await answer.arrayBuffer()));
    expect(english.pages.map(({ watermark }) => watermark)).toEqual(pages.map(() => "DRAFT"));
    const docx = readDocx(await bytesOf(papers.docx, await driver.as("manajer")));
    expect(docx.header).toContain("DRAFT");
    // Nothing is in force under it yet.
    expect(await refusal(`/paper/${draft.sopId}.pdf`, admin)).toEqual([404, "NOT_FOUND"]);
    await desk.enacted(draft);
    const inForce = await readPdf(await bytesOf(papers.pdf, await driver.as("budi")));
    expect(inForce.pages.every(({ watermark }) => watermark === "")).toBe(true);
  });

  test("nobody with a temporary password prints", async () => {
    const dedi = await driver.as("dedi");
    const { pdf } = await papersOf("000");
    const change = "UPDATE person SET must_change_password = ? WHERE username = 'dedi'";
    await write(driver.api, change, [1]);
    driver.api.clock.advance(3000);
    expect(await refusal(pdf!, dedi)).toEqual([403, "PASSWORD_CHANGE_REQUIRED"]);
    await write(driver.api, change, [0]);
  });

  test("whoever wants events hears how far it is, and gets the file in the last", async () => {
    const { pdf } = await papersOf("004a");
    const answer = await fetched(pdf!, admin, { accept: "text/event-stream" });
    expect(answer.headers.get("content-type")).toContain("text/event-stream");
    const events = (await answer.text())
      .trim()
      .split("\n\n")
      .map((event) => {
        const [name, data] = event.split("\n");
        return { name: name!.slice("event: ".length), data: JSON.parse(data!.slice(6)) };
      });
    const progress = events.filter(({ name }) => name === "progress").map(({ data }) => data);
    const file = events.at(-1)!;
    expect(file.name).toBe("file");
    expect(file.data).toMatchObject({ type: "application/pdf" });
    expect(file.data.name).toMatch(/^SOP 01-SOP.SmartCenter.*\.pdf$/);
    const { pages } = await readPdf(Buffer.from(file.data.base64, "base64"));
    expect(progress).toEqual(pages.map((_, at) => ({ done: at + 1, total: pages.length })));
    const refused = await fetched("/paper/U29wOjk5OTk.pdf", admin, {
      accept: "text/event-stream",
    });
    expect(refused.status).toBe(404);
  });

  test("who goes away leaves the press to the others", async () => {
    const { docx, png } = await papersOf("004a");
    const leaving = Array.from({ length: 4 }, async () => {
      const gone = new AbortController();
      const asked = fetch(`${driver.api.url}${docx}`, {
        headers: admin.headers,
        signal: gone.signal,
      });
      setTimeout(() => gone.abort(), 20);
      return asked.then(
        () => "answered",
        () => "gone",
      );
    });
    await Promise.all(leaving);
    expect((await bytesOf(png!)).length).toBeGreaterThan(1000);
  });

  test("more than the press takes of one person at once are asked to come later", async () => {
    const { png } = await papersOf("004a");
    const answers = await Promise.all(Array.from({ length: 16 }, () => fetched(png!)));
    const statuses = new Set(answers.map(({ status }) => status));
    expect([...statuses].every((status) => status === 200 || status === 429)).toBe(true);
    expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThanOrEqual(7);
    await Promise.all(answers.map((answer) => answer.arrayBuffer()));
  });
});
