import { once } from "node:events";
import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Row, SqlValue } from "../../../server/persistence/database.js";
import type { AnyData, TestClient } from "../../harness/test-api.js";
import { readPdf } from "../../paper/read-pdf.js";
import { readCsv } from "../../throughput/read-csv.js";
import { readXlsx } from "../../throughput/read-xlsx.js";
import { Dice } from "../../walks/dice.js";
import { CaseDriver, MINUTE } from "../cases/case-driver.js";
import { addPerson, tokenWith } from "../cases/people-of-the-test.js";
import { BusyOffice } from "./busy-office.js";
import { ExportDesk } from "./export-desk.js";
import { reportQuery } from "./report-query.js";

let driver: CaseDriver;
let desk: ExportDesk;
let officeId: string;

const files = [
  "throughput.csv",
  "throughput.xlsx",
  "throughput.pdf",
  "events.xes",
  "events.ocel.json",
] as const;
const period = { from: "2026-08-10", to: "2026-10-31" };

beforeAll(async () => {
  driver = await CaseDriver.start();
  officeId = (await driver.gql("admin", "{ me { office { id } } }")).me.office.id;
  desk = new ExportDesk(driver, { office: officeId, ...period, bucket: "week" });
  const office = new BusyOffice(driver, new Dice(3), ["000", "001", "003"]);
  for (let step = 0; step < 60; step += 1) {
    if (step % 5 === 0) await office.start();
    else await office.step();
  }
}, 180_000);
afterAll(() => driver?.stop());

async function report(input: object = {}, by = "manajer"): Promise<AnyData> {
  const whole = { scope: { officeId }, period, bucket: "WEEK", ...input };
  return (await driver.gql(by, reportQuery, { input: whole })).laneThroughput;
}

const minutes = (milliseconds: number | null): string =>
  milliseconds === null ? "" : String(Math.round(milliseconds / 600) / 100).replace(".", ",");

describe("the files of a report", () => {
  test("say in a CSV what the report says", async () => {
    const { lanes, steps, handOvers, course, cases, people } = await report();
    const answer = await desk.fetched("throughput.csv", "manajer");
    expect(answer.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    const name = "Kinerja Dinas";
    expect(decodeURIComponent(answer.headers.get("content-disposition")!)).toContain(name);
    const bytes = new Uint8Array(await answer.arrayBuffer());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const [headings = [], ...rows] = readCsv(Buffer.from(bytes.subarray(3)).toString(), ";");
    const of = (section: string) => rows.filter(([first]) => first === section);
    const column = (row: readonly string[], heading: string) => row[headings.indexOf(heading)];
    const [summary] = of("Ringkasan");
    expect(column(summary!, "Berkas selesai")).toBe(String(cases.completed));
    expect(column(summary!, "Lama penyelesaian, p50 (menit kerja)")).toBe(
      minutes(cases.leadTimes.p50),
    );
    expect(of("Pelaksana")).toHaveLength(lanes.length);
    for (const [at, row] of of("Pelaksana").entries()) {
      const one = lanes[at];
      expect(column(row, "Tugas masuk")).toBe(String(one.arrived));
      expect(column(row, "Tugas terbuka")).toBe(String(one.waiting));
      expect(column(row, "Seluruh waktu (menit kerja)")).toBe(minutes(one.working.total));
      expect(column(row, "Lama dikerjakan, p90 (menit kerja)")).toBe(minutes(one.workTimes.p90));
    }
    expect(of("Kegiatan").map((row) => column(row, "Kegiatan"))).toEqual(
      steps.map(({ text }: AnyData) => text),
    );
    expect(of("Serah terima").map((row) => column(row, "Jumlah serah terima"))).toEqual(
      handOvers.map(({ count }: AnyData) => String(count)),
    );
    expect(of("Perjalanan")).toHaveLength(course.length * (1 + lanes.length));
    expect(of("Orang").map((row) => column(row, "Nama"))).toEqual(
      people.map(({ person }: AnyData) => person.name),
    );
  });

  test("are a workbook of the same numbers", async () => {
    const { lanes, cases } = await report();
    const { sheets } = readXlsx(await desk.bytes("throughput.xlsx", "manajer"));
    expect(sheets.map(({ name }) => name)).toContain("Orang");
    const [headings, ...rows] = sheets[1]!.rows;
    const at = headings!.findIndex(({ value }) => value === "Tugas selesai");
    expect(rows.map((row) => row[at]!.value)).toEqual(
      lanes.map(({ finished }: AnyData) => finished),
    );
    const completed = sheets[0]!.rows.find(([name]) => name?.value === "Berkas selesai");
    expect(completed?.[1]).toMatchObject({ value: cases.completed });
  });

  test("are a paper, in the asker's language or the one that is asked for", async () => {
    const words = async (parameters: object) => {
      const { pages } = await readPdf(
        await desk.bytes("throughput.pdf", "manajer", { ...parameters }),
      );
      return pages.flatMap(({ texts }) => texts.map(({ text }) => text)).join(" ");
    };
    const { bottleneck } = await report();
    const id = await words({});
    expect(id).toContain("LAPORAN KINERJA PER PELAKSANA");
    expect(id.replaceAll(" ", "")).toContain(bottleneck.sentence.replaceAll(" ", ""));
    const en = await words({ lang: "en", sop: driver.sop("000") });
    expect(en).toContain("THROUGHPUT REPORT, LANE BY LANE");
    expect(en).toContain("SOP");
    expect(en).not.toContain("Periode");
  });

  test("have people only for who may see their figures", async () => {
    const token = await tokenWith(driver, "CASES_READ");
    for (const by of ["admin", "kadis", token]) {
      const text = await desk.text("throughput.csv", by);
      expect(text).not.toContain('"Orang"');
      const { sheets } = readXlsx(await desk.bytes("throughput.xlsx", by));
      expect(sheets.map(({ name }) => name)).not.toContain("Orang");
    }
  });
});

test("whoever may not read the figures gets none, and nobody another office's", async () => {
  await addPerson(driver.api, "tamu", "budi");
  const other = await tokenWith(driver, "SOPS_READ", "TASKS_READ");
  for (const file of files) {
    expect(await desk.refusal(file, null)).toMatchObject({ status: 401, code: "UNAUTHENTICATED" });
    for (const by of ["budi", "loket", "pemohon", "tamu", "pkykadis", other]) {
      expect(await desk.refusal(file, by)).toMatchObject({ status: 403, code: "FORBIDDEN" });
    }
  }
  const { me } = await driver.gql("pkykadis", "{ me { office { id } } }");
  for (const file of files) {
    const refused = await desk.refusal(file, "manajer", { office: me.office.id });
    expect(refused).toMatchObject({ status: 403, code: "FORBIDDEN" });
    const foreign = await desk.refusal(file, "pkykadis", {
      office: me.office.id,
      sop: driver.sop("000"),
    });
    expect(foreign).toMatchObject({ status: 404, code: "NOT_FOUND", field: "sop" });
  }
});

test("what cannot be is refused in words, naming the parameter", async () => {
  const { sops } = await driver.gql("admin", "{ sops { nodes { id inForce { id } } } }");
  const versionOf = (id: string): string =>
    sops.nodes.find((one: AnyData) => one.id === id).inForce.id;
  const cases: readonly (readonly [object, object])[] = [
    [{ office: "" }, { status: 400, code: "INVALID", field: "office" }],
    [{ office: "T2ZmaWNlOjk5OTk" }, { status: 404, code: "NOT_FOUND", field: "office" }],
    [{ office: "bukan" }, { status: 404, code: "NOT_FOUND", field: "office" }],
    [{ office: [officeId, officeId] }, { status: 400, code: "INVALID", field: "office" }],
    [{ from: "" }, { status: 400, code: "INVALID", field: "from" }],
    [{ from: "2026-02-30" }, { status: 400, code: "NO_SUCH_DATE", field: "from" }],
    [{ to: "9999-12-31" }, { status: 400, code: "NO_SUCH_DATE", field: "to" }],
    [{ to: "2026-08-09" }, { status: 400, code: "DATES_REVERSED", field: "to" }],
    [{ sop: "U29wOjk5OTk" }, { status: 404, code: "NOT_FOUND", field: "sop" }],
    [{ sop: officeId }, { status: 404, code: "NOT_FOUND", field: "sop" }],
    [{ version: "x" }, { status: 404, code: "NOT_FOUND", field: "version" }],
    [
      { sop: driver.sop("000"), version: versionOf(driver.sop("001")) },
      { status: 404, code: "NOT_FOUND", field: "version" },
    ],
    [{ bucket: "hour" }, { status: 400, code: "INVALID", field: "bucket" }],
    [{ lang: "fr" }, { status: 400, code: "INVALID", field: "lang" }],
  ];
  for (const [parameters, expected] of cases) {
    for (const file of files) {
      const said = JSON.stringify([file, parameters]);
      expect(await desk.refusal(file, "admin", { ...parameters }), said).toMatchObject(expected);
    }
  }
  const years = { from: "1990-01-01", to: "2089-12-31", bucket: "day" };
  expect(await desk.refusal("throughput.csv", "admin", years)).toMatchObject({
    status: 400,
    code: "OUT_OF_RANGE",
    field: "bucket",
  });
  const reversed = { to: "2026-08-09" };
  const id = await desk.refusal("throughput.pdf", "admin", reversed);
  expect(id.message).toBe("Hari terakhir mendahului hari pertama.");
  const en = await desk.refusal("throughput.pdf", "admin", { ...reversed, lang: "en" });
  expect(en.message).toBe("The last day comes before the first.");
  expect((await desk.fetched("throughput.doc", "admin")).status).toBe(404);
});

describe("an event log", () => {
  test("is packed for who can unpack it", async () => {
    const raw = await rawHeaders("gzip, deflate");
    expect(raw).toMatch(/content-encoding: gzip/i);
    expect(raw).toMatch(/vary: accept-encoding/i);
    expect(await rawHeaders("identity")).not.toMatch(/content-encoding/i);
    expect(await rawHeaders("gzip;q=0")).not.toMatch(/content-encoding/i);
  });

  test("is read no further when who fetches it hangs up, and others have their turn", async () => {
    for (let no = 0; no < 40; no += 1) await driver.start("000", {}, "budi");
    const halted = haltLogs(2);
    try {
      const admin: TestClient = await driver.as("admin");
      const query = new URLSearchParams({ office: officeId, ...period });
      const socket = connect(Number(new URL(driver.api.url).port), "127.0.0.1");
      await once(socket, "connect");
      socket.write(
        `GET /export/events.xes?${query} HTTP/1.1\r\nHost: localhost\r\nAuthorization: ${admin.headers["authorization"]}\r\n\r\n`,
      );
      await halted.reached;
      socket.destroy();
      await once(socket, "close");
      // By the time that others were answered, the server has heard of it.
      for (let no = 0; no < 5; no += 1) await (await fetch(`${driver.api.url}/health`)).text();
      // Whoever comes next waits for the place of the one who has gone.
      const next = desk.fetched("events.ocel.json", "admin", { to: period.from });
      halted.goOn();
      const { status } = await next;
      expect(status).toBe(200);
      const { objects } = (await (await next).json()) as AnyData;
      const few = objects.filter(({ type }: AnyData) => type === "case").length;
      expect(few).toBeLessThan(16);
      // Of the first log what was under way, and nothing of what was left; of the next two rounds.
      const { reader } = driver.api.database;
      const [row] = await reader.all<Row & { n: number }>("SELECT COUNT(*) AS n FROM instance", []);
      expect(Number(row!.n)).toBeGreaterThan(48);
      expect(halted.read).toBe(2 + 2);
    } finally {
      halted.end();
    }
  });

  test("waits where too many are written for one asker", async () => {
    const halted = haltLogs(1);
    try {
      const first = desk.fetched("events.xes", "kadis");
      await halted.reached;
      let refused = 0;
      // One is written and two may wait, whichever they are.
      const others = Array.from({ length: 5 }, async () => {
        const answer = await desk.fetched("events.xes", "kadis");
        if (answer.status === 429 && (refused += 1) === 3) halted.goOn();
        await answer.text();
        return answer.status;
      });
      const statuses = await Promise.all(others);
      expect(statuses.toSorted()).toEqual([200, 200, 429, 429, 429]);
      expect((await first).status).toBe(200);
      await (await first).text();
    } finally {
      halted.end();
    }
  });
});

/** Lets no more than so many statements of event logs begin before it is told to go on. */
function haltLogs(at: number) {
  const { reader } = driver.api.database;
  const all = reader.all.bind(reader);
  let reach = (): void => {};
  let goOn = (): void => {};
  const reached = new Promise<void>((resolve) => (reach = resolve));
  const goingOn = new Promise<void>((resolve) => (goOn = resolve));
  const halted = {
    read: 0,
    reached,
    goOn,
    end: () => {
      goOn();
      Reflect.deleteProperty(reader, "all");
    },
  };
  reader.all = async <T extends Row>(sql: string, params: readonly SqlValue[]): Promise<T[]> => {
    if (sql.includes("FROM history_entry") && sql.includes("AND at <= ?")) {
      halted.read += 1;
      if (halted.read === at) {
        reach();
        await goingOn;
      }
    }
    return all<T>(sql, params);
  };
  return halted;
}

/** The head of an answer as it came; `fetch` unpacks by itself. */
async function rawHeaders(encoding: string): Promise<string> {
  driver.api.clock.advance(MINUTE);
  const client = await driver.as("admin");
  const query = new URLSearchParams({ office: officeId, ...period });
  const socket = connect(Number(new URL(driver.api.url).port), "127.0.0.1");
  socket.write(
    `GET /export/events.xes?${query} HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: ${encoding}\r\nAuthorization: ${client.headers["authorization"]}\r\nConnection: close\r\n\r\n`,
  );
  const chunks: Buffer[] = [];
  for await (const chunk of socket) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("latin1").split("\r\n\r\n")[0]!;
}
