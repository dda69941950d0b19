import { CDK_TOKENS } from '../../private/cdk-tokens';
import { BottlerocketIssue, IssueCode } from '../../settings';
import { nearest } from '../../settings/check/suggest';
import { issue, show } from '../../settings/report';
import { CHART_VALUES } from '../generated/update-operator.generated';

/** What is known of a value of a chart. */
export interface ChartValueModel {
  readonly type: 'text' | 'flag' | 'list' | 'map';
  /** The property of the construct that writes it. */
  readonly property?: string;
  /** Whether the chart of the custom resource must get the same. */
  readonly crd?: true;
  /** Why it does not do what its name says. */
  readonly withoutEffect?: string;
}

/** The paths of all values that the project documents. */
export type ChartValueName = keyof typeof CHART_VALUES;

type Table = Record<string, unknown>;

const MODELS: Readonly<Record<string, ChartValueModel>> = CHART_VALUES;

/** Values of the charts, by their paths. */
export class ChartValues {
  private readonly values = new Map<string, unknown>();

  /** Writes a value, unless it is undefined. */
  public set(name: ChartValueName, value: unknown): this {
    if (value !== undefined) {
      this.values.set(name, value);
    }
    return this;
  }

  /** The values for the chart of the operator. */
  public ofOperator(additional: Table = {}): Table {
    const result = structuredCloneOf(additional);
    this.values.forEach((value, name) => put(result, name.split('.'), value));
    return result;
  }

  /** Those that the chart of the custom resource must have, too. */
  public ofCrd(): Table {
    const result: Table = {};
    this.values.forEach((value, name) => {
      if (MODELS[name]?.crd === true) {
        put(result, name.split('.'), value);
      }
    });
    return result;
  }
}

/** What is wrong with values that users write by themselves, or worth a warning. */
export function checkAdditionalValues(additional: Table | undefined): BottlerocketIssue[] {
  return Object.entries(additional ?? {}).flatMap(([key, value]) => checkValue(key, value));
}

function checkValue(name: string, value: unknown): BottlerocketIssue[] {
  const path = `additionalValues.${name}`;
  const model = Object.hasOwn(MODELS, name) ? MODELS[name] : undefined;
  if (model?.property !== undefined) {
    return [
      issue(IssueCode.OWNED_CHART_VALUE, {
        path,
        message: `This is what the property ${model.property} is for.`,
        received: show(value),
        fix: `Pass ${model.property}.`,
      }),
    ];
  }
  if (model?.withoutEffect !== undefined) {
    return [issue(IssueCode.CHART_VALUE_WITHOUT_EFFECT, { path, message: model.withoutEffect, received: show(value) })];
  }
  if (model !== undefined) {
    return checkType(path, value, model.type);
  }
  const below = Object.keys(MODELS).filter((known) => known.startsWith(`${name}.`));
  if (below.length > 0 && isTable(value)) {
    return Object.entries(value).flatMap(([key, inner]) => checkValue(`${name}.${key}`, inner));
  }
  const suggestion = nearest(name, Object.keys(MODELS));
  return [
    issue(IssueCode.UNKNOWN_CHART_VALUE, {
      path,
      message: 'The documentation of the charts does not have it.',
      received: show(value),
      fix:
        suggestion === undefined ? undefined : `Check that you do not mean ${suggestion}, or acknowledge this warning.`,
    }),
  ];
}

function checkType(path: string, value: unknown, type: ChartValueModel['type']): BottlerocketIssue[] {
  const fits = type === 'list' ? Array.isArray(value) : isTable(value);
  return CDK_TOKENS.isToken(value) || fits
    ? []
    : [
        issue(IssueCode.INVALID_UPDATE_OPERATOR_OPTION, {
          path,
          message: 'The chart wants something else here.',
          received: show(value),
          expected: `a ${type}`,
        }),
      ];
}

function isTable(value: unknown): value is Table {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !CDK_TOKENS.isToken(value);
}

function structuredCloneOf(table: Table): Table {
  return Object.fromEntries(
    Object.entries(table).map(([key, value]) => [key, isTable(value) ? structuredCloneOf(value) : value]),
  );
}

function put(table: Table, [key, ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) {
    table[key!] = value;
    return;
  }
  const inner = isTable(table[key!]) ? (table[key!] as Table) : {};
  table[key!] = inner;
  put(inner, rest, value);
}
