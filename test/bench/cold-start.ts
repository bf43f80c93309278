import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { graphqlRequest } from "./alur-api.js";
import { type HttpRequest, KeepAliveClient } from "./keep-alive-client.js";
import { median } from "./measurement.js";

const times = 5;
const patienceMs = 60_000;

/**
 * How long a second start takes from nothing to the first answer, against bare node with SQLite:
 * milliseconds of both, medians of alternating starts. Both open the same database.
 */
export async function coldStarts(
  dataDir: string,
  bearer: string,
): Promise<{ readonly alur: number; readonly floor: number }> {
  const alur: number[] = [];
  const floor: number[] = [];
  const query = graphqlRequest("{ sops(first: 1) { nodes { title } } }", {}, bearer);
  for (let time = 0; time < times; time += 1) {
    floor.push(
      await firstAnswer({ method: "GET", path: "/" }, (port) => [
        built("test/bench/floor/bare-server.js"),
        join(dataDir, "alur.db"),
        String(port),
      ]),
    );
    alur.push(
      await firstAnswer(
        query,
        () => ["--enable-source-maps", built("server/main.js")],
        (port) => ({ DATA_DIR: dataDir, PORT: String(port), LOG_LEVEL: "warn" }),
      ),
    );
  }
  return { alur: median(alur), floor: median(floor) };
}

const built = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

async function firstAnswer(
  request: HttpRequest,
  args: (port: number) => readonly string[],
  env: (port: number) => Readonly<Record<string, string>> = () => ({}),
): Promise<number> {
  const port = await freePort();
  const from = performance.now();
  const child = spawn(process.execPath, args(port), {
    env: { PATH: process.env["PATH"], ...env(port) },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const ended = once(child, "close");
  try {
    while (!(await answers(port, request))) {
      if (performance.now() - from > patienceMs) throw new Error("It gave no answer");
      await sleep(2);
    }
    return performance.now() - from;
  } finally {
    child.kill("SIGTERM");
    await ended;
  }
}

async function answers(port: number, request: HttpRequest): Promise<boolean> {
  try {
    const client = await KeepAliveClient.open(port);
    const { status } = await client.ask(request).finally(() => client.close());
    return status === 200;
  } catch {
    return false;
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}
