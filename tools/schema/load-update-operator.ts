import { Mapping } from './read';

/** A value of the charts of the update operator. */
export interface ChartValue {
  readonly path: string;
  readonly type: string;
  /** The property of the construct that writes it. */
  readonly property?: string;
  /** Whether the chart of the custom resource must get the same. */
  readonly crd: boolean;
  /** Why it does not do what its name says. */
  readonly withoutEffect?: string;
}

export interface Chart {
  readonly name: string;
  readonly version: string;
}

/** What is known of the update operator. */
export interface UpdateOperator {
  readonly label: { readonly key: string; readonly value: string };
  readonly namespace: string;
  readonly repository: string;
  readonly crdChart: Chart;
  readonly chart: Chart;
  readonly certManager: {
    readonly addon: string;
    readonly namespace: string;
    readonly repository: string;
    readonly chart: Chart;
  };
  readonly publicImage: string;
  readonly mirrorRepository: string;
  /** The account with the image, by region. */
  readonly mirrors: ReadonlyMap<string, string>;
  readonly values: readonly ChartValue[];
}

const TYPES = ['text', 'flag', 'list', 'map'];

/** Reads schema/update-operator.yaml. */
export function loadUpdateOperator(file: string): UpdateOperator {
  const data = Mapping.ofFile(file);
  const label = data.mapping('label');
  const certManager = data.mapping('certManager');
  const image = data.mapping('image');
  const values = data.mapping('values');
  const result: UpdateOperator = {
    label: { key: label.string('key'), value: label.string('value') },
    namespace: data.string('namespace'),
    repository: data.string('repository'),
    crdChart: chartOf(data.mapping('crdChart')),
    chart: chartOf(data.mapping('chart')),
    certManager: {
      addon: certManager.string('addon'),
      namespace: certManager.string('namespace'),
      repository: certManager.string('repository'),
      chart: chartOf(certManager.mapping('chart')),
    },
    publicImage: image.string('public'),
    mirrorRepository: image.string('mirrorRepository'),
    mirrors: mirrorsOf(image.mapping('mirrors')),
    values: values.keys.map((path) => valueOf(path, values.mapping(path))),
  };
  [label, certManager, image, values, data].forEach((mapping) => mapping.done());
  return result;
}

function chartOf(data: Mapping): Chart {
  const chart = { name: data.string('name'), version: data.string('version') };
  data.done();
  return chart;
}

function mirrorsOf(data: Mapping): Map<string, string> {
  const mirrors = new Map<string, string>();
  for (const account of data.keys) {
    if (!/^\d{12}$/.test(account)) {
      throw new Error(`${data.where}: ${account} is not an account`);
    }
    for (const region of data.strings(account)) {
      if (mirrors.has(region)) {
        throw new Error(`${data.where}: ${region} is listed twice`);
      }
      mirrors.set(region, account);
    }
  }
  return new Map([...mirrors].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function valueOf(path: string, data: Mapping): ChartValue {
  const value = {
    path,
    type: data.string('type'),
    property: data.optionalString('property'),
    crd: data.flag('crd'),
    withoutEffect: data.optionalString('withoutEffect'),
  };
  data.done();
  if (!TYPES.includes(value.type)) {
    throw new Error(`${data.where}.type: unknown type ${value.type}`);
  }
  if (value.property !== undefined && value.withoutEffect !== undefined) {
    throw new Error(`${data.where}: no property should write what has no effect`);
  }
  return value;
}
