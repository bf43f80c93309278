/**
 * A key that no element of this SOP had before: keys outlive their element in reports. 64 random
 * bits: with 32, one in five hundred pastes of a large table would meet a key that is taken.
 */
export function newKey(prefix: string): string {
  const halves = crypto.getRandomValues(new Uint32Array(2));
  return `${prefix}-${[...halves].map((half) => half.toString(36)).join("")}`;
}
