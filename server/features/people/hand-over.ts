import type { Context } from "../../kernel/context.js";

/** What became of the tasks that somebody had claimed and can no longer work. */
export interface HandedOn {
  /** Those that went back to their lanes. */
  readonly released: number;
  /** Those that could not, as of a case that is held; others can claim them over. */
  readonly left: number;
}

/** Hands on what somebody left behind. Cases answer it; people only say when. */
export interface HandOver {
  handOn(ctx: Context, personId: number): Promise<HandedOn>;
}
