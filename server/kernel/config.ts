import { isIP } from "node:net";
import { resolve } from "node:path";
import { type MailSettings, readMailAddress } from "./mail-settings.js";
import { logLevels, type LogLevel } from "./logger.js";
import { StartupError } from "./startup-error.js";

/** Where the data is kept. */
export type DatabaseLocation =
  | { readonly dialect: "sqlite"; readonly dataDir: string }
  | { readonly dialect: "mariadb"; readonly url: string; readonly poolSize: number };

/** Where attached files are kept. */
export type FileLocation =
  | { readonly kind: "disk" }
  | {
      readonly kind: "s3";
      /** Without a slash at its end; the bucket is the first part of the path behind it. */
      readonly endpoint: string;
      readonly region: string;
      readonly bucket: string;
      /** In front of every name: empty, or with a slash at its end. */
      readonly prefix: string;
      readonly accessKeyId: string;
      readonly secretAccessKey: string;
    };

export interface FileSettings {
  readonly location: FileLocation;
  /** The largest file that is taken, in bytes. */
  readonly maxBytes: number;
  /** Reads a file on its standard input: exit code 0 lets it pass, 1 refuses it. `null`: none. */
  readonly scanCommand: string | null;
}

export interface Config {
  readonly production: boolean;
  readonly host: string;
  readonly port: number;
  /** Absolute. Holds the embedded database and whatever else must outlive the process. */
  readonly dataDir: string;
  readonly database: DatabaseLocation;
  readonly files: FileSettings;
  /** Origins, as `https://example.go.id`, whose pages may call the API with a bearer token. */
  readonly corsOrigins: readonly string[];
  /** Whether production may start although the demo people still have their published password. */
  readonly allowDemoPasswords: boolean;
  /** Addresses and CIDR ranges of the proxies whose X-Forwarded-For and -Proto are believed. */
  readonly trustProxy: readonly string[];
  readonly logLevel: LogLevel;
  /** `null`: no e-mails are sent. */
  readonly mail: MailSettings | null;
  /** Where people find the app, as links in mails name it; without a slash at its end. */
  readonly publicUrl: string;
  readonly webhooks: {
    /** Whether other systems may be told over http:// too. */
    readonly allowHttp: boolean;
    /** Addresses and CIDR ranges inside of the network that may be told all the same. */
    readonly allowedNetworks: readonly string[];
  };
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the settings; a wrong value is a StartupError that names its variable. */
export function readConfig(env: Environment): Config {
  const dataDir = resolve(text(env, "DATA_DIR", "./data"));
  const port = integer(env, "PORT", 4000, 0, 65_535);
  return {
    production: choice(env, "NODE_ENV", ["development", "production", "test"]) === "production",
    host: text(env, "HOST", "127.0.0.1"),
    port,
    dataDir,
    database: readLocation(env, dataDir),
    files: {
      location: readFileLocation(env),
      maxBytes: integer(env, "UPLOAD_MAX_MB", 50, 1, 2000) * 1024 * 1024,
      scanCommand: text(env, "SCAN_COMMAND", "") || null,
    },
    corsOrigins: origins(env, "CORS_ORIGINS"),
    allowDemoPasswords: flag(env, "ALUR_ALLOW_DEMO_PASSWORDS"),
    trustProxy: networks(env, "TRUST_PROXY", "the proxies' addresses"),
    logLevel: choice(env, "LOG_LEVEL", logLevels, "info"),
    mail: readMail(env),
    publicUrl: readPublicUrl(env, port),
    webhooks: {
      allowHttp: flag(env, "WEBHOOK_ALLOW_HTTP"),
      allowedNetworks: networks(env, "WEBHOOK_ALLOWED_NETWORKS", "addresses"),
    },
  };
}

function readLocation(env: Environment, dataDir: string): DatabaseLocation {
  const url = text(env, "DATABASE_URL", "");
  const poolSize = integer(env, "DATABASE_POOL_SIZE", 16, 1, 500);
  if (url === "") return { dialect: "sqlite", dataDir };
  const expected = "mysql://user:password@host:3306/name";
  const parsed = URL.canParse(url) ? new URL(url) : null;
  // The value itself may hold a password, so no message repeats it.
  if (parsed?.protocol !== "mysql:" && parsed?.protocol !== "mariadb:") {
    throw new StartupError(`DATABASE_URL must look like ${expected} (leave it out for SQLite)`);
  }
  if (!parsed.hostname || parsed.pathname.length < 2) {
    throw new StartupError(`DATABASE_URL must name a host and a database, as in ${expected}`);
  }
  if (![parsed.username, parsed.password, parsed.pathname].every(isDecodable)) {
    throw new StartupError(
      "DATABASE_URL has a % that begins no %XX; write a % of the password as %25",
    );
  }
  return { dialect: "mariadb", url, poolSize };
}

function readMail(env: Environment): MailSettings | null {
  const url = text(env, "MAIL_URL", "");
  if (url === "") return null;
  const parsed = URL.canParse(url) ? new URL(url) : null;
  // The value itself may hold a password, so no message repeats it.
  if (!["smtp:", "smtps:"].includes(parsed?.protocol ?? "") || !parsed?.hostname) {
    throw new StartupError("MAIL_URL must look like smtps://user:password@mail.example.go.id");
  }
  if (![parsed.username, parsed.password].every(isDecodable)) {
    throw new StartupError("MAIL_URL has a % that begins no %XX; write a % of the password as %25");
  }
  const from = readMailAddress(text(env, "MAIL_FROM", ""));
  if (!from) {
    throw new StartupError(
      'MAIL_FROM must be the sender, as alur@example.go.id or "Alur <alur@example.go.id>"',
    );
  }
  return { url, from };
}

function readPublicUrl(env: Environment, port: number): string {
  const value = text(env, "PUBLIC_URL", `http://localhost:${port}`);
  const parsed = URL.canParse(value) ? new URL(value) : null;
  const isPlain = parsed !== null && parsed.search === "" && parsed.hash === "";
  if (!isPlain || !["http:", "https:"].includes(parsed.protocol)) {
    throw new StartupError(`PUBLIC_URL must look like https://alur.example.go.id, not "${value}"`);
  }
  return parsed.href.replace(/\/+$/, "");
}

/** Naming a bucket is what decides; everything else of it must then be there too. */
function readFileLocation(env: Environment): FileLocation {
  const bucket = text(env, "S3_BUCKET", "");
  if (bucket === "") return { kind: "disk" };
  if (!/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(bucket)) {
    throw new StartupError(`S3_BUCKET must be the name of a bucket, not "${bucket}"`);
  }
  const endpoint = text(env, "S3_ENDPOINT", "");
  const url = URL.canParse(endpoint) ? new URL(endpoint) : null;
  const isPlain = url?.username === "" && url.search === "" && url.hash === "";
  if (!isPlain || !["http:", "https:"].includes(url.protocol)) {
    throw new StartupError("S3_ENDPOINT must be an address as https://s3.example.go.id");
  }
  const prefix = text(env, "S3_PREFIX", "").replaceAll(/^\/+|\/+$/g, "");
  if (!/^[A-Za-z0-9_./-]*$/.test(prefix) || prefix.includes("..")) {
    throw new StartupError("S3_PREFIX may have letters, digits, _ . - and / only");
  }
  return {
    kind: "s3",
    endpoint: url.href.replace(/\/+$/, ""),
    region: text(env, "S3_REGION", "us-east-1"),
    bucket,
    prefix: prefix === "" ? "" : `${prefix}/`,
    accessKeyId: needed(env, "S3_ACCESS_KEY_ID"),
    secretAccessKey: needed(env, "S3_SECRET_ACCESS_KEY"),
  };
}

function needed(env: Environment, name: string): string {
  const value = text(env, name, "");
  if (value === "") throw new StartupError(`${name} must be set where S3_BUCKET is`);
  return value;
}

function isDecodable(part: string): boolean {
  try {
    decodeURIComponent(part);
    return true;
  } catch {
    return false;
  }
}

/** An empty variable counts as one that is not set, as most process managers cannot unset one. */
function text(env: Environment, name: string, otherwise: string): string {
  return env[name]?.trim() || otherwise;
}

function integer(env: Environment, name: string, otherwise: number, min: number, max: number) {
  const value = text(env, name, String(otherwise));
  const number = Number(value);
  if (!/^\d+$/.test(value) || number < min || number > max) {
    throw new StartupError(`${name} must be a whole number from ${min} to ${max}, not "${value}"`);
  }
  return number;
}

function flag(env: Environment, name: string): boolean {
  const value = text(env, name, "0").toLowerCase();
  if (["1", "true", "yes"].includes(value)) return true;
  if (["0", "false", "no"].includes(value)) return false;
  throw new StartupError(`${name} must be 1 or 0, not "${value}"`);
}

function choice<T extends string>(
  env: Environment,
  name: string,
  choices: readonly [T, ...T[]],
  otherwise: T = choices[0],
): T {
  const value = text(env, name, otherwise);
  const found = choices.find((each) => each === value);
  if (found === undefined) {
    throw new StartupError(`${name} must be one of ${choices.join(", ")}, not "${value}"`);
  }
  return found;
}

function origins(env: Environment, name: string): readonly string[] {
  const values = text(env, name, "").split(/[\s,]+/);
  return values.filter(Boolean).map((value) => {
    const origin = URL.canParse(value) ? new URL(value).origin : "null";
    if (origin === "null" || (value !== origin && value !== `${origin}/`)) {
      throw new StartupError(`${name} must list origins as https://example.go.id, not "${value}"`);
    }
    return origin;
  });
}

/** Only named networks, never all: a server that believed every proxy would take whatever is invented. */
function networks(env: Environment, name: string, what: string): readonly string[] {
  const values = text(env, name, "").split(/[\s,]+/);
  return values.filter(Boolean).map((value) => {
    const [address = "", bits, ...more] = value.split("/");
    const longest = { 0: 0, 4: 32, 6: 128 }[isIP(address)] ?? 0;
    const isRange = bits === undefined || (/^[1-9]\d{0,2}$/.test(bits) && Number(bits) <= longest);
    if (longest === 0 || !isRange || more.length > 0) {
      throw new StartupError(
        `${name} must list ${what}, as 10.0.0.5 or 10.0.0.0/24, not "${value}"`,
      );
    }
    return value;
  });
}
