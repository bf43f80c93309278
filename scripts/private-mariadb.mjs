import { spawn } from "node:child_process";
import { chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { once } from "node:events";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { atEnd } from "./clean-up.mjs";
import { DoorError, lastLines } from "./door-error.mjs";
import { runProgram } from "./run-program.mjs";
import { findMariadbd, findProgram } from "./system-packages.mjs";

const readyWithinMs = 60_000;
const stopWithinMs = 15_000;

/** MariaDB should not run as root; returns {name, uid, gid} of a user to run as, or null. */
const unprivilegedUser = () => {
  if (process.getuid?.() !== 0) return null;
  const users = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"));
  for (const name of ["mysql", "nobody"]) {
    const found = users.find((fields) => fields[0] === name);
    if (found) return { name, uid: Number(found[2]), gid: Number(found[3]) };
  }
  throw new DoorError("neither a user mysql nor nobody exists to run mariadbd as");
};

/** So many loopback ports that nobody has, each another. */
export const freePorts = async (count) => {
  const servers = [];
  for (let taken = 0; taken < count; taken += 1) {
    const server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    servers.push(server);
  }
  const ports = servers.map((server) => server.address().port);
  await Promise.all(servers.map((server) => once(server.close(), "close")));
  return ports;
};

/** True when a MySQL greeting (protocol 10, the fifth byte) comes from the port. */
const greets = (port) =>
  new Promise((resolve) => {
    const socket = connect({ host: "127.0.0.1", port });
    const end = (answer) => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(2_000, () => end(false));
    socket.once("error", () => end(false));
    socket.once("close", () => resolve(false));
    socket.once("data", (data) => end(data[4] === 10));
  });

const giveTo = (user, folder) => {
  if (user) chownSync(folder, user.uid, user.gid);
};

const tailOf = (file) => (existsSync(file) ? lastLines(readFileSync(file, "utf8")) : "(no log)");

const createDataFolder = async (folder, user) => {
  const install = findProgram("mariadb-install-db", "mysql_install_db");
  if (!install) throw new DoorError("mariadb-install-db not found; it belongs to mariadb-server");
  const { code, output } = await runProgram(
    install,
    [
      "--no-defaults",
      `--datadir=${join(folder, "data")}`,
      "--skip-test-db",
      "--auth-root-authentication-method=normal",
      ...(user ? [`--user=${user.name}`] : []),
    ],
    { capture: true, cwd: folder },
  );
  if (code !== 0) throw new DoorError(`mariadb-install-db failed:\n${lastLines(output)}`);
};

const launch = (folder, port, user, durable, options) =>
  // In a process group of its own, because Ctrl+C must not end it before those who use it.
  spawn(
    findMariadbd(),
    [
      "--no-defaults",
      `--datadir=${join(folder, "data")}`,
      `--port=${port}`,
      `--socket=${join(folder, "s")}`,
      `--pid-file=${join(folder, "pid")}`,
      `--log-error=${join(folder, "error.log")}`,
      `--tmpdir=${folder}`,
      "--bind-address=127.0.0.1",
      "--skip-name-resolve",
      "--max-connections=300",
      "--character-set-server=utf8mb4",
      "--innodb-buffer-pool-size=256M",
      `--innodb-flush-log-at-trx-commit=${durable ? 1 : 2}`,
      ...options,
      ...(user ? [`--user=${user.name}`] : []),
    ],
    { stdio: "ignore", detached: true, cwd: folder },
  );

/**
 * Starts a MariaDB of one's own: a temporary data folder and socket, a free loopback port, an
 * unprivileged user. `durable` syncs every commit, as production must; tests may go without.
 * `options` are more of mariadbd's; `isJoining`: it gets its data from others, so that none are made.
 * Resolves to {url, stop}: `url` is mysql://root@127.0.0.1:<port>/ (no password), `stop()` ends the
 * server and removes the folder; that also happens by itself when the run ends.
 */
export const startPrivateMariadb = async ({
  durable = false,
  options = [],
  isJoining = false,
} = {}) => {
  const user = unprivilegedUser();
  const folder = mkdtempSync(join(tmpdir(), "alur-mariadb-"));
  giveTo(user, folder);
  let server;
  const hasEnded = () => server.exitCode !== null || server.signalCode !== null;
  const stop = async () => {
    takeBack();
    if (server && !hasEnded()) {
      server.kill("SIGTERM");
      for (const from = Date.now(); !hasEnded() && Date.now() - from < stopWithinMs;) {
        await sleep(50);
      }
      if (!hasEnded()) server.kill("SIGKILL");
    }
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
  const takeBack = atEnd(stop);
  try {
    if (isJoining) {
      mkdirSync(join(folder, "data"));
      giveTo(user, join(folder, "data"));
    } else await createDataFolder(folder, user);
    const [port] = await freePorts(1);
    server = launch(folder, port, user, durable, options);
    let startError = null;
    server.on("error", (error) => (startError = error));
    for (const from = Date.now(); !(await greets(port)); await sleep(50)) {
      if (startError || hasEnded() || Date.now() - from > readyWithinMs) {
        const log = startError?.message ?? tailOf(join(folder, "error.log"));
        throw new DoorError(`the private mariadbd did not come up; the end of its log:\n${log}`);
      }
    }
    return { url: `mysql://root@127.0.0.1:${port}/`, stop };
  } catch (error) {
    await stop();
    throw error;
  }
};
