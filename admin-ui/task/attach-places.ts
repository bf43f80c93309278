/** Where files of a task belong, as its draft writes it down. */
export const outputPlace = (output: string): string => `output:${output}`;
export const broughtPlace = (requirement: string): string => `brought:${requirement}`;
export const commentPlace = "comment";
