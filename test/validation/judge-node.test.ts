import { gzipSync } from 'node:zlib';
import { codesIn, group, joining, launchTemplate, nodegroup, parameter } from '../helpers/template-rules';

const IMAGE = { ImageId: parameter('aws-k8s-1.35') };
const sub = (text: string) => ({ 'Fn::Base64': { 'Fn::Sub': text } });
const joins = (more: string) => group({ ...IMAGE, UserData: joining('Cluster', more) });

test.each<[name: string, more: string]>([
  ['a number', 'max-pods = ${MaxPods}\n'],
  ['a boolean', 'server-tls-bootstrap = ${Tls}\n'],
  ['a list', 'allowed-unsafe-sysctls = ["${Sysctls}"]\n'],
  ['a key', '[settings.kubernetes.node-labels]\n"${Key}" = "a"\n'],
  ['a part of a text', '[settings.host-containers.admin]\nsource = "${Registry}/admin:1"\n'],
  ['whole lines', '${More}\n'],
])('%s that is only known at deployment is not judged', (_, more) => {
  expect(codesIn(joins(more))).toEqual([]);
});

test('what is known beside it is judged', () => {
  expect(codesIn(joins('max-pods = ${MaxPods}\nregistry-qps = "many"\n'))).toEqual(['WrongType']);
});

test('where whole lines are not known, nothing is missing', () => {
  expect(codesIn(group({ ...IMAGE, UserData: sub('${Cluster}\n[settings.kubernetes]\nmax-pods = 58\n') }))).toEqual([]);
  expect(codesIn(group({ ...IMAGE, UserData: sub('[settings.kubernetes]\nmax-pods = 58\n') }))).toEqual([
    'ClusterSettingMissing',
  ]);
});

test('a launch template that nothing uses may lack what comes from elsewhere', () => {
  expect(
    codesIn({ Template: launchTemplate({ ...IMAGE, UserData: sub('[settings.kubernetes]\nmax-pods = 58\n') }) }),
  ).toEqual([]);
});

test('EKS reads the user data of its node groups, unless they have an image of users', () => {
  const escaped = sub('[settings]\nmotd = "a \\"b\\""\n');
  expect(codesIn(nodegroup({}, { UserData: escaped }))).toEqual(['NotReadByEks']);
  const own = nodegroup(
    { AmiType: undefined, Version: undefined },
    { ...IMAGE, UserData: joining('Cluster', '[settings]\nmotd = "a \\"b\\""\n') },
  );
  expect(codesIn(own)).toEqual([]);
});

test('settings that are newer than the release of the node are found', () => {
  const UserData = sub('[settings.kernel.hugepages.transparent]\nenabled = "always"\n');
  const at = (version: string) =>
    codesIn({ T: launchTemplate({ ImageId: parameter('aws-k8s-1.35', 'x86_64', version), UserData }) });
  expect([at('1.53.0'), at('1.69.0')]).toEqual([['SettingTooNew'], []]);
});

test('compressed user data is judged, and its size is that of the bytes', () => {
  const text = `[settings]\nmotd = "${'a'.repeat(20_000)}"\n`;
  const bytes = gzipSync(text).toString('base64');
  expect(codesIn(group({ UserData: bytes }))).toEqual([]);
  expect(codesIn(group({ UserData: { 'Fn::Base64': text } }))).toEqual(['UserDataTooLarge']);
  expect(codesIn(nodegroup({}, { UserData: bytes }))).toEqual(['NotReadByEks']);
});

test('placeholders count for the size', () => {
  const text = `[settings]\nmotd = "${'a'.repeat(15_000)}\${More}"\n`;
  expect(codesIn(group({ UserData: sub(text) }))).toEqual(['UserDataMayBeTooLarge']);
});

test('secrets behind parameters and dynamic references are found', () => {
  const text = '[settings]\nmotd = "{{resolve:secretsmanager:a}}"\n';
  expect(codesIn(group({ UserData: { 'Fn::Base64': text } }))).toEqual(['SecretInUserData']);
});
