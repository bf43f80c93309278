import type { AnyData } from "../../harness/test-api.js";
import { type DraftDesk, node, update } from "../sops/draft-desk.js";

/** A case with those that it hangs together with. */
export const familyFields = `id status holdReason requesterName requester { username }
  openTasks { id node { key } } parent { id }
  children { id status requesterName requester { username } parent { id } }
  waitingCalls { reason node { key } sop { id } } visits { no status node { key } }`;

/** Enacts a letter whose last step, `sign`, runs another SOP instead of being signed; answers its SOP. */
export async function enactCaller(
  desk: DraftDesk,
  title: string,
  sop: string,
  waits = true,
): Promise<string> {
  const draft = await desk.letter(title);
  const call = node("sign", "CONNECTOR", "kabid", { call: { sop, waits } });
  await desk.enacted(await desk.edited(draft, update("NODES", call)));
  return draft.sopId;
}

/** A case of such an SOP that has come to its connector. */
export async function caseAtConnector(desk: DraftDesk, sopId: string): Promise<AnyData> {
  const { instance } = await desk.start(sopId, "pemohon");
  await desk.driver.steps(instance, "ask", "examine:examine-sign");
  return desk.driver.read(instance.id, familyFields);
}
