import type { DemoLogin } from "../features/people/demo-logins.js";
import { demoPassword } from "../features/people/demo-passwords.js";
import type { SeededToken } from "../features/people/people-seed.js";
import type { Role } from "../kernel/actor.js";
import type { Config } from "../kernel/config.js";

export interface Welcome {
  readonly config: Config;
  readonly port: number;
  /** Who can still sign in with the demo password. */
  readonly logins: readonly DemoLogin[];
  /** Made at this start. */
  readonly tokens: readonly SeededToken[];
}

const roleWords: Record<Role, string> = {
  ADMIN: "admin: draws and enacts SOPs",
  APPROVER: "approver",
  MANAGER: "manager",
  FRONT_DESK: "front desk",
};

/** What the start prints: where Alur is, and as whom to sign in while it has its demo people. */
export function welcomeText({ config, port, logins, tokens }: Welcome): string {
  const address = `http://${hostForPeople(config.host)}:${port}`;
  const lines = [
    "",
    "  Alur is running.",
    "",
    ...table([
      ["  Interface", address],
      ["  GraphiQL", `${address}/graphiql`],
      ["  Data", dataPlace(config)],
    ]),
  ];
  if (config.production && config.trustProxy.length === 0) {
    lines.push(
      "",
      "  No proxy is named in TRUST_PROXY: people can sign in on this machine only.",
      "  Put a proxy with https in front, and set TRUST_PROXY to its address.",
    );
  }
  if (logins.length > 0) {
    lines.push("", `  Sign in as one of these; everybody's password is ${demoPassword}`, "");
    lines.push(...table(logins.map((login) => [`  ${login.username}`, login.name, duties(login)])));
  }
  for (const { name, secret } of tokens) {
    lines.push("", `  API token "${name}" (shown only now): ${secret}`);
  }
  return `${lines.join("\n")}\n`;
}

function hostForPeople(host: string): string {
  const own = ["127.0.0.1", "0.0.0.0", "::", "::1", "localhost"];
  if (own.includes(host)) return "localhost";
  return host.includes(":") ? `[${host}]` : host;
}

function dataPlace({ database }: Config): string {
  if (database.dialect === "sqlite") return `${database.dataDir} (SQLite)`;
  const { host, pathname } = new URL(database.url);
  return `${host}${pathname} (MariaDB)`;
}

function duties({ roles, positions }: DemoLogin): string {
  const all = [...roles.map((role) => roleWords[role]), ...positions];
  return all.length > 0 ? all.join(", ") : "requester (pemohon)";
}

/** Lines whose columns stand below each other. */
function table(rows: readonly (readonly string[])[]): string[] {
  const widths: number[] = [];
  for (const row of rows) {
    row.forEach((cell, column) => {
      widths[column] = Math.max(widths[column] ?? 0, cell.length);
    });
  }
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd((widths[column] ?? 0) + 2))
      .join("")
      .trimEnd(),
  );
}
