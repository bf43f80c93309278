/**
 * How many entries one page of a search looks at: what is rare is then found over several pages, and
 * no search reads the trail of ten years at once.
 */
export const searchedAtOnce = 20_000;
