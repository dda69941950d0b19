import { InstanceFamily } from '../schema/load-families';
import { HEADER, quote } from './source';

/** The table of instance families for lib/os. */
export function renderInstanceFamilies(asOf: string, families: readonly InstanceFamily[]): string {
  const rows = families.map(({ name, architecture, vendor, model, unsupported }) => {
    const accelerator =
      vendor === undefined
        ? ''
        : `, accelerator: { vendor: ${quote(vendor)}, model: ${quote(model!)}${unsupported === undefined ? '' : `, unsupported: ${quote(unsupported)}`} }`;
    return `  ${quote(name)}: { architecture: ${quote(architecture)}${accelerator} },\n`;
  });
  return [
    HEADER,
    "\nimport type { InstanceHardware } from '../instance-hardware';\n",
    `\n/** By family, as of ${asOf}. */\n`,
    'export const INSTANCE_FAMILIES: Readonly<Record<string, InstanceHardware>> = {\n',
    ...rows,
    '};\n',
  ].join('');
}
