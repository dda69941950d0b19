import { asksEcrPublic, hostOf, isPrivateEcr } from '../settings/check/ecr-hosts';
import { CDK_TOKENS } from '../private/cdk-tokens';
import { BottlerocketIssue, IssueCode } from '../settings';
import { isTable, joinPath } from '../settings/model/document';
import { issue, show } from '../settings/report';

/** The value that users give at a path of keys in the settings. */
export type ValueAt = (...path: string[]) => unknown;

/** Finds containers of the OS whose images nodes without a route to the internet cannot pull. */
export function checkImages(valueAt: ValueAt): BottlerocketIssue[] {
  const mirrored = mirroredRegistries(valueAt);
  return ['host-containers', 'bootstrap-containers'].flatMap((group) => {
    const containers = valueAt(group);
    return Object.entries(isTable(containers) ? containers : {}).flatMap(([name, container]) => {
      if (!isTable(container) || container.enabled === false || container.mode === 'off') {
        return [];
      }
      const { source } = container;
      if (typeof source !== 'string' || CDK_TOKENS.isToken(source) || isReachable(source, mirrored)) {
        return [];
      }
      return [
        issue(IssueCode.IMAGE_NOT_REACHABLE, {
          path: joinPath(joinPath(joinPath('settings', group), name), 'source'),
          message: asksEcrPublic(source)
            ? 'A subnet of the nodes has no route to Amazon ECR Public, for which there is no VPC endpoint.'
            : 'A subnet of the nodes has no route to this registry.',
          received: show(source),
        }),
      ];
    });
  });
}

/** The registries with a mirror, which may be in the network; undefined when they are not known. */
function mirroredRegistries(valueAt: ValueAt): readonly unknown[] | undefined {
  const mirrors = valueAt('container-registry', 'mirrors') ?? [];
  return Array.isArray(mirrors) ? mirrors.map((mirror) => (isTable(mirror) ? mirror.registry : undefined)) : undefined;
}

function isReachable(source: string, mirrored: readonly unknown[] | undefined): boolean {
  const [first] = source.split('/', 1);
  const registry = source.includes('/') && /[.:]|^localhost$/.test(first!) ? first! : 'docker.io';
  return (
    isPrivateEcr(hostOf(registry)) ||
    mirrored === undefined ||
    mirrored.some((one) => one === registry || one === '*' || CDK_TOKENS.isToken(one))
  );
}
