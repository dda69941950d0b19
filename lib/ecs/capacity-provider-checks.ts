import { BottlerocketUserData } from '../node';
import {
  checkCapacity,
  checkInstanceCount,
  checkSizes,
  groupSizes,
  isOutside,
  known,
  Report,
} from '../node/group-checks';
import { checkMetadataOptions } from '../node/metadata-options';
import { checkDistribution } from '../node/mixed-instances-checks';
import { checkVolumes } from '../node/volumes';
import { checkWarmPool } from '../node/warm-pool';
import { CDK_TOKENS } from '../private/cdk-tokens';
import { BottlerocketIssue, IssueCode } from '../settings';
import { isTable } from '../settings/model/document';
import { issue, show } from '../settings/report';
import { BottlerocketCapacityProviderProps, EcsManagedScalingOptions } from './capacity-provider-props';

/** How ECS scales and protects instances, with defaults. */
export function managedBy({
  enableManagedScaling: scaling = true,
  enableManagedTerminationProtection: protection = scaling,
  enableManagedDraining: draining = true,
}: EcsManagedScalingOptions) {
  return { scaling, protection, draining };
}

/** What Auto Scaling, ECS and the OS would refuse, as far as it can be said before. */
export function checkCapacityProvider(props: BottlerocketCapacityProviderProps): BottlerocketIssue[] {
  const issues: BottlerocketIssue[] = [];
  const report: Report = (code, finding) => issues.push(issue(code, finding));
  checkInstanceCount(props, 'An Auto Scaling group', 40, report);
  checkSizes(groupSizes(props), 'Auto Scaling', report);
  checkCapacity(props, report);
  checkDistribution(props, report);
  checkWarmPool(props, report);
  checkScaling(props, report);
  checkName(props.capacityProviderName, report);
  return [
    ...issues,
    ...(props.updatePolicy?._findIssues(props.signals !== undefined) ?? []),
    ...checkVolumes(props),
    ...checkMetadataOptions({ hopLimit: props.metadataHopLimit }, 'metadataHopLimit'),
  ];
}

function checkScaling(props: EcsManagedScalingOptions, report: Report): void {
  const {
    targetCapacityPercent,
    minimumScalingStepSize: min,
    maximumScalingStepSize: max,
    instanceWarmupPeriod,
  } = props;
  const refuse = (path: string, message: string, received: unknown, expected: string) =>
    report(IssueCode.INVALID_MANAGED_SCALING, { path, message, received: show(received), expected });
  const { scaling, protection } = managedBy(props);
  if (!scaling && protection) {
    const message = 'ECS protects instances only where it scales the group.';
    refuse('enableManagedTerminationProtection', message, true, 'false, or enableManagedScaling');
  }
  const details = {
    targetCapacityPercent,
    minimumScalingStepSize: min,
    maximumScalingStepSize: max,
    instanceWarmupPeriod,
  };
  for (const [path, value] of scaling ? [] : Object.entries(details)) {
    if (value !== undefined) {
      refuse(path, 'ECS does not scale this group.', String(value), 'nothing, or enableManagedScaling');
    }
  }
  if (isOutside(targetCapacityPercent, 1, 100)) {
    const message = 'ECS does not take this share.';
    refuse('targetCapacityPercent', message, targetCapacityPercent, 'a whole number from 1 to 100');
  }
  for (const path of ['minimumScalingStepSize', 'maximumScalingStepSize'] as const) {
    if (isOutside(props[path], 1, 10_000)) {
      refuse(path, 'ECS does not take this number.', props[path], 'a whole number from 1 to 10000');
    }
  }
  if (known(min) && known(max) && min > max) {
    refuse('minimumScalingStepSize', `The number is above maximumScalingStepSize (${max}).`, min, `1 to ${max}`);
  }
  if (instanceWarmupPeriod !== undefined && !instanceWarmupPeriod.isUnresolved()) {
    const seconds = instanceWarmupPeriod.toSeconds({ integral: false });
    if (isOutside(seconds, 0, 10_000)) {
      refuse('instanceWarmupPeriod', 'ECS does not wait that long.', `${seconds} s`, '0 to 10000 seconds');
    }
  }
}

function checkName(name: string | undefined, report: Report): void {
  if (name !== undefined && !CDK_TOKENS.isToken(name) && !/^(?!aws|ecs|fargate)[\w-]{1,255}$/i.test(name)) {
    report(IssueCode.INVALID_CAPACITY_PROVIDER_NAME, {
      path: 'capacityProviderName',
      message: 'ECS refuses this name.',
      received: show(name),
    });
  }
}

/** Has the settings of users looked through for the name of the cluster, now and when more are added. */
export function guardClusterName(userData: BottlerocketUserData): void {
  userData._checkBy(({ ecs }) => {
    const cluster = isTable(ecs) ? ecs.cluster : undefined;
    return cluster === undefined
      ? []
      : [
          issue(IssueCode.SETTING_SUPPLIED_BY_CAPACITY_PROVIDER, {
            path: 'settings.ecs.cluster',
            message: 'The capacity provider writes the name of its cluster itself.',
            received: show(cluster),
          }),
        ];
  });
}
