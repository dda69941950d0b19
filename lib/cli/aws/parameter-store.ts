/** The public parameters of AWS Systems Manager, as far as images need them. Everything throws an AwsFailure. */
export interface ParameterStore {
  /** The region that the environment or the profile names; undefined when neither does. */
  homeRegion(): Promise<string | undefined>;

  /** The values of parameters, by name. What there is not is left out. At most {@link NAMES_PER_CALL} names. */
  read(region: string, names: readonly string[]): Promise<ReadonlyMap<string, string>>;

  /** The values of all parameters right below a path. */
  list(region: string, path: string): Promise<string[]>;

  /** Lets go of all connections. */
  close(): void;
}

/** How many names GetParameters takes. */
export const NAMES_PER_CALL = 10;
