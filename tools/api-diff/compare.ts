import { compareAssemblies } from 'jsii-diff';
import { Assembly, TypeSystem } from 'jsii-reflect';
import { Allowances } from './allowed';
import { ApiDescription } from './baseline';

/**
 * What keeps a change from being taken: what it breaks without a reason, and reasons for what is not broken.
 *
 * `dependencies` are the libraries whose types both APIs use.
 */
export function apiProblems(
  baseline: ApiDescription,
  current: ApiDescription,
  allowances: Allowances,
  dependencies: readonly ApiDescription[] = [],
): string[] {
  // All of the API is experimental before 1.0.0; what it breaks is looked at nevertheless.
  const { mismatches } = compareAssemblies(inSystem(baseline, dependencies), inSystem(current, dependencies));
  const broken = new Set(mismatches.map(({ violationKey }) => violationKey));
  return [
    ...mismatches
      .filter(({ violationKey }) => !allowances.has(violationKey))
      .map(({ violationKey, message }) => `${message} [${violationKey}]`),
    ...[...allowances.keys()]
      .filter((key) => !broken.has(key))
      .map((key) => `${key} is allowed, but nothing breaks it`),
  ];
}

function inSystem(description: ApiDescription, dependencies: readonly ApiDescription[]): Assembly {
  const system = new TypeSystem();
  for (const dependency of dependencies) {
    system.addAssembly(new Assembly(system, dependency), { isRoot: false });
  }
  const assembly = system.addAssembly(new Assembly(system, description));
  system.lock();
  return assembly;
}
