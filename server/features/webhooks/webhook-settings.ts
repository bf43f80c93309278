import { lookup } from "node:dns/promises";

export interface ResolvedAddress {
  readonly address: string;
  readonly family: number;
}

/** What the installation allows its webhooks. */
export interface WebhookSettings {
  /** Whether an address may begin with http:// too. */
  readonly allowHttp: boolean;
  /** Addresses and CIDR ranges that would be refused as inside of the network. */
  readonly allowedNetworks: readonly string[];
  /** How long the whole of one attempt may take, in milliseconds. */
  readonly timeoutMs: number;
  /** Every address of a host's name; the system's resolver but in tests. */
  readonly resolve: (host: string) => Promise<readonly ResolvedAddress[]>;
}

export const defaultWebhookSettings: WebhookSettings = {
  allowHttp: false,
  allowedNetworks: [],
  timeoutMs: 15_000,
  resolve: (host) => lookup(host, { all: true }),
};
