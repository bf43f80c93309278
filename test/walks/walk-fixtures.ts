import { readdirSync, readFileSync } from "node:fs";
import type { Walk } from "./walk.js";

/** A walk that once found a fault, or finds the one of a broken engine. */
export interface WalkFixture extends Walk {
  readonly name: string;
  /** Which of the broken engines it finds out. */
  readonly findsOut?: string;
}

const folder = new URL("../fixtures/walks/", import.meta.url);

export const walkFixtures = (): WalkFixture[] =>
  readdirSync(folder)
    .toSorted()
    .map((file) => JSON.parse(readFileSync(new URL(file, folder), "utf8")) as WalkFixture);
