import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { AnyData } from "../../harness/test-api.js";
import { AppointmentDesk } from "../people/appointment-desk.js";

let desk: AppointmentDesk;

beforeAll(async () => {
  desk = await AppointmentDesk.start();
});
beforeEach(() => desk.beginStretch());
afterAll(() => desk?.stop());

/** What somebody was told of positions in this stretch, the oldest first. */
async function told(username: string): Promise<string[]> {
  const { notifications } = await desk.driver.gql(
    username,
    "{ notifications(first: 100) { nodes { kind group at headline positionId } } }",
  );
  const since = Date.parse(`${desk.day(0)}T00:00:00+07:00`);
  return notifications.nodes
    .filter(({ group, at }: AnyData) => group === "POSITIONS" && Date.parse(at) >= since)
    .map(({ headline }: AnyData) => headline)
    .toReversed();
}

const watch = (): Promise<void> => desk.driver.api.telling.watch();
const inWords = (date: string): string =>
  new Intl.DateTimeFormat("id-ID", { dateStyle: "long" }).format(Date.parse(`${date}T12:00:00Z`));

test("a position that will be vacant, and one that is, is told once to admin and manager", async () => {
  const [holder] = await desk.book("agendaris");
  await desk.done("admin", "changeAppointment", {
    appointmentId: holder.id,
    lastDay: desk.day(20),
  });
  await watch();
  expect(await told("manajer")).toEqual([]);
  desk.setClock(`${desk.day(8)} 08:00`);
  await Promise.all([watch(), watch()]);
  desk.setClock(`${desk.day(21)} 08:00`);
  await watch();
  const words = `Jabatan Agendaris kosong mulai ${inWords(desk.day(21))}`;
  for (const person of ["admin", "manajer"]) expect(await told(person)).toEqual([words]);
  expect(await told("kadis")).toEqual([]);
});

test("a disabled account leaves its position vacant", async () => {
  const personId = desk.person("kasilitik");
  const set = (disabled: boolean): Promise<AnyData> =>
    desk.driver.mutate("admin", "setPersonDisabled", { personId, disabled }, "person { id }");
  expect((await set(true)).userErrors).toEqual([]);
  await watch();
  await watch();
  const words = `Jabatan Kepala Seksi Layanan Infrastruktur TIK kosong mulai ${inWords(desk.day(0))}`;
  expect(await told("manajer")).toEqual([words]);
  await set(false);
});

test("a position that was taken out of use is not vacant", async () => {
  const { me } = await desk.driver.gql("admin", "{ me { office { id } } }");
  const { position } = await desk.driver.mutate(
    "admin",
    "createPosition",
    { officeId: me.office.id, name: "Juru ketik", isHead: false },
    "position { id }",
  );
  await desk.done("admin", "appointHolder", {
    positionId: position.id,
    personId: desk.person("joko"),
    capacity: "DEFINITIVE",
    firstDay: desk.day(0),
  });
  desk.setClock(`${desk.day(1)} 08:00`);
  const retired = await desk.driver.mutate(
    "admin",
    "setPositionRetired",
    { positionId: position.id, revision: 0, retired: true },
    "position { retired }",
  );
  expect(retired).toMatchObject({ userErrors: [], position: { retired: true } });
  await watch();
  expect(await told("manajer")).toEqual([]);
});

test("a long acting is told to end, a few days' leave is not; whoever stands in is told", async () => {
  await desk.done(
    "admin",
    "appointHolder",
    desk.appointment("sekretaris", "kabid", "PLT", desk.day(0), desk.day(24)),
  );
  expect(await told("kabid")).toEqual([
    `Anda ditunjuk sebagai Plt. Sekretaris Dinas mulai ${inWords(desk.day(0))}`,
  ]);
  await desk.done("kasiaplikasi", "reportLeave", {
    firstDay: desk.day(2),
    lastDay: desk.day(4),
    standInId: desk.person("joko"),
  });
  expect(await told("joko")).toEqual([
    `Anda ditunjuk sebagai Plh. Kepala Seksi Pengembangan Aplikasi mulai ${inWords(desk.day(2))}`,
  ]);
  expect(await told("kasiaplikasi")).toEqual([]);
  desk.setClock(`${desk.day(3)} 08:00`);
  await watch();
  expect(await told("manajer")).toEqual([]);
  desk.setClock(`${desk.day(12)} 08:00`);
  await watch();
  await watch();
  expect(await told("manajer")).toEqual([
    expect.stringMatching(
      new RegExp(`^Plt\\. Sekretaris Dinas \\(.+\\) berakhir ${inWords(desk.day(24))}$`),
    ),
  ]);
});
