import { BlockList, isIP } from "node:net";

/** Special purposes of IANA's registry: nothing of these is a server out in the world. */
const notPublic4 = [
  "0.0.0.0/8",
  "10.0.0.0/8",
  "100.64.0.0/10",
  "127.0.0.0/8",
  "169.254.0.0/16",
  "172.16.0.0/12",
  "192.0.0.0/24",
  "192.0.2.0/24",
  "192.88.99.0/24",
  "192.168.0.0/16",
  "198.18.0.0/15",
  "198.51.100.0/24",
  "203.0.113.0/24",
  "224.0.0.0/4",
  "240.0.0.0/4",
];

/** Within 2000::/3, which alone is public: the same, and what carries IPv4 addresses to relays. */
const notPublic6 = ["2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20"];

/** Prefixes of IPv6 addresses that stand for the IPv4 address in their last 32 bits. */
const carriers = ["0:0:0:0:0:ffff", "64:ff9b:0:0:0:0"];

/**
 * Says which addresses a webhook may go to: public ones, and those of the allowed networks. An IPv6
 * address that stands for an IPv4 address is judged as that one.
 */
export class AddressGuard {
  readonly #allowed: BlockList;
  readonly #notPublic = blockList([...notPublic4, ...notPublic6]);
  readonly #global = blockList(["2000::/3"]);

  /** `allowedNetworks`: addresses and CIDR ranges. */
  constructor(allowedNetworks: readonly string[]) {
    this.#allowed = blockList(allowedNetworks);
  }

  /** `address`: IPv4 in dotted form, or IPv6; whatever else is refused. */
  allows(address: string): boolean {
    const plain = address.replace(/^\[|\]$/g, "");
    const family = isIP(plain);
    if (family === 4) {
      return this.#allowed.check(plain, "ipv4") || !this.#notPublic.check(plain, "ipv4");
    }
    // One with a zone is of this link only.
    if (family !== 6 || plain.includes("%")) return false;
    const carried = carriedIpv4(plain);
    if (carried !== null) return this.allows(carried);
    return (
      this.#allowed.check(plain, "ipv6") ||
      (this.#global.check(plain, "ipv6") && !this.#notPublic.check(plain, "ipv6"))
    );
  }
}

function blockList(networks: readonly string[]): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [address = "", bits] = network.split("/");
    const family = isIP(address) === 6 ? "ipv6" : "ipv4";
    if (bits === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(bits), family);
  }
  return list;
}

/** The IPv4 address that an IPv6 address stands for; `null`: none. */
function carriedIpv4(address: string): string | null {
  const groups = groupsOf(address);
  if (!carriers.includes(groups.slice(0, 6).join(":"))) return null;
  return groups
    .slice(6)
    .flatMap((group) => {
      const value = Number.parseInt(group, 16);
      return [value >> 8, value & 255];
    })
    .join(".");
}

/** Its eight groups, in hexadecimal without leading zeros. The address must be IPv6. */
function groupsOf(address: string): string[] {
  // The URL parser knows every way to write one, and writes it in one way.
  const written = new URL(`http://[${address}]`).hostname.slice(1, -1);
  const [head = "", tail] = written.split("::");
  const before = head === "" ? [] : head.split(":");
  if (tail === undefined) return before;
  const after = tail === "" ? [] : tail.split(":");
  return [...before, ...Array<string>(8 - before.length - after.length).fill("0"), ...after];
}
