import { IssueCode, IssueSeverity } from '../../../lib/settings';
import { absenceOf } from '../../../lib/settings/model/availability';
import { osContext } from '../../../lib/settings/model/os-context';
import { settingsModel } from '../../../lib/settings/model/settings-model';
import { judgeToml } from '../../../lib/settings/toml/judge-toml';

/*
 * The groups that the settings plugins carry, by variant and release. Source: the structs of bottlerocket-os/bottlerocket,
 * sources/models/src/<variant>/mod.rs up to 1.20 and sources/settings-plugins/<plugin>/src/lib.rs since 1.21.
 */
const DEV =
  'boot bootstrap-containers container-registry dns host-containers kernel metrics motd network ntp oci-hooks pki';
const AWS_DEV = `${DEV} aws cloudformation`;
const METAL_K8S = `${DEV} aws container-runtime kubernetes oci-defaults updates`;
const AWS_K8S = `${METAL_K8S} autoscaling cloudformation`;
const AWS_ECS_2 = `${AWS_DEV} autoscaling ecs oci-defaults updates`;
const COMMANDS = 'bootstrap-commands';
const NVIDIA = 'kubelet-device-plugins nvidia-container-runtime';

const words = (text: string) => text.split(' ').filter((word) => word !== '');
const without = (text: string, left: string) =>
  words(text)
    .filter((word) => !words(left).includes(word))
    .join(' ');

function carried(variant: string, osVersion: string): string[] {
  const { context } = osContext({ variant, osVersion });
  return settingsModel()
    .root.entries.filter((entry) => absenceOf(entry, context) === undefined)
    .map(({ key }) => key)
    .sort();
}

test.each([
  ['aws-k8s-1.27', '1.14.0', AWS_K8S],
  ['aws-k8s-1.27-nvidia', '1.14.0', without(AWS_K8S, 'container-runtime')],
  ['aws-k8s-1.30-nvidia', '1.20.0', AWS_K8S],
  ['aws-k8s-1.31', '1.22.0', `${AWS_K8S} ${COMMANDS}`],
  ['aws-k8s-1.31', '1.26.0', `${AWS_K8S} ${COMMANDS}`],
  ['aws-k8s-1.31-nvidia', '1.23.0', `${AWS_K8S} ${COMMANDS} ${NVIDIA}`],
  ['aws-ecs-1', '1.14.0', without(AWS_ECS_2, 'boot oci-defaults')],
  ['aws-ecs-1-nvidia', '1.15.0', without(AWS_ECS_2, 'boot')],
  ['aws-ecs-1', '1.26.0', `${without(AWS_ECS_2, 'boot')} ${COMMANDS}`],
  ['aws-ecs-2', '1.15.0', AWS_ECS_2],
  ['aws-ecs-2-nvidia', '1.26.0', `${AWS_ECS_2} ${COMMANDS}`],
  ['aws-dev', '1.14.0', `${AWS_DEV} updates`],
  ['aws-dev', '1.26.0', `${AWS_DEV} updates ${COMMANDS}`],
  // In-place updates were switched off in development builds after 1.55 (pull request 4765 there).
  ['aws-dev', '1.57.0', `${AWS_DEV} ${COMMANDS}`],
  ['metal-dev', '1.26.0', `${DEV} updates ${COMMANDS}`],
  ['metal-dev', '1.57.0', `${DEV} ${COMMANDS}`],
  ['vmware-dev', '1.26.0', `${DEV} updates ${COMMANDS}`],
  ['metal-k8s-1.29', '1.20.0', METAL_K8S],
  ['vmware-k8s-1.30', '1.26.0', `${METAL_K8S} ${COMMANDS}`],
])('%s carries the groups of its plugin in %s', (variant, osVersion, groups) => {
  expect(carried(variant, osVersion)).toEqual(words(groups).sort());
});

describe('limits of containers in 1.14, which knew one of them, with 32 bits', () => {
  const errors = (limit: string, value: string, osVersion = '1.14.3') =>
    judgeToml(`settings.oci-defaults.resource-limits.${limit} = { hard-limit = ${value}, soft-limit = 1 }`, {
      context: osContext({ variant: 'aws-k8s-1.27', osVersion }).context,
      isComplete: false,
    })
      .issues.filter(({ severity }) => severity === IssueSeverity.ERROR)
      .map(({ code }) => code);

  test.each([
    ['max-open-files', '4294967295', []],
    ['max-open-files', '4294967296', [IssueCode.VALUE_OUT_OF_RANGE]],
    ['max-open-files', '-1', [IssueCode.VALUE_OUT_OF_RANGE]],
    ['max-processes', '1', [IssueCode.SETTING_TOO_NEW]],
  ])('%s = %s', (limit, value, codes) => {
    expect(errors(limit, value)).toEqual(codes);
    expect(errors(limit, value, '1.15.0')).toEqual([]);
  });
});
