import { printedText, rowNumbers } from "../../../../../domain/index.js";
import type { EnactedVersion } from "../../../../runtime/enacted-version.js";

/** What a lane is called. */
export interface LaneName {
  readonly name: string;
  readonly isRequesters: boolean;
}

interface SopNames {
  readonly steps: ReadonlyMap<string, string>;
  readonly lanes: ReadonlyMap<string, LaneName>;
  readonly outputs: ReadonlyMap<string, string>;
  readonly outcomes: ReadonlyMap<string, string>;
}

/**
 * What steps, lanes, documents and outcomes are called: by the newest version that has them, so that
 * one activity has one name in all versions, as in the report.
 */
export class LogNames {
  readonly #sops = new Map<number, SopNames>();

  /** `versions`: the newest first. */
  constructor(versions: readonly EnactedVersion[]) {
    for (const sopId of new Set(versions.map((version) => version.sopId))) {
      this.#sops.set(sopId, namesOf(versions.filter((version) => version.sopId === sopId)));
    }
  }

  /** With its number on the form, by which steps of one text are told apart. */
  step(sopId: number, key: string): string {
    return this.#sops.get(sopId)?.steps.get(key) ?? key;
  }

  lane(sopId: number, key: string): LaneName {
    return this.#sops.get(sopId)?.lanes.get(key) ?? { name: key, isRequesters: false };
  }

  output(sopId: number, key: string): string {
    return this.#sops.get(sopId)?.outputs.get(key) ?? key;
  }

  outcome(sopId: number, key: string): string {
    return this.#sops.get(sopId)?.outcomes.get(key) ?? key;
  }
}

function namesOf(versions: readonly EnactedVersion[]): SopNames {
  const steps = new Map<string, string>();
  const lanes = new Map<string, LaneName>();
  const outputs = new Map<string, string>();
  const outcomes = new Map<string, string>();
  const keep = <T>(names: Map<string, T>, key: string, name: T): void => {
    if (!names.has(key)) names.set(key, name);
  };
  for (const { graph } of versions) {
    const numbers = rowNumbers(graph);
    for (const { key, text } of graph.nodes) {
      const number = numbers.get(key);
      const line = oneLine(text) || key;
      keep(steps, key, number === undefined ? line : `${number}. ${line}`);
    }
    for (const { key, name, binding } of graph.lanes) {
      keep(lanes, key, { name: oneLine(name) || key, isRequesters: binding?.type === "REQUESTER" });
    }
    for (const { key, name } of graph.outputs) keep(outputs, key, oneLine(name) || key);
    for (const { key, outcome } of graph.edges) keep(outcomes, key, oneLine(outcome ?? "") || key);
  }
  return { steps, lanes, outputs, outcomes };
}

const oneLine = (text: string): string => printedText(text).replaceAll(/\s+/g, " ").trim();
