/**
 * Rules about the SOPs that connectors run, which nobody can ask who sees only the drawing: they are
 * errors, and whoever keeps all SOPs asks them. `connector-known`: it is gone, or was retired;
 * `connector-cycle`: in the end it waits for this one; `connector-chain`: it starts this one again
 * before anybody has done any work.
 */
export const connectorRules = ["connector-known", "connector-cycle", "connector-chain"] as const;

export type ConnectorRule = (typeof connectorRules)[number];
