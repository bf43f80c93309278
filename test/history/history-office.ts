import { hashDemoPassword } from "../../server/features/people/demo-passwords.js";
import { readDemoOffice } from "../../server/features/people/demo-office.js";
import { PasswordHasher } from "../../server/features/people/password-hasher.js";
import type { Context } from "../../server/kernel/context.js";
import type { Role } from "../../server/kernel/actor.js";
import type { Database, Row, Tx } from "../../server/persistence/database.js";
import type { Worker } from "./played-case.js";
import type { TimeDice } from "./random-times.js";

/** The office of a history: its people can sign in with the demo's password. */
export interface HistoryOffice {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  /** `<code>.manajer`: may read its reports. */
  readonly manager: Worker;
  readonly managerName: string;
  readonly requesters: readonly Worker[];
  /** Position id by code. */
  readonly positions: ReadonlyMap<string, number>;
  /** Who holds a position, by its id. */
  readonly holders: ReadonlyMap<number, readonly Worker[]>;
}

const requesters = 40;
/** Who holds a position that is not led by one alone. */
const holdersOfOne = { least: 2, most: 6 } as const;

/** The code that a demo position has in the office of a history. */
export const codeIn = (office: string, demoCode: string): string =>
  `${office}.${demoCode.replace(/^.*\./, "")}`;

/** Makes an office of its own, with the positions of both demo offices and several people in most. */
export async function makeOffice(
  database: Database,
  ctx: Context,
  dice: TimeDice,
): Promise<HistoryOffice> {
  // One hash for all: hundreds of them would take longer than the history.
  const password = await hashDemoPassword(new PasswordHasher());
  return database.unitOfWork.run(ctx, async (tx) => {
    const { code, name, id } = await insertOffice(tx);
    const names = namesBy(dice);
    const add = async (username: string, role: Role | null): Promise<Worker> => {
      const person = { officeId: id, username: `${code}.${username}`, name: names(), password };
      return insertPerson(tx, ctx, person, role);
    };
    const manager = await add("manajer", "MANAGER");
    await add("pengesah", "APPROVER");
    const positions = new Map<string, number>();
    const holders = new Map<number, readonly Worker[]>();
    for (const position of readDemoOffice().positions) {
      const own = codeIn(code, position.code);
      if (positions.has(own)) continue;
      const isHead = position.head === true;
      const { insertId } = await tx.run(
        "INSERT INTO `position` (office_id, code, name, is_head) VALUES (?, ?, ?, ?)",
        [id, own, position.name, isHead ? 1 : 0],
      );
      positions.set(own, insertId);
      const count = isHead ? 1 : dice.between(holdersOfOne.least, holdersOfOne.most);
      const people: Worker[] = [];
      for (let number = 1; number <= count; number += 1) {
        const person = await add(`${own.slice(code.length + 1)}-${number}`, null);
        await tx.run(
          `INSERT INTO position_holder (position_id, person_id, acting, valid_from)
            VALUES (?, ?, 0, 0)`,
          [insertId, person.id],
        );
        people.push(person);
      }
      holders.set(insertId, people);
    }
    const asking: Worker[] = [];
    for (let number = 1; number <= requesters; number += 1) {
      asking.push(await add(`pemohon-${number}`, null));
    }
    const managerName = `${code}.manajer`;
    return { id, code, name, manager, managerName, requesters: asking, positions, holders };
  });
}

async function insertOffice(tx: Tx): Promise<{ id: number; code: string; name: string }> {
  const rows = await tx.all<Row & { code: string }>(
    "SELECT code FROM office WHERE code LIKE 'riwayat-%'",
    [],
  );
  const number = rows.length + 1;
  const [code, name] = [`riwayat-${number}`, `Dinas dengan Riwayat Panjang ${number}`];
  const { insertId: id } = await tx.run(
    "INSERT INTO office (code, name, government, time_zone) VALUES (?, ?, ?, 'Asia/Jakarta')",
    [code, name, "Pemerintah Kabupaten Contoh"],
  );
  return { id, code, name };
}

async function insertPerson(
  tx: Tx,
  ctx: Context,
  person: { officeId: number; username: string; name: string; password: string },
  role: Role | null,
): Promise<Worker> {
  const { insertId: id } = await tx.run(
    `INSERT INTO person (office_id, username, name, nip, locale, password_hash,
      must_change_password, created_at) VALUES (?, ?, ?, NULL, 'id', ?, 0, ?)`,
    [person.officeId, person.username, person.name, person.password, ctx.now()],
  );
  if (role) await tx.run("INSERT INTO person_role (person_id, role) VALUES (?, ?)", [id, role]);
  return { id, name: person.name };
}

const first = `Agus Ani Arif Bayu Budi Citra Dedi Dewi Dian Eka Endang Fajar Fitri Galih Hadi Hendra
  Indah Joko Kartika Lestari Made Maya Nanang Nur Putri Rahmat Rina Rudi Sari Siti Slamet Sri Tono
  Tri Udin Wahyu Wati Yanti Yusuf Zainal`.split(/\s+/);
const last =
  `Anggraini Cahyono Firmansyah Gunawan Handayani Hidayat Kurniawan Kusuma Lestari Maulana
  Nugroho Permata Prasetyo Purnomo Puspita Rahayu Ramadhan Santoso Saputra Setiawan Suharto
  Sulistyo Susanto Utami Wahyuni Wibowo Wicaksono Widodo Wijaya Yulianti`.split(/\s+/);

const namesBy = (dice: TimeDice) => (): string => `${dice.pick(first)} ${dice.pick(last)}`;
