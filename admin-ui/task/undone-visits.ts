interface Visit {
  readonly no: number;
  readonly status: string;
  readonly causes: readonly number[];
}

/**
 * What going back to the visit `target` undoes: itself and all that followed from it, as far as it
 * still counts, in the order in which the case came there.
 */
export function undoneVisits<V extends Visit>(visits: readonly V[], target: number): readonly V[] {
  const undone = new Set([target]);
  // A visit always has a higher number than its causes.
  for (const { no, causes } of visits) if (causes.some((one) => undone.has(one))) undone.add(no);
  return visits.filter(
    ({ no, status }) => undone.has(no) && (status === "DONE" || status === "OPEN"),
  );
}
