import { Chart, ChartValue, UpdateOperator } from '../schema/load-update-operator';
import { HEADER, quote } from './source';

/** What lib/eks knows of the update operator. */
export function renderUpdateOperator(operator: UpdateOperator): string {
  const { label, namespace, repository, certManager } = operator;
  return [
    HEADER,
    "\nimport type { ChartValueModel } from '../update-operator/chart-values';\n",
    '\n/** The charts, and what they need. */\n',
    'export const UPDATE_OPERATOR = {\n',
    `  label: { key: ${quote(label.key)}, value: ${quote(label.value)} },\n`,
    `  namespace: ${quote(namespace)},\n`,
    `  repository: ${quote(repository)},\n`,
    `  crdChart: ${chart(operator.crdChart)},\n`,
    `  chart: ${chart(operator.chart)},\n`,
    `  publicImage: ${quote(operator.publicImage)},\n`,
    `  mirrorRepository: ${quote(operator.mirrorRepository)},\n`,
    '};\n',
    '\n/** What makes the certificates of the operator. */\n',
    'export const CERT_MANAGER = {\n',
    `  addon: ${quote(certManager.addon)},\n`,
    `  namespace: ${quote(certManager.namespace)},\n`,
    `  repository: ${quote(certManager.repository)},\n`,
    `  chart: ${chart(certManager.chart)},\n`,
    '};\n',
    '\n/** The account that has the image in a private repository, by region. */\n',
    'export const IMAGE_MIRRORS: Readonly<Record<string, string>> = {\n',
    ...[...operator.mirrors].map(([region, account]) => `  ${quote(region)}: ${quote(account)},\n`),
    '};\n',
    '\n/** The values of the charts, by path. */\n',
    'export const CHART_VALUES = {\n',
    ...operator.values.map(value),
    '} satisfies Record<string, ChartValueModel>;\n',
  ].join('');
}

function chart({ name, version }: Chart): string {
  return `{ name: ${quote(name)}, version: ${quote(version)} }`;
}

function value({ path, type, property, crd, withoutEffect }: ChartValue): string {
  const more = [
    ...(property === undefined ? [] : [`property: ${quote(property)}`]),
    ...(crd ? ['crd: true'] : []),
    ...(withoutEffect === undefined ? [] : [`withoutEffect: ${quote(withoutEffect)}`]),
  ];
  return `  ${quote(path)}: { ${[`type: ${quote(type)}`, ...more].join(', ')} },\n`;
}
