import { type Desk, type Draft, isFaulty, type ToldProblem, untilAnswered } from "./desk.js";
import { rowOf } from "./office.js";
import { type Field, rows, share, type Verdict } from "./trial.js";

/** Rounds at once: what admins do passes through one row, and they are few. */
const atOnce = 3;

/**
 * An SOP is enacted at one node, and the one that it runs is retired at another in the same moment.
 * Who comes second must know of the first: it is refused and told why; or it is in force, and every
 * server tells that what it runs was retired since.
 */
export async function raceRetirements(
  { stored }: Pick<Field, "stored">,
  desk: Desk,
  count: number,
): Promise<Verdict> {
  const faults: string[] = [];
  let refused = 0;
  let unseen = 0;
  let untold = 0;
  await share(
    count,
    async (round) => {
      const called = await desk.draw(`Dipanggil ${round}`);
      const enacted = await untilAnswered(() => desk.enact(round, called));
      if (enacted.userErrors.length > 0) throw new Error(JSON.stringify(enacted));
      const running = round % 2 === 0 ? "WAITS" : "AT_ONCE";
      const drawn = await desk.draw(`Pemanggil ${round}`);
      const caller = await desk.running(drawn, called.sopId, running);
      // Proven already, it comes to its transaction at once; half of them come later.
      if (round % 4 < 2) await desk.found(round, caller);
      const [answer, retired] = await Promise.all([
        untilAnswered(() => desk.enact(round, caller)),
        untilAnswered(() => desk.retire(round + 1, called)),
      ]);
      if (retired.userErrors.length > 0) faults.push(`${round}: ${JSON.stringify(retired)}`);
      if (isFaulty(answer)) {
        refused += 1;
        if (!tellsOf(answer.problems, called)) faults.push(`${round}: ${JSON.stringify(answer)}`);
      } else if (answer.userErrors.length > 0) faults.push(`${round}: ${JSON.stringify(answer)}`);
      else {
        const order = await orderOf(stored, [caller, called]);
        if (order !== "SOP_ENACTED SOP_RETIRED") unseen += 1;
        for (const server of [0, 1, 2]) {
          const { status, warnings } = await desk.found(server, caller);
          if (status !== "IN_FORCE" || !tellsOf(warnings, called)) untold += 1;
        }
      }
    },
    atOnce,
  );
  if (unseen > 0) faults.push(`${unseen} were enacted although what they run was retired`);
  if (untold > 0) faults.push(`${untold} times nothing was told of what was retired`);
  return { figures: { retirements: count, refused, unseen, untold }, faults };
}

const tellsOf = (problems: readonly ToldProblem[], called: Draft): boolean => {
  const errors = problems.filter(({ level }) => level === "ERROR");
  const titles = errors.flatMap(({ rule, sopTitles }) =>
    rule === "connector-known" ? sopTitles : [],
  );
  return errors.length === 1 && titles.join() === called.title;
};

/** Which came first: the trail is one chain, so that its numbers are the order of the commits. */
async function orderOf(
  stored: Field["stored"],
  [caller, called]: readonly [Draft, Draft],
): Promise<string> {
  const entries = await rows<{ action: string; sopId: number }>(
    stored,
    `SELECT action, subject_id AS sopId FROM audit_entry
      WHERE subject_type = 'Sop' AND subject_id IN (?) ORDER BY seq`,
    [rowOf(caller.sopId), rowOf(called.sopId)],
  );
  return entries
    .filter(({ action, sopId }) =>
      sopId === rowOf(caller.sopId) ? action === "SOP_ENACTED" : action === "SOP_RETIRED",
    )
    .map(({ action }) => action)
    .join(" ");
}
