/** How a step reads on its form. */
export interface StepName {
  /** The printed number; `null` where it has none. */
  readonly number: number | null;
  readonly text: string;
  readonly lanes: readonly string[];
}

/** "5. Menyusun surat". */
export const stepName = (step: StepName | undefined, otherwise: string): string =>
  step === undefined
    ? otherwise
    : step.number === null
      ? step.text
      : `${step.number}. ${step.text}`;
