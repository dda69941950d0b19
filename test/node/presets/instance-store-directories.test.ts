import { checkDirectories, directoriesOf } from '../../../lib/node/presets/instance-store-directories';
import { osContext } from '../../../lib/settings/model/os-context';
import { Token } from 'aws-cdk-lib';

const os = (variant: string, osVersion?: string) => osContext({ variant, osVersion }).context;

test.each([
  ['aws-k8s-1.35', undefined, ['kubelet', 'pods', 'soci-snapshotter']],
  ['aws-k8s-1.32-nvidia', '1.43.0', ['kubelet', 'pods']],
  ['aws-ecs-2', undefined, ['docker', 'ecs']],
])('%s %s', (variant, release, names) => {
  expect(directoriesOf(os(variant, release)).map((path) => path.split('/').pop())).toEqual([
    'containerd',
    'host-containerd',
    ...names,
  ]);
});

test.each(['/var/lib', '/etc', 'var/lib/kubelet', '/mnt', '/mnt/', '/mnt/.ephemeral', '/var/lib/docker'])(
  '%j is refused on nodes of Kubernetes',
  (path) => {
    expect(checkDirectories([path], os('aws-k8s-1.35'))).toMatchObject([{ code: 'DirectoryNotOnInstanceStore' }]);
  },
);

test('paths that are only known at deployment are not inspected', () => {
  const late = Token.asString({ Ref: 'Directory' });
  expect(checkDirectories([late, '/mnt/data'], os('aws-k8s-1.35'))).toEqual([]);
  expect(checkDirectories(Token.asList({ Ref: 'Directories' }), os('aws-k8s-1.35'))).toEqual([]);
});
