import { imageParameter } from '../../os/image-parameters';
import { FamilyModel, parseVariant, variantModel, variantNames } from '../../settings/model/variants';
import { formatRelease } from '../../settings/model/release';
import { countCalls, readParameters } from '../aws/read-parameters';
import { CommandFailure, CommandInput, CommandResult, ExitCode } from '../command';
import type { CliEnvironment } from '../environment';
import type { Style } from '../style';
import { obstacleText } from './obstacle';
import { checkRegion } from './regions';
import { table } from '../table';

/** A variant as `--json` prints it: all keys are there, with null for what is not known. */
interface ListedVariant {
  readonly variant: string;
  readonly status: string;
  readonly orchestrator: FamilyModel['orchestrator'];
  readonly kubernetesVersion: string | null;
  readonly since: string | null;
  readonly last: string | null;
  readonly ends: string | null;
  readonly replacement: string | null;
  readonly kernel: string | null;
  readonly architectures: readonly string[];
}

/** Releases with their commits, by architecture; null where AWS publishes none. */
type Latest = Readonly<Record<string, string | null>>;

/** `image list` */
export async function list(input: CommandInput, environment: CliEnvironment): Promise<CommandResult> {
  const region = input.text('region');
  [region ?? []].flat().forEach(checkRegion);
  const variants = variantNames()
    .map(listed)
    .filter(({ status }) => input.flag('all') || status !== 'retired');
  if (!input.flag('online')) {
    if (region !== undefined) {
      throw new CommandFailure('--region needs --online: what is listed without it is the same everywhere.');
    }
    return { exitCode: ExitCode.FINE, data: variants, text: (style) => variantTable(variants, style) };
  }
  const online = await environment.interruptible((signal) => readLatest(variants, region, environment, signal));
  return {
    exitCode: ExitCode.FINE,
    data: variants.map((variant) => ({
      ...variant,
      region: online.region,
      latest: online.latest.get(variant.variant),
    })),
    text: (style) => variantTable(variants, style, online),
  };
}

function listed(variant: string): ListedVariant {
  const { orchestrator, kubernetes, architectures } = parseVariant(variant)!;
  const { status, since, last, ends, replacement, kernel } = variantModel(variant)!;
  return {
    variant,
    status,
    orchestrator,
    kubernetesVersion: kubernetes === undefined ? null : formatRelease(kubernetes, 2),
    since: since ?? null,
    last: last ?? null,
    ends: ends ?? null,
    replacement: replacement ?? null,
    kernel: kernel ?? null,
    architectures,
  };
}

interface OnlineVersions {
  readonly region: string;
  readonly latest: ReadonlyMap<string, Latest>;
}

async function readLatest(
  variants: readonly ListedVariant[],
  named: string | undefined,
  environment: CliEnvironment,
  signal: AbortSignal,
): Promise<OnlineVersions> {
  const store = environment.parameters(signal);
  const nameOf = (variant: string, architecture: string) =>
    imageParameter(variant, architecture, 'latest', 'image_version');
  try {
    const region = named ?? (await store.homeRegion());
    if (region === undefined) {
      throw new CommandFailure('No region is known. Name one with --region, or set AWS_REGION.');
    }
    const names = new Map([
      [region, variants.flatMap(({ variant, architectures }) => architectures.map((own) => nameOf(variant, own)))],
    ]);
    const progress = environment.progress('Reading versions', countCalls(names));
    const { values, failure } = await readParameters(store, names, () => progress.step())
      .then((answers) => answers.get(region)!)
      .finally(() => progress.end());
    if (signal.aborted) {
      throw new CommandFailure('Interrupted.');
    }
    if (failure !== undefined) {
      const { message, advice } = failure;
      throw new CommandFailure(`The versions cannot be read:\n${obstacleText([{ place: region, message, advice }])}`);
    }
    const latest = variants.map(({ variant, architectures }): [string, Latest] => [
      variant,
      Object.fromEntries(architectures.map((own) => [own, values.get(nameOf(variant, own)) ?? null])),
    ]);
    return { region, latest: new Map(latest) };
  } finally {
    store.close();
  }
}

function variantTable(variants: readonly ListedVariant[], style: Style, online?: OnlineVersions): string {
  const rows = variants.map(({ variant, status, since, ends, kernel }) => [
    variant,
    status,
    since ?? '',
    ends ?? '',
    kernel ?? '',
    ...(online === undefined ? [] : [latestText(online.latest.get(variant)!)]),
  ]);
  const latest = online === undefined ? [] : [`Latest in ${online.region}`];
  return table(['Variant', 'Status', 'Since', 'Updates end', 'Kernel', ...latest], rows, style);
}

/** One version where both architectures have the same. */
function latestText(latest: Latest): string {
  const versions = new Set(Object.values(latest));
  return versions.size === 1
    ? ([...versions][0] ?? 'none')
    : Object.entries(latest)
        .map(([architecture, version]) => `${architecture} ${version ?? 'none'}`)
        .join(', ');
}
