/** Where people are imported, with the office that is chosen there at first; `null`: one's own. */
export const importPath = (officeId: string | null): string =>
  officeId === null ? "/orang/impor" : `/orang/impor?perangkat=${encodeURIComponent(officeId)}`;
