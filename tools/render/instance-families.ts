import { InstanceFamily } from '../schema/load-families';
import { HEADER, quote, sourceOf } from './source';

/** The table of instance families for lib/os. */
export function renderInstanceFamilies(asOf: string, families: readonly InstanceFamily[]): string {
  return [
    HEADER,
    "\nimport type { FamilyHardware } from '../instance-families';\n",
    `\n/** By family, as of ${asOf}. */\n`,
    'export const INSTANCE_FAMILIES: Readonly<Record<string, FamilyHardware>> = {\n',
    ...families.map(({ name, ...facts }) => `  ${quote(name)}: ${sourceOf(facts)},\n`),
    '};\n',
  ].join('');
}
