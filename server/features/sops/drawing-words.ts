/**
 * What the parts of a drawing are called in messages: by the words of the interface (admin-ui/texts),
 * so that one thing has one name wherever it is read.
 */
export const drawingWords = {
  id: {
    steps: (numbers: string) => `langkah ${numbers}`,
    done: (step: string) => `${step} selesai`,
    decided: (step: string, outcome: string) => `${step} memilih “${outcome}”`,
    outcome: (outcome: string, step: string) => `cabang “${outcome}” pada ${step}`,
    unnamed: "tanpa nama",
    kinds: {
      start: "awal SOP",
      end: "akhir SOP",
      activity: "sebuah kegiatan",
      decision: "sebuah keputusan",
      fork: "batang “bersamaan”",
      join: "batang “menunggu semua”",
      connector: "sebuah penghubung",
    },
    nothing: "simbol yang tidak ada",
    arrow: (from: string, to: string) => `dari ${from} ke ${to}`,
  },
  en: {
    steps: (numbers: string, count: number) => `${count === 1 ? "step" : "steps"} ${numbers}`,
    done: (step: string) => `${step} is done`,
    decided: (step: string, outcome: string) => `${step} chooses “${outcome}”`,
    outcome: (outcome: string, step: string) => `the outcome “${outcome}” of ${step}`,
    unnamed: "without a name",
    kinds: {
      start: "the start",
      end: "the end",
      activity: "an activity",
      decision: "a decision",
      fork: "a bar “in parallel”",
      join: "a bar “wait for all”",
      connector: "a connector",
    },
    nothing: "a symbol that is not there",
    arrow: (from: string, to: string) => `from ${from} to ${to}`,
  },
} as const;
