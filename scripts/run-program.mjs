import { spawn } from "node:child_process";
import { constants } from "node:os";
import { cleanUp } from "./clean-up.mjs";

const running = new Set();

/** A shell's convention: 128 + the signal's number, so that callers see how a program ended. */
const exitCodeOf = (code, signal) => code ?? 128 + (constants.signals[signal] ?? 1);

/**
 * Runs a program to its end. With `capture` its output is collected and returned, else it goes
 * straight to the terminal. Never gives the program a terminal to ask questions on.
 * Resolves to {code, output}; code is 128 + n after signal n, 127 when the program is missing,
 * and 124 after `timeoutMs`.
 */
export const runProgram = (program, args, options = {}) =>
  new Promise((resolve) => {
    const { capture = false, env, cwd, timeoutMs, stdin = "ignore" } = options;
    const child = spawn(program, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: capture ? [stdin, "pipe", "pipe"] : [stdin, "inherit", "inherit"],
    });
    running.add(child);
    let output = "";
    child.stdout?.on("data", (chunk) => (output += chunk));
    child.stderr?.on("data", (chunk) => (output += chunk));
    let timedOut = false;
    const timer = timeoutMs
      ? setTimeout(() => {
          timedOut = true;
          child.kill("SIGKILL");
        }, timeoutMs)
      : undefined;
    const finish = (code) => {
      clearTimeout(timer);
      running.delete(child);
      resolve({ code: timedOut ? 124 : code, output });
    };
    child.on("error", (error) => {
      output += error.message;
      finish(error.code === "ENOENT" ? 127 : 126);
    });
    child.on("close", (code, signal) => finish(exitCodeOf(code, signal)));
  });

/**
 * Runs the program that the door was opened for, hands it every signal, and resolves to its exit
 * code. At a terminal, Ctrl+C reaches the program by itself, and a second copy would count as
 * "quit now".
 */
export const becomeProgram = (program, args, options = {}) =>
  new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      stdio: "inherit",
      cwd: options.cwd,
      env: { ...process.env, ...options.env },
    });
    const forward = (signal) => {
      if (signal === "SIGINT" && process.stdin.isTTY) return;
      child.kill(signal);
    };
    const signals = ["SIGINT", "SIGTERM", "SIGHUP"];
    for (const signal of signals) process.on(signal, forward);
    child.on("error", reject);
    child.on("close", (code, signal) => {
      for (const name of signals) process.off(name, forward);
      resolve(exitCodeOf(code, signal));
    });
  });

/** After Ctrl+C or a kill: ends what still runs, tidies up, and leaves with the signal's code. */
export const endOnSignals = () => {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    process.once(signal, async () => {
      for (const child of running) child.kill("SIGTERM");
      await cleanUp();
      process.exit(128 + constants.signals[signal]);
    });
  }
};
