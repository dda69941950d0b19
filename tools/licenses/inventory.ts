/** A package that is handed on, in the command line or beside the library. */
export interface BundledPackage {
  readonly name: string;
  readonly version: string;
  /** As its package.json says, in the language of SPDX. */
  readonly license?: string;
}

/** Licences that ask for no more than to be handed on. Another one needs to be read first. */
const ALLOWED = ['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'MIT'];

/** The packages that may not be handed on. */
export function licenseProblems(packages: readonly BundledPackage[]): string[] {
  return packages
    .filter(({ license }) => license === undefined || !ALLOWED.includes(license))
    .map(({ name, license }) => `${name}: ${license ?? 'no licence'} is none of ${ALLOWED.join(', ')}`);
}

/** A line for each package, in the order of their names. */
export function renderInventory(packages: readonly BundledPackage[]): string {
  const lines = packages.map(({ name, version, license }) => `${name} ${version} ${license}\n`);
  return [...new Set(lines)].sort().join('');
}

/** How the packages differ from an inventory: lines that are new, and lines that are gone. */
export function inventoryDrift(inventory: string, packages: readonly BundledPackage[]): string[] {
  const [before, now] = [inventory, renderInventory(packages)].map((text) => text.split('\n').filter(Boolean));
  return [
    ...now!.filter((line) => !before!.includes(line)).map((line) => `+ ${line}`),
    ...before!.filter((line) => !now!.includes(line)).map((line) => `- ${line}`),
  ];
}
