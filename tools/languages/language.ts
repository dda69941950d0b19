/** What is done for one language. */
export interface Language {
  readonly name: string;
  /** What is missing on this machine, or undefined. */
  missing(): string | undefined;
  /** Builds the package and uses it; says what was done. */
  check(): string;
}
