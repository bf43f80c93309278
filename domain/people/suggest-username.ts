/** Titles before a name; what stands behind a comma is none of the name either. */
const titles = new Set(["dr", "drs", "dra", "ir", "h", "hj", "hjh", "prof", "kh", "apt", "ns"]);

const longest = 40;

/**
 * What somebody could sign in with: the first and the last word of the name without titles, in small
 * Latin letters: "Dr. H. Agus Setiawan, M.Si." gives "agus.setiawan". Whether it is free is asked
 * elsewhere.
 */
export function suggestUsername(name: string): string {
  const [bare = ""] = name.split(",");
  const words = bare
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9\s.]+/g, "")
    .split(/[\s.]+/)
    .filter((word) => word !== "");
  const own = words.filter((word, at) => !(titles.has(word) && at < words.length - 1));
  const [first = "pengguna"] = own;
  const last = own.at(-1) ?? first;
  const username = own.length > 1 ? `${first}.${last}` : first;
  return username.slice(0, longest).padEnd(2, "0");
}
