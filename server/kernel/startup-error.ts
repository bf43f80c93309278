/**
 * The program cannot start, and the reader can do something about it. The message is one line that
 * says what; whoever starts the program prints it alone, without a stack, and exits with 1.
 */
export class StartupError extends Error {
  override readonly name = "StartupError";
  readonly exitCode = 1;
}
