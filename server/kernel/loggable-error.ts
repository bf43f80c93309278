/** An error as the log shows it. */
export interface LoggableError {
  readonly type: string;
  readonly message: string;
  readonly code?: string | number;
  readonly errno?: number;
  readonly stack?: string;
  readonly cause?: LoggableError;
}

const deepestCause = 4;

/**
 * Names what is shown, where pino would copy every property: drivers put the statement and its values,
 * so people's names, numbers and hashes, into theirs. The message of an error that has a statement
 * quotes values too, and is left out.
 */
export function loggableError(error: unknown, depth = 0): LoggableError {
  if (!(error instanceof Error)) return { type: typeof error, message: "Not an error was thrown" };
  const { code, errno } = error as { code?: unknown; errno?: unknown };
  const quotesValues = ["sql", "sqlMessage", "query", "parameters"].some((name) => name in error);
  const stack = framesOf(error);
  return {
    type: error.name,
    message: quotesValues ? "A statement failed" : error.message,
    ...((typeof code === "string" || typeof code === "number") && { code }),
    ...(typeof errno === "number" && { errno }),
    ...(stack && { stack }),
    ...(error.cause instanceof Error &&
      depth < deepestCause && { cause: loggableError(error.cause, depth + 1) }),
  };
}

/** Where it happened; the lines before the frames repeat the message. */
const framesOf = (error: Error): string =>
  (error.stack ?? "")
    .split("\n")
    .filter((line) => /^ {4}at .*[:)\]>]/.test(line))
    .join("\n");
