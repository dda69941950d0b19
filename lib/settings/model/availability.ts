import { IssueCode } from '../generated/issue-code.generated';
import { CarrierModel, EntryModel } from './settings-model';
import { OsContext } from './os-context';
import { formatRelease, isBefore } from './release';
import { Finding } from '../report';

/** Why an OS does not have a setting, or has it in vain. */
export interface Absence extends Omit<Finding, 'path'> {
  readonly code: IssueCode;
}

/** Why the OS does not have a setting; undefined when it has it, or may have it. */
export function absenceOf(entry: Pick<EntryModel, 'since' | 'carriedBy'>, context: OsContext): Absence | undefined {
  return notCarried(entry.carriedBy, context) ?? tooNew(entry.since, context);
}

/** Why a setting that the OS has does nothing; undefined when nothing is known against it. */
export function idlenessOf({ kubernetes }: Pick<EntryModel, 'kubernetes'>, context: OsContext): Absence | undefined {
  if (kubernetes === undefined || context.kubernetes === undefined || !isBefore(context.kubernetes, kubernetes)) {
    return undefined;
  }
  return {
    code: IssueCode.NEWER_KUBERNETES_NEEDED,
    message: `The setting has no effect before Kubernetes ${kubernetes}.`,
    received: `Kubernetes ${formatRelease(context.kubernetes, 2)}`,
  };
}

function tooNew(since: string | undefined, { release }: OsContext): Absence | undefined {
  if (since === undefined || !isBefore(release, since)) {
    return undefined;
  }
  return {
    code: IssueCode.SETTING_TOO_NEW,
    message: `The OS has this setting since ${since}, and this node runs ${formatRelease(release)}.`,
    received: `release ${formatRelease(release)}`,
    expected: `release ${since} or newer`,
  };
}

function notCarried(carriedBy: readonly CarrierModel[] | undefined, context: OsContext): Absence | undefined {
  const { family, release, kubernetes, generation } = context;
  if (carriedBy === undefined || family === undefined) {
    return undefined;
  }
  const carrier = carriedBy.find((candidate) => candidate.family === family);
  const reason =
    carrier === undefined
      ? `Variants of the family ${family} do not have this setting.`
      : carrier.until !== undefined && !isBefore(release, carrier.until)
        ? `Variants of the family ${family} no longer have this setting since ${carrier.until}.`
        : carrier.kubernetes !== undefined && kubernetes !== undefined && isBefore(kubernetes, carrier.kubernetes)
          ? `Variants of the family ${family} have this setting from Kubernetes ${carrier.kubernetes} on.`
          : carrier.generation !== undefined && generation !== undefined && generation < Number(carrier.generation)
            ? `Of the family ${family}, variants from ${family}-${carrier.generation} on have this setting.`
            : undefined;
  if (reason === undefined) {
    return tooNew(carrier?.since, context);
  }
  return {
    code: IssueCode.SETTING_NOT_IN_VARIANT,
    message: reason,
    received: describe(context),
    expected: `a variant of ${carriedBy.map((candidate) => candidate.family).join(', ')}`,
  };
}

function describe({ family, release, kubernetes, generation }: OsContext): string {
  const version = kubernetes === undefined ? generation?.toString() : formatRelease(kubernetes, 2);
  return `${[family, version].filter((part) => part !== undefined).join('-')}, release ${formatRelease(release)}`;
}
