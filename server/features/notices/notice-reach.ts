import type { Reader, Row, SqlValue } from "../../persistence/database.js";
import type { Select } from "../../persistence/keyset-page.js";
import { placeholders } from "../../persistence/placeholders.js";
import {
  allNoticeKinds,
  noticeKinds,
  type StandsWhile,
} from "../../runtime/notices/notice-kinds.js";
import { noticeColumns } from "./notice-facts.js";
import { hiddenKinds, type NoticeSetting } from "./notice-setting.js";

/** A position that somebody holds now, and since when. */
export interface HeldPosition extends Row {
  readonly positionId: number;
  readonly since: number;
}

export const heldPositions = (
  reader: Reader,
  personId: number,
  now: number,
): Promise<HeldPosition[]> =>
  reader.all<HeldPosition>(
    `SELECT h.position_id AS positionId, MIN(h.valid_from) AS since FROM position_holder h
      WHERE h.person_id = ? AND h.valid_from <= ? AND (h.valid_until IS NULL OR h.valid_until > ?)
      GROUP BY h.position_id ORDER BY h.position_id`,
    [personId, now, now],
  );

/** What is older is not counted as unread any more. */
const unreadFor = 30 * 86_400_000;

const kindsThatStand = (wanted: StandsWhile): string =>
  allNoticeKinds
    .filter((kind) => noticeKinds[kind].standsWhile === wanted)
    .map((kind) => `'${kind}'`)
    .join(", ");
const [untakenKinds, openKinds] = [kindsThatStand("UNTAKEN"), kindsThatStand("OPEN")];

export interface NoticeReach {
  readonly personId: number;
  readonly held: readonly HeldPosition[];
  readonly setting: NoticeSetting;
  readonly now: number;
}

/**
 * What somebody is told of: one arm for themselves and one for each position that they hold, of what
 * came while they held it. Whoever did it is not told. `unread`: only what they have not read and
 * what still stands, as a task that a colleague has taken does not.
 */
export function noticeArms(reach: NoticeReach, { unread }: { readonly unread: boolean }): Select[] {
  const rest = joined([notHidden(reach), ...(unread ? [notRead(reach), standing(reach)] : [])]);
  const { personId, held } = reach;
  const select = (where: string, params: readonly SqlValue[]): Select => ({
    sql: `SELECT ${noticeColumns} FROM notice n WHERE ${where}${rest.sql}`,
    params: [...params, ...rest.params],
  });
  return [
    select("n.person_id = ?", [personId]),
    ...held.map(({ positionId, since }) =>
      select("n.position_id = ? AND n.at >= ? AND (n.except_id IS NULL OR n.except_id <> ?)", [
        positionId,
        since,
        personId,
      ]),
    ),
  ];
}

function notHidden({ setting }: NoticeReach): Select {
  const hidden = hiddenKinds(setting);
  if (hidden.length === 0) return { sql: "", params: [] };
  return { sql: `n.kind NOT IN (${placeholders(hidden)})`, params: hidden };
}

const notRead = ({ personId, setting, now }: NoticeReach): Select => ({
  sql: `n.at > ? AND NOT EXISTS
    (SELECT 1 FROM notice_read r WHERE r.person_id = ? AND r.notice_id = n.id)`,
  params: [Math.max(setting.readUntil, now - unreadFor), personId],
});

/** That a task is still there to be done, by them or by anybody. */
const standing = ({ personId }: NoticeReach): Select => ({
  sql: `(n.task_no IS NULL OR n.kind NOT IN (${untakenKinds}, ${openKinds}) OR EXISTS
    (SELECT 1 FROM task t WHERE t.instance_id = n.instance_id AND t.no = n.task_no AND t.is_open = 1
      AND (n.kind IN (${openKinds}) OR t.assignee_id IS NULL OR t.assignee_id = ?)))`,
  params: [personId],
});

function joined(conditions: readonly Select[]): Select {
  const wanted = conditions.filter(({ sql }) => sql !== "");
  return {
    sql: wanted.map(({ sql }) => ` AND ${sql}`).join(""),
    params: wanted.flatMap(({ params }) => params),
  };
}
