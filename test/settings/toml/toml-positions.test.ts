import { unquote } from '../../../lib/settings/toml/parse-toml';
import { locateSettings } from '../../../lib/settings/toml/toml-positions';

const TEXT = `# comment
[settings]
motd = "hi"
kernel.lockdown = "none"

[settings.kubernetes]
  node-labels = { team = "a", "example.com/x" = "b" }
cluster-dns-ip = ["10.0.0.10", "10.0.0.11"]

[[settings.container-registry.mirrors]]
registry = "a"
[[settings.container-registry.mirrors]]
registry = "b"
endpoint = [
  "one",
  "two",
]
`;

const at = (path: string) => {
  const { line, column } = locateSettings(TEXT, unquote)(path);
  return `${line}:${column}`;
};

test.each([
  ['settings', '2:1'],
  ['settings.motd', '3:1'],
  ['settings.kernel.lockdown', '4:1'],
  ['settings.kubernetes', '6:1'],
  ['settings.kubernetes.node-labels', '7:3'],
  ['settings.kubernetes.node-labels.team', '7:19'],
  ['settings.kubernetes.node-labels."example.com/x"', '7:31'],
  ['settings.kubernetes.cluster-dns-ip', '8:1'],
  ['settings.kubernetes.cluster-dns-ip[1]', '8:32'],
  ['settings.container-registry.mirrors[0].registry', '11:1'],
  ['settings.container-registry.mirrors[1].registry', '13:1'],
  ['settings.container-registry.mirrors[1].endpoint[1]', '16:3'],
])('%s stands at %s', (path, place) => {
  expect(at(path)).toBe(place);
});

test('what dotted keys open up stands where they begin', () => {
  expect(at('settings.kernel')).toBe('4:1');
});

test('what is missing stands where the table around it does', () => {
  expect(at('settings.kubernetes.max-pods')).toBe('6:1');
  expect(at('settings.kubernetes.node-labels."a.b"')).toBe('7:3');
  expect(at('settings.ecs.cluster')).toBe('2:1');
  expect(at('something else')).toBe('1:1');
});

test('columns count from the line, whatever ends it', () => {
  expect(locateSettings('[settings]\r\nmotd = "x"\r\n', unquote)('settings.motd')).toEqual({ line: 2, column: 1 });
});
