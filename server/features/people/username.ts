/** How a username is kept and looked for: capitals and the spaces around it make no difference. */
export const normaliseUsername = (typed: string): string =>
  typed.normalize("NFKC").trim().toLowerCase();
