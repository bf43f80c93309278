import { expect, test } from "vitest";
import { readConfig } from "../kernel/config.js";
import { welcomeText } from "./welcome-text.js";

test("says where Alur is, as whom to sign in, and shows a new token once", () => {
  const text = welcomeText({
    config: readConfig({ DATA_DIR: "/srv/alur" }),
    port: 4000,
    logins: [
      { username: "admin", name: "Rina", office: "Kominfo", roles: ["ADMIN"], positions: [] },
      { username: "budi.s", name: "Budi", office: "Kominfo", roles: [], positions: ["Helpdesk"] },
      { username: "pemohon", name: "Sari", office: "Dinkes", roles: [], positions: [] },
    ],
    tokens: [{ name: "Integrator demo", secret: "alur_xyz" }],
  });
  expect(text).toBe(`
  Alur is running.

  Interface  http://localhost:4000
  GraphiQL   http://localhost:4000/graphiql
  Data       /srv/alur (SQLite)

  Sign in as one of these; everybody's password is alur-demo

  admin    Rina  admin: draws and enacts SOPs
  budi.s   Budi  Helpdesk
  pemohon  Sari  requester (pemohon)

  API token "Integrator demo" (shown only now): alur_xyz
`);
});

test("never shows the password of the database, and no logins where there are none", () => {
  const text = welcomeText({
    config: readConfig({
      DATABASE_URL: "mysql://alur:geheim@db.local:3306/alur",
      HOST: "10.0.0.5",
    }),
    port: 80,
    logins: [],
    tokens: [],
  });
  expect(text).toContain("http://10.0.0.5:80");
  expect(text).toContain("db.local:3306/alur (MariaDB)");
  expect(text).not.toContain("geheim");
  expect(text).not.toContain("alur-demo");
});

test("says in production that signing in needs https, until a proxy is named", () => {
  const welcome = (env: Record<string, string>) =>
    welcomeText({ config: readConfig(env), port: 4000, logins: [], tokens: [] });
  expect(welcome({ NODE_ENV: "production" })).toContain("set TRUST_PROXY");
  expect(welcome({ NODE_ENV: "production", TRUST_PROXY: "::1" })).not.toContain("TRUST_PROXY");
  expect(welcome({})).not.toContain("TRUST_PROXY");
});
