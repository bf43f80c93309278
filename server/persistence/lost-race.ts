/**
 * Somebody else was faster: a deadlock, a failed certification, a taken key or a conditional update
 * that met no row. The unit of work starts again from its beginning; no caller need catch this.
 */
export class LostRace extends Error {
  override readonly name = "LostRace";
}

/** How often a unit of work may start again before it is refused as a CONFLICT. */
export const maxRestarts = 20;
