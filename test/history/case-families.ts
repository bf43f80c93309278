import { isOpenTask } from "../../domain/index.js";
import type { PlayedCase } from "./played-case.js";

/** The cases that run, and those that they called: a row is written after its parent's. */
export class CaseFamilies {
  readonly #running = new Set<PlayedCase>();
  /** Cases that others have called and that run, by id. */
  readonly #called = new Map<number, PlayedCase>();
  /** What has ended before the case that called it, by that one. */
  readonly #endedBefore = new Map<PlayedCase, PlayedCase[]>();
  #ended: PlayedCase[] = [];

  add(it: PlayedCase): void {
    this.#running.add(it);
    if (it.parent) this.#called.set(it.id, it);
  }

  /** Answers whether it still ran. */
  remove(it: PlayedCase): boolean {
    this.#called.delete(it.id);
    return this.#running.delete(it);
  }

  called(id: number): PlayedCase | undefined {
    return this.#called.get(id);
  }

  /** Keeps one that was removed until it can be written. */
  keep(it: PlayedCase): void {
    const { parent } = it;
    if (parent && this.#running.has(parent)) {
      this.#endedBefore.set(parent, [...(this.#endedBefore.get(parent) ?? []), it]);
    } else this.#ended.push(...this.#withCalled(it));
  }

  /** What has ended since this was last asked, parents first. */
  takeEnded(): readonly PlayedCase[] {
    const ended = this.#ended;
    this.#ended = [];
    return ended;
  }

  /** How many tasks are open in all that runs. */
  openTasks(): number {
    let count = 0;
    for (const { state } of this.#running) count += state.tasks.filter(isOpenTask).length;
    return count;
  }

  /** What runs, each case with those that it called; nothing can go on afterwards. */
  takeRunning(): PlayedCase[][] {
    const families = new Map<PlayedCase, PlayedCase[]>();
    for (const it of this.#running) {
      const family = (it.parent && families.get(it.parent)) ?? [];
      family.push(...this.#withCalled(it));
      families.set(family[0] ?? it, family);
    }
    return [...families.values()];
  }

  #withCalled(it: PlayedCase): PlayedCase[] {
    const ended = this.#endedBefore.get(it) ?? [];
    this.#endedBefore.delete(it);
    return [it, ...ended.flatMap((one) => this.#withCalled(one))];
  }
}
