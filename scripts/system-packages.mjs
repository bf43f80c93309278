import { accessSync, constants, existsSync, rmSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { atEnd } from "./clean-up.mjs";
import { DoorError, knownCause, lastLines } from "./door-error.mjs";
import { runProgram } from "./run-program.mjs";
import { stage } from "./stage.mjs";

/** Server programs often live outside of an ordinary user's PATH. */
const moreFolders = ["/usr/sbin", "/usr/local/sbin", "/usr/local/bin", "/opt/homebrew/bin"];

const isExecutable = (file) => {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** The full path of the first of these programs that is installed, or null. */
export const findProgram = (...names) => {
  const folders = [...(process.env.PATH ?? "").split(delimiter), ...moreFolders];
  for (const name of names) {
    for (const folder of folders) {
      const file = join(folder, name);
      if (folder !== "" && isExecutable(file)) return file;
    }
  }
  return null;
};

export const findMariadbd = () => findProgram("mariadbd");

/** Where distributions put the library that makes a node of mariadbd. */
const galeraLibraries = [
  "/usr/lib/galera/libgalera_smm.so",
  "/usr/lib64/galera-4/libgalera_smm.so",
  "/usr/lib64/galera/libgalera_smm.so",
];

export const findGaleraLibrary = () => galeraLibraries.find((file) => existsSync(file)) ?? null;

export const findChromium = () => {
  const given = process.env.ALUR_CHROMIUM;
  if (given) return isExecutable(given) ? given : null;
  return findProgram("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
};

/** Chromium comes without a font of its own, and a page without fonts has no text to click on. */
const parts = {
  mariadbd: { isMissing: () => findMariadbd() === null, packages: ["mariadb-server"] },
  galera: { isMissing: () => findGaleraLibrary() === null, packages: ["galera-4"] },
  rsync: { isMissing: () => findProgram("rsync") === null, packages: ["rsync"] },
  chromium: {
    isMissing: () => findChromium() === null,
    packages: ["chromium", "fonts-liberation", "fonts-dejavu-core"],
  },
};

const isRoot = () => process.getuid?.() === 0;

/** The exact command that installs what is missing here, for a person to run. */
export const installCommand = (missing) => {
  const packages = missing.flatMap((part) => parts[part].packages).join(" ");
  if (findProgram("apt-get")) {
    return `sudo apt-get update && sudo apt-get install -y --no-install-recommends ${packages}`;
  }
  if (findProgram("brew")) {
    const commands = { chromium: "brew install --cask chromium", rsync: "brew install rsync" };
    return missing.map((part) => commands[part] ?? "brew install mariadb").join(" && ");
  }
  if (findProgram("dnf")) return `sudo dnf install -y ${packages.split(" fonts-")[0]}`;
  return `install ${missing.join(", ")} with your system's package manager`;
};

/** Debian starts a server as soon as it is installed, unless this file forbids it. */
const withoutStartingServices = async (work) => {
  const policy = "/usr/sbin/policy-rc.d";
  if (existsSync(policy)) return await work();
  writeFileSync(policy, "#!/bin/sh\nexit 101\n", { mode: 0o755 });
  const remove = () => rmSync(policy, { force: true });
  const takeBack = atEnd(remove);
  try {
    return await work();
  } finally {
    takeBack();
    remove();
  }
};

const aptGet = async (...args) => {
  const { code, output } = await runProgram(
    "apt-get",
    ["-o", "DPkg::Lock::Timeout=300", "-o", "Acquire::Retries=3", ...args],
    { capture: true, env: { DEBIAN_FRONTEND: "noninteractive" } },
  );
  if (code !== 0) {
    const cause = knownCause(output) ?? `it said:\n${lastLines(output, 6)}`;
    throw new DoorError(`apt-get ${args[0]} failed: ${cause}`);
  }
};

/**
 * Sees to it that the named parts ("mariadbd", "galera", "rsync", "chromium") are installed. As root on Debian or
 * Ubuntu it installs them; elsewhere it throws a DoorError with the command to run.
 */
export const ensureSystemPackages = async (wanted) => {
  const missing = wanted.filter((part) => parts[part].isMissing());
  if (missing.length === 0) return;
  const packages = missing.flatMap((part) => parts[part].packages);
  if (!isRoot() || !findProgram("apt-get")) {
    const names = missing.join(" and ");
    throw new DoorError(`${names} not found; run this and try again: ${installCommand(missing)}`);
  }
  await stage(`installing ${packages.join(", ")} with apt-get`, async () => {
    await aptGet("update");
    await withoutStartingServices(() =>
      aptGet("install", "-y", "--no-install-recommends", ...packages),
    );
  });
  const still = missing.filter((part) => parts[part].isMissing());
  if (still.length > 0) throw new DoorError(`${still.join(" and ")} still not found after apt-get`);
};
