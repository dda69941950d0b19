import { BootstrapMode } from '../../../../lib/settings';
import { ruleIssues, testRules, TOKEN, wrong } from '../../../helpers/rules';

testRules('host containers', [
  [
    'warns of one that never starts',
    { hostContainers: { mine: { enabled: true } } },
    ['HostContainerIncomplete? host-containers.mine'],
  ],
  ['takes a complete one', { hostContainers: { mine: { enabled: true, source: 'a', superpowered: false } } }, []],
  [
    'takes one that is not known yet',
    { hostContainers: { mine: { enabled: TOKEN.flag, source: TOKEN.text, superpowered: TOKEN.flag } } },
    [],
  ],
  [
    'takes admin and control, which come with the rest',
    { hostContainers: { admin: { enabled: true }, control: { enabled: false } } },
    [],
  ],
  [
    'keeps quiet about what was refused',
    { hostContainers: { mine: { enabled: true, source: 'a b', superpowered: false } } },
    [],
  ],
]);

test('what is missing is named', () => {
  expect(ruleIssues({ hostContainers: { mine: { source: 'a' } } })[0]!.fix).toBe('Set enabled and superpowered.');
});

const admin = (userData: string) => ({ hostContainers: { admin: { userData } } });
const base64 = (text: string) => Buffer.from(text).toString('base64');

testRules('user data of the admin container', [
  [
    'warns of text that is no JSON',
    admin(base64('ssh-ed25519 AAAA')),
    ['AdminUserDataNotJson? host-containers.admin.user-data'],
  ],
  ['takes JSON', admin(base64('{"ssh":{"authorized-keys":["a"]}}')), []],
  ['takes none', admin(''), []],
  ['keeps quiet about what is not known yet', admin(TOKEN.text), []],
  ['keeps quiet about what was refused', admin('{}'), []],
  ['takes anything for other containers', { hostContainers: { control: { userData: base64('x') } } }, []],
]);

testRules('bootstrap containers and commands', [
  [
    'warns of those without a mode, which never run',
    { bootstrapContainers: { a: { source: 'a' } }, bootstrapCommands: { b: { commands: [['apiclient', 'reboot']] } } },
    ['BootstrapModeMissing? bootstrap-commands.b', 'BootstrapModeMissing? bootstrap-containers.a'],
  ],
  ['takes those with one', { bootstrapContainers: { a: { source: 'a', mode: BootstrapMode.OFF } } }, []],
  ['keeps quiet about a mode that was refused', { bootstrapContainers: { a: { source: 'a', mode: wrong() } } }, []],
  [
    'warns of an essential container without an image',
    { bootstrapContainers: { a: { essential: true, mode: BootstrapMode.ONCE } } },
    ['EssentialWithoutSource? bootstrap-containers.a'],
  ],
  [
    'takes one with an image',
    { bootstrapContainers: { a: { essential: true, source: TOKEN.text, mode: BootstrapMode.ONCE } } },
    [],
  ],
  [
    'takes one that is not essential',
    { bootstrapContainers: { a: { essential: false, mode: BootstrapMode.ONCE } } },
    [],
  ],
]);
