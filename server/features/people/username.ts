/** What can be one: of a normalised username. */
export const isUsername = (username: string): boolean => /^[\p{L}\p{N}._-]{2,100}$/u.test(username);

/** How a username is kept and looked for: capitals and the spaces around it make no difference. */
export const normaliseUsername = (typed: string): string =>
  typed.normalize("NFKC").trim().toLowerCase();
