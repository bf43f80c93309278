import { isAbsolute } from "node:path";
import { expect, test } from "vitest";
import { readConfig } from "./config.js";
import { StartupError } from "./startup-error.js";

test("an empty environment is an embedded database on port 4000", () => {
  const config = readConfig({ PORT: "", NODE_ENV: "" });
  expect(config).toMatchObject({ port: 4000, production: false, corsOrigins: [], trustProxy: [] });
  expect(config.database).toEqual({ dialect: "sqlite", dataDir: config.dataDir });
  expect(isAbsolute(config.dataDir)).toBe(true);
});

test("reads what is set", () => {
  const config = readConfig({
    NODE_ENV: "production",
    PORT: "8080",
    DATABASE_URL: "mysql://alur:pw@db.example/alur",
    DATABASE_POOL_SIZE: "4",
    CORS_ORIGINS: "https://a.go.id, http://localhost:5173/",
    ALUR_ALLOW_DEMO_PASSWORDS: "true",
    TRUST_PROXY: "10.0.0.5, 192.168.0.0/16 ::1,fd00::/8",
  });
  expect(config).toMatchObject({
    production: true,
    port: 8080,
    allowDemoPasswords: true,
    corsOrigins: ["https://a.go.id", "http://localhost:5173"],
    database: { dialect: "mariadb", poolSize: 4 },
    trustProxy: ["10.0.0.5", "192.168.0.0/16", "::1", "fd00::/8"],
  });
});

test("webhooks stay outside of the network, over https, unless told otherwise", () => {
  expect(readConfig({}).webhooks).toEqual({ allowHttp: false, allowedNetworks: [] });
  const told = {
    WEBHOOK_ALLOW_HTTP: "1",
    WEBHOOK_ALLOWED_NETWORKS: "10.0.0.0/8, 192.168.1.5 fd00::/8",
  };
  expect(readConfig(told).webhooks).toEqual({
    allowHttp: true,
    allowedNetworks: ["10.0.0.0/8", "192.168.1.5", "fd00::/8"],
  });
});

test("mail needs a sender, and links need an address without a slash at its end", () => {
  expect(readConfig({ PORT: "4100" })).toMatchObject({
    mail: null,
    publicUrl: "http://localhost:4100",
  });
  const url = "smtps://alur:secret@mail.go.id";
  const from = "Alur <alur@kominfo.go.id>";
  expect(
    readConfig({ MAIL_URL: url, MAIL_FROM: from, PUBLIC_URL: "https://alur.go.id/" }),
  ).toMatchObject({
    mail: { url, from: { name: "Alur", address: "alur@kominfo.go.id" } },
    publicUrl: "https://alur.go.id",
  });
  expect(() => readConfig({ MAIL_URL: url })).toThrow(/^MAIL_FROM(?!.*secret)/);
  expect(() => readConfig({ MAIL_URL: url, MAIL_FROM: "alur" })).toThrow("MAIL_FROM");
});

const bucket = {
  S3_BUCKET: "berkas",
  S3_ENDPOINT: "https://s3.example.go.id/",
  S3_ACCESS_KEY_ID: "kunci",
  S3_SECRET_ACCESS_KEY: "rahasia",
};

test("files lie beside the database unless a bucket is named", () => {
  const plain = readConfig({ UPLOAD_MAX_MB: "10", SCAN_COMMAND: " clamdscan - " }).files;
  expect(plain).toEqual({
    location: { kind: "disk" },
    maxBytes: 10 * 1024 * 1024,
    scanCommand: "clamdscan -",
  });
  const { location } = readConfig({ ...bucket, S3_PREFIX: "/kantor/" }).files;
  expect(location).toMatchObject({
    kind: "s3",
    endpoint: "https://s3.example.go.id",
    region: "us-east-1",
    prefix: "kantor/",
  });
});

test.each([
  ["S3_BUCKET", "Bucket/x"],
  ["S3_ENDPOINT", "s3.example.go.id"],
  ["S3_ENDPOINT", "https://user:rahasia@s3.example.go.id"],
  ["S3_ACCESS_KEY_ID", ""],
  ["S3_SECRET_ACCESS_KEY", ""],
  ["S3_PREFIX", "../lain"],
])("with a bucket, %s=%s is refused in one line without a secret", (name, value) => {
  const start = () => readConfig({ ...bucket, [name]: value });
  expect(start).toThrow(StartupError);
  expect(start).toThrow(name);
  expect(start).not.toThrow(/\n|rahasia/);
});

test.each([
  ["UPLOAD_MAX_MB", "0"],
  ["PORT", "http"],
  ["PORT", "70000"],
  ["PORT", "-1"],
  ["NODE_ENV", "prod"],
  ["LOG_LEVEL", "loud"],
  ["ALUR_ALLOW_DEMO_PASSWORDS", "maybe"],
  ["CORS_ORIGINS", "*"],
  ["CORS_ORIGINS", "https://a.go.id/path"],
  ["DATABASE_URL", "postgres://secret@host/alur"],
  ["DATABASE_URL", "alur:secret@host"],
  ["DATABASE_URL", "mysql://user:secret@host"],
  ["DATABASE_URL", "mysql://user:secret%off@host/alur"],
  ["DATABASE_URL", "mysql://user%zz:secret@host/alur"],
  ["DATABASE_URL", "mysql://user:secret@host/al%ur"],
  ["DATABASE_POOL_SIZE", "0"],
  ["TRUST_PROXY", "1"],
  ["TRUST_PROXY", "true"],
  ["TRUST_PROXY", "proxy.go.id"],
  ["TRUST_PROXY", "10.0.0.5,0.0.0.0/0"],
  ["TRUST_PROXY", "10.0.0.0/33"],
  ["TRUST_PROXY", "::/0"],
  ["TRUST_PROXY", "10.0.0.0/8/8"],
  ["WEBHOOK_ALLOW_HTTP", "perhaps"],
  ["WEBHOOK_ALLOWED_NETWORKS", "*"],
  ["WEBHOOK_ALLOWED_NETWORKS", "0.0.0.0/0"],
  ["WEBHOOK_ALLOWED_NETWORKS", "hooks.go.id"],
  ["MAIL_URL", "https://alur:secret@mail.go.id"],
  ["MAIL_URL", "smtp://alur:secret%@mail.go.id"],
  ["PUBLIC_URL", "alur.go.id"],
  ["PUBLIC_URL", "https://alur.go.id/?a=1"],
])("%s=%s is refused in one line that names it and shows no password", (name, value) => {
  const start = () => readConfig({ [name]: value });
  expect(start).toThrow(StartupError);
  expect(start).toThrow(name);
  expect(start).not.toThrow(/\n|secret/);
});
