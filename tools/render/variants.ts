import { OsVariants } from '../schema/load-variants';
import { HEADER, quote, sourceOf } from './source';

/** The table of variants for lib/settings, which needs the names, and for lib/os. */
export function renderVariants({ asOf, fipsRegions, families, variants }: OsVariants): string {
  return [
    HEADER,
    "\nimport type { FamilyModel, VariantModel } from '../model/variants';\n",
    '\n/** How variants are named, and whose settings they carry. */\n',
    'export const FAMILIES: Readonly<Record<string, FamilyModel>> = {\n',
    ...families.map(({ name, ...facts }) => `  ${quote(name)}: ${sourceOf(facts)},\n`),
    '};\n',
    `\n/** By name, as of ${asOf}. */\n`,
    'export const VARIANTS: Readonly<Record<string, VariantModel>> = {\n',
    ...variants.map(({ name, ...facts }) => `  ${quote(name)}: ${sourceOf(facts)},\n`),
    '};\n',
    '\n/** Regions with all endpoints that FIPS variants use. */\n',
    `export const FIPS_REGIONS: readonly string[] = ${sourceOf(fipsRegions)};\n`,
  ].join('');
}
