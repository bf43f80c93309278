import "reflect-metadata";
import { dayOfDate } from "../../domain/index.js";
import { Office } from "../../server/features/people/people-service.js";
import type { ReportSubject } from "../../server/features/throughput/export/report-tables.js";
import { ThroughputStep } from "../../server/features/throughput/course-types.js";
import {
  LaneFigures,
  StepFigures,
  type ThroughputLane,
} from "../../server/features/throughput/lane-types.js";
import { CaseFigures, LaneThroughput } from "../../server/features/throughput/report-types.js";
import type {
  DurationFigures,
  TimeFigures,
} from "../../server/features/throughput/time-figures.js";

const HOUR = 3_600_000;
const day = (date: string): number => dayOfDate(date)!;
const made = <T extends object>(type: new () => T, fields: Partial<T>): T =>
  Object.assign(new type(), fields);

const laneOf = (id: string, name: string, isRequesters = false): ThroughputLane => ({
  id,
  name,
  isRequesters,
  positionId: null,
  laneKey: id,
});

const durations = (count: number, hours: number): DurationFigures =>
  count === 0
    ? { count, mean: null, p50: null, p90: null, p95: null }
    : {
        count,
        mean: Math.round(hours * 1.2 * HOUR),
        p50: Math.round(hours * HOUR),
        p90: Math.round(hours * 2.5 * HOUR),
        p95: Math.round(hours * 3 * HOUR),
      };

const times = (queue: number, work: number, rework: number, held = 0): TimeFigures => ({
  queue: queue * HOUR,
  work: work * HOUR,
  rework: rework * HOUR,
  requester: 0,
  childSop: 0,
  held: held * HOUR,
  total: (queue + work + rework + held) * HOUR,
});

export interface SampleNames {
  readonly lanes: readonly string[];
  readonly step: string;
  readonly person: string;
}

const usualNames: SampleNames = {
  lanes: [
    "Agendaris",
    "Kepala Dinas Komunikasi dan Informatika",
    "Kepala Bidang Aplikasi dan Informatika",
    "Pranata Komputer Ahli Muda",
    "",
  ],
  step: "Memeriksa kelengkapan berkas permohonan dan membuat catatan hasil pemeriksaan",
  person: "Budi Santoso, S.Kom.",
};

/** What the report is about, in words. */
export const sampleSubject = (names: SampleNames = usualNames): ReportSubject => ({
  office: "Dinas Komunikasi dan Informatika",
  sops: ["SOP 000/17 Pemanfaatan Aplikasi Layanan"],
  versions: "2, 1",
  sopTitles: new Map([[3, "Pemanfaatan Aplikasi Layanan"]]),
  personNames: new Map([[1, names.person]]),
});

/** A report of one SOP over thirteen weeks of 2026, as the service would make it. */
export function sampleReport(names: SampleNames = usualNames): LaneThroughput {
  const lanes = names.lanes.map((name, at) => laneOf(`l${at}`, name, name === ""));
  const shares = [0.09, 0.14, 0.46, 0.27, 0.04];
  const from = day("2026-07-06");
  const laneFigures = lanes.map((lane, at) =>
    made(LaneFigures, {
      lane,
      arrived: 240 - at * 17,
      finished: 221 - at * 19,
      withdrawn: 7,
      waiting: 12 + at * 2,
      oldest: at === 2 ? { instanceId: 1, since: Date.parse("2026-08-12T02:10:00Z") } : null,
      withStandard: at === 4 ? 0 : 200 - at * 15,
      onTime: at === 4 ? 0 : 190 - at * 31,
      rework: at * 6,
      working: times(30 + at * 61.5, 25 + at * 20, at * 9, at),
      clock: times(120 + at * 231.25, 100 + at * 70, at * 31, at * 4),
      share: shares[at] ?? 0,
      queueTimes: durations(200 - at * 19, 0.5 + at),
      workTimes: durations(200 - at * 19, 0.75 + at / 2),
      reworkTimes: durations(at * 6, 1.5),
      waitingTimes: durations(0, 0),
    }),
  );
  const steps = Array.from({ length: 9 }, (_, at) =>
    made(StepFigures, {
      sopId: 3,
      stepKey: `a${at + 1}`,
      number: at === 8 ? null : at + 1,
      text: `${names.step} ${at + 1}`,
      lane: lanes[at % lanes.length]!,
      standard: at % 4 === 3 ? null : (at + 1) * HOUR,
      arrived: 100 + at,
      finished: 96 + at,
      waiting: at,
      withStandard: at % 4 === 3 ? 0 : 96 + at,
      onTime: at % 4 === 3 ? 0 : 90 - at * 5,
      rework: at,
      times: durations(96 + at, 0.8 + at * 0.7),
      working: (at + 2) * 20 * HOUR,
    }),
  );
  const course = Array.from({ length: 13 }, (_, week) =>
    made(ThroughputStep, {
      from: from + week * 7,
      to: from + week * 7 + 6,
      started: 9 + ((week * 5) % 7),
      completed: 7 + ((week * 3) % 8),
      cancelled: week % 5 === 0 ? 1 : 0,
      running: 11 + week,
      leadTimes: week === 4 ? durations(0, 0) : durations(8, 14 + ((week * 11) % 9)),
      lanes: lanes.map(({ id }, at) => ({
        laneId: id,
        arrived: 18 - at,
        finished: 17 - at,
        withdrawn: 1,
        waiting: 5 + at + week,
        working: (at + week) * HOUR,
      })),
    }),
  );
  return made(LaneThroughput, {
    office: made(Office, {
      rowId: 1,
      id: "T2ZmaWNlOjE",
      name: "Dinas Komunikasi dan Informatika",
      government: "Pemerintah Kota Palangka Raya",
      timeZone: "Asia/Jakarta",
    }),
    versionIds: [2, 1],
    from,
    to: day("2026-10-04"),
    bucket: "WEEK",
    asOf: Date.parse("2026-10-05T02:15:30Z"),
    minutesPerWorkingDay: 450,
    cases: made(CaseFigures, {
      started: 156,
      completed: 131,
      cancelled: 3,
      running: 24,
      leadTimes: durations(131, 16.4),
      clockLeadTimes: durations(131, 70.1),
      standard: 15 * HOUR,
      histogram: Array.from({ length: 14 }, (_, index) => ({
        index,
        from: index === 0 ? -1 : index * 4 * HOUR,
        to: (index + 1) * 4 * HOUR,
        count: [2, 7, 16, 27, 24, 18, 13, 9, 6, 4, 0, 3, 1, 1][index] ?? 0,
      })),
    }),
    lanes: laneFigures,
    steps,
    handOvers: [
      { from: lanes[0]!, to: lanes[1]!, count: 151, returned: 0 },
      { from: lanes[1]!, to: lanes[2]!, count: 148, returned: 0 },
      { from: lanes[2]!, to: lanes[3]!, count: 139, returned: 0 },
      { from: lanes[3]!, to: lanes[2]!, count: 41, returned: 33 },
      { from: lanes[3]!, to: lanes[4]!, count: 88, returned: 4 },
    ],
    bottleneck: {
      lane: lanes[2]!,
      share: 0.46,
      since: day("2026-08-03"),
      waiting: 16,
      overdue: 9,
      sentence:
        "Kepala Bidang Aplikasi dan Informatika menahan pekerjaan: 46% dari seluruh waktu kerja ada padanya sejak 3 Agustus 2026, 16 tugas terbuka, 9 di antaranya lewat tenggat.",
    },
    course,
    people: [
      {
        personId: 1,
        lane: lanes[2]!,
        finished: 98,
        withStandard: 90,
        onTime: 61,
        meanWork: 2 * HOUR,
      },
      { personId: 2, lane: lanes[3]!, finished: 12, withStandard: 0, onTime: 0, meanWork: null },
    ],
    compared: null,
  });
}
