import {
  type Answer,
  type Desk,
  type Draft,
  isFaulty,
  type Running,
  untilAnswered,
} from "./desk.js";
import { rowOf } from "./office.js";
import { type Field, rows, share, type Verdict } from "./trial.js";

const rules: Readonly<Record<Running, string>> = {
  WAITS: "connector-cycle",
  AT_ONCE: "connector-chain",
};
/** Rounds at once: what admins do passes through one row, and they are few. */
const atOnce = 3;

/**
 * Two or three SOPs of which each runs the next are enacted in one moment, each at another node: one
 * must be refused, and the circle named to it, also when it is tried again; the others must come into
 * force. Half of the rounds begin with drawings that were never proven.
 */
export async function raceCircles(
  { stored }: Pick<Field, "stored">,
  desk: Desk,
  count: number,
): Promise<Verdict> {
  const faults: string[] = [];
  let closed = 0;
  let stuck = 0;
  let again = 0;
  await share(
    count,
    async (round) => {
      const running: Running = round % 2 === 0 ? "WAITS" : "AT_ONCE";
      const members = await drawCircle(desk, `Lingkaran ${round}`, round % 4 < 2 ? 2 : 3, running);
      if (round % 8 < 4) await Promise.all(members.map((one, at) => desk.found(at, one)));
      const answers = await Promise.all(
        members.map((one, at) =>
          untilAnswered(() => {
            again += 1;
            return desk.enact(at, one);
          }),
        ),
      );
      again -= members.length;
      const refused = members.flatMap((one, at) => (isFaulty(answers[at]!) ? [{ one, at }] : []));
      const done = answers.filter(({ userErrors }) => userErrors.length === 0).length;
      const [found] = await rows<{ enacted: number }>(
        stored,
        "SELECT COUNT(*) AS enacted FROM sop_version WHERE status = 'ENACTED' AND id IN (?)",
        members.map(({ versionId }) => rowOf(versionId)),
      );
      if (found?.enacted !== done) {
        faults.push(`circle ${round}: ${done} were told they are in force, ${found?.enacted} are`);
      }
      if (found?.enacted === members.length) closed += 1;
      if (done + refused.length !== members.length) {
        faults.push(`circle ${round}: ${JSON.stringify(answers)}`);
      }
      const named = (answer: Answer): boolean =>
        isFaulty(answer) && isNamed(answer, members, rules[running]);
      for (const { at } of refused) {
        if (!named(answers[at]!)) faults.push(`circle ${round}: ${JSON.stringify(answers[at])}`);
      }
      // Whoever was refused tries again, at another node: only who closes the circle stays refused.
      let kept = 0;
      for (const { one, at } of refused) {
        const repeated = await untilAnswered(() => desk.enact(at + 1, one));
        if (named(repeated)) kept += 1;
        else if (repeated.userErrors.length > 0) {
          faults.push(`circle ${round}, again: ${JSON.stringify(repeated)}`);
        }
      }
      if (done < members.length - 1) stuck += 1;
      if (kept !== 1) faults.push(`circle ${round}: ${kept} of ${members.length} stay refused`);
    },
    atOnce,
  );
  if (closed > 0) faults.push(`${closed} circles were closed`);
  if (stuck > 0) faults.push(`${stuck} circles in which more than one was refused`);
  return { figures: { circles: count, closed, stuck, again }, faults };
}

/** So many drafts, each of which runs the next, and the last the first. */
async function drawCircle(
  desk: Desk,
  title: string,
  size: number,
  running: Running,
): Promise<readonly Draft[]> {
  const drafts = await Promise.all(
    Array.from({ length: size }, (_, at) => desk.draw(`${title} ${at + 1}`)),
  );
  return Promise.all(
    drafts.map((draft, at) => desk.running(draft, drafts[(at + 1) % size]!.sopId, running)),
  );
}

/** Whether the answer names the whole circle, and nothing else. */
function isNamed({ problems }: Answer, members: readonly Draft[], rule: string): boolean {
  const titles = new Set(problems[0]?.sopTitles);
  return (
    problems.length === 1 &&
    problems[0]?.rule === rule &&
    titles.size === members.length &&
    members.every(({ title }) => titles.has(title))
  );
}
