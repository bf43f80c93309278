import type { Finding, RuleName, RunStep } from "../../../domain/index.js";
import type { Locale } from "../../kernel/context.js";
import type { DrawingNames } from "./drawing-names.js";

/** The rules whose problems show in a run: what to say depends on what is waited for, and where. */
export const soundnessRules = [
  "option-to-complete",
  "proper-completion",
  "one-token",
  "no-dead-step",
] as const satisfies readonly RuleName[];
export type SoundnessRule = (typeof soundnessRules)[number];

export const isSoundnessRule = (rule: string): rule is SoundnessRule =>
  soundnessRules.some((one) => one === rule);

/** Some steps, as they stand in a sentence, and how many they are. */
interface Steps {
  readonly words: string;
  readonly count: number;
}

interface Sentences {
  readonly after: (done: string, rest: string) => string;
  readonly waits: (steps: Steps) => string;
  readonly round: (steps: Steps) => string;
  /** The end is reached, and these are open and those wait; none: it is reached twice. */
  readonly left: (open: Steps | null, waiting: Steps | null) => string;
  readonly twice: (steps: Steps) => string;
  readonly arrivesTwice: (steps: Steps) => string;
  readonly dead: (steps: Steps) => string;
  readonly deadOutcomes: (outcomes: string) => string;
}

const verb = ({ count }: Steps, one: string, many: string): string => (count === 1 ? one : many);

const sentences: Readonly<Record<Locale, Sentences>> = {
  id: {
    after: (done, rest) => `setelah ${done}, ${rest}`,
    waits: ({ words }) => `${words} menunggu cabang yang tidak pernah datang`,
    round: ({ words }) => `berkas berputar terus di ${words}, dan tidak pernah sampai ke akhir`,
    left: (open, waiting) => {
      const left = [
        ...(open ? [`${open.words} masih terbuka`] : []),
        ...(waiting ? [`${waiting.words} masih menunggu cabang lain`] : []),
      ];
      return left.length === 0
        ? "berkas sampai ke akhir lebih dari sekali"
        : `berkas sampai ke akhir sementara ${left.join(" dan ")}`;
    },
    twice: ({ words }) => `${words} terbuka dua kali pada saat yang sama`,
    arrivesTwice: ({ words }) => `cabang yang sama datang dua kali sebelum ${words} dibuka`,
    dead: ({ words }) => `tidak ada berkas yang pernah sampai ke ${words}`,
    deadOutcomes: (outcomes) => `tidak ada berkas yang pernah melewati ${outcomes}`,
  },
  en: {
    after: (done, rest) => `after ${done}, ${rest}`,
    waits: (steps) =>
      `${steps.words} ${verb(steps, "waits", "wait")} for a branch that never comes`,
    round: ({ words }) => `the case goes round for ever in ${words}, and never comes to its end`,
    left: (open, waiting) => {
      const left = [
        ...(open ? [`${open.words} ${verb(open, "is", "are")} still open`] : []),
        ...(waiting
          ? [`${waiting.words} still ${verb(waiting, "waits", "wait")} for another branch`]
          : []),
      ];
      return left.length === 0
        ? "the case comes to its end more than once"
        : `the case comes to its end while ${left.join(" and ")}`;
    },
    twice: (steps) => `${steps.words} ${verb(steps, "is", "are")} open twice at the same time`,
    arrivesTwice: ({ words }) => `the same branch comes twice before ${words} can begin`,
    dead: ({ words }) => `no case ever comes to ${words}`,
    deadOutcomes: (outcomes) => `no case ever takes ${outcomes}`,
  },
};

/** What goes wrong with a case, in one sentence. `isBar` tells joins from steps. */
export function soundnessSentence(
  locale: Locale,
  problem: Finding & { readonly rule: SoundnessRule },
  names: DrawingNames,
  isBar: (key: string) => boolean,
): string {
  const text = sentences[locale];
  const last: RunStep | undefined = problem.run?.at(-1);
  const what = say[problem.rule](text, problem, names, isBar);
  const sentence = last ? text.after(names.done(last), what) : what;
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
}

type Say = (
  text: Sentences,
  finding: Finding,
  names: DrawingNames,
  isBar: (key: string) => boolean,
) => string;

const say: Readonly<Record<SoundnessRule, Say>> = {
  "option-to-complete": (text, { nodeKeys, edgeKeys }, names) =>
    edgeKeys.length > 0 ? text.waits(names.steps(nodeKeys)) : text.round(names.steps(nodeKeys)),
  "proper-completion": (text, { nodeKeys }, names, isBar) => {
    const some = (keys: readonly string[]) => (keys.length > 0 ? names.steps(keys) : null);
    return text.left(some(nodeKeys.filter((key) => !isBar(key))), some(nodeKeys.filter(isBar)));
  },
  "one-token": (text, { nodeKeys }, names, isBar) => {
    const open = nodeKeys.filter((key) => !isBar(key));
    return open.length > 0
      ? text.twice(names.steps(open))
      : text.arrivesTwice(names.steps(nodeKeys));
  },
  "no-dead-step": (text, { nodeKeys, edgeKeys }, names) =>
    [
      ...(nodeKeys.length > 0 ? [text.dead(names.steps(nodeKeys))] : []),
      ...(edgeKeys.length > 0 ? [text.deadOutcomes(names.outcomes(edgeKeys))] : []),
    ].join("; "),
};
