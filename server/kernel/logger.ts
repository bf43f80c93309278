import { pino, type DestinationStream, type Logger, type LoggerOptions } from "pino";
import { loggableError } from "./loggable-error.js";

export type { Logger };

export const logLevels = ["silent", "fatal", "error", "warn", "info", "debug", "trace"] as const;
export type LogLevel = (typeof logLevels)[number];

/**
 * One JSON object a line, on stdout unless told otherwise. Secrets are cut out where they would sit,
 * not trusted to be absent.
 */
export function createLogger(level: LogLevel, destination?: DestinationStream): Logger {
  const options: LoggerOptions = {
    level,
    base: null,
    serializers: { err: (error: unknown) => loggableError(error) },
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: {
      paths: [
        "password",
        "*.password",
        "*.currentPassword",
        "*.newPassword",
        "token",
        "*.token",
        "secret",
        "*.secret",
        "headers.authorization",
        "headers.cookie",
        "req.headers.authorization",
        "req.headers.cookie",
      ],
      censor: "[cut]",
    },
  };
  return destination ? pino(options, destination) : pino(options);
}
