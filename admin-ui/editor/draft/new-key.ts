/** A key that no element of this SOP had before: keys outlive their element in reports. */
export function newKey(prefix: string): string {
  const [number = 0] = crypto.getRandomValues(new Uint32Array(1));
  return `${prefix}-${number.toString(36)}`;
}
