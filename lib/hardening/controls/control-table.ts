import type { BenchmarkModel, ControlModel } from './control-model';

let loaded: readonly BenchmarkModel[] | undefined;

/** All controls there are, loaded when they are first needed. */
export function benchmarks(): readonly BenchmarkModel[] {
  // eslint-disable-next-line no-restricted-syntax, @typescript-eslint/no-require-imports -- an import would load it at once
  loaded ??= (require('../generated/controls.generated') as { BENCHMARKS: readonly BenchmarkModel[] }).BENCHMARKS;
  return loaded;
}

/** Which controls are meant. */
export interface ControlChoice {
  /** The collections they are from; all, when nothing is said. */
  readonly benchmarks?: readonly string[];
  /** The highest level; 2, when nothing is said. */
  readonly level?: number;
}

/** A control, and the collection it is from. */
export interface ChosenControl {
  readonly benchmark: BenchmarkModel;
  readonly control: ControlModel;
}

/** The controls of some collections, up to a level. */
export function chooseControls({ benchmarks: ids, level = 2 }: ControlChoice): ChosenControl[] {
  return benchmarks()
    .filter(({ id }) => ids === undefined || ids.length === 0 || ids.includes(id))
    .flatMap((benchmark) =>
      benchmark.controls
        .filter((control) => (control.level ?? 1) <= level)
        .map((control): ChosenControl => ({ benchmark, control })),
    );
}

/** The name of a control among all controls, such as cis-bottlerocket-1.5.2. */
export function controlName({ benchmark, control }: ChosenControl): string {
  return `${benchmark.id}-${control.id}`;
}
