import { settingsInUse } from '../../../lib/cli/report/settings-in-use';
import { isMistake, parseToml } from '../../../lib/settings/toml/parse-toml';

function used(toml: string) {
  const document = parseToml(toml);
  if (isMistake(document)) {
    throw new Error(document.message);
  }
  const { differing, atDefault } = settingsInUse(document);
  return { atDefault, settings: differing.map(({ path, value, setting }) => [path, value, setting?.path]) };
}

test('what the OS does anyway is counted, not listed', () => {
  expect(used('[settings.autoscaling]\nshould-wait = false\n[settings.aws]\nprofile = "default"\n')).toEqual({
    atDefault: 2,
    settings: [],
  });
  expect(used('[settings.autoscaling]\nshould-wait = true\n')).toEqual({
    atDefault: 0,
    settings: [['settings.autoscaling.should-wait', 'true', 'settings.autoscaling.should-wait']],
  });
});

test('settings are listed by their paths, whatever the order of the text', () => {
  const { settings } = used('[settings.kubernetes]\nmax-pods = 58\n[settings.aws]\nregion = "eu-west-1"\n');
  expect(settings.map(([path]) => path)).toEqual(['settings.aws.region', 'settings.kubernetes.max-pods']);
});

test('keys of maps and items of lists lead to the setting that they are of', () => {
  expect(
    used(`
[settings.kernel.sysctl]
"net.ipv4.ip_forward" = "1"
[[settings.container-registry.mirrors]]
registry = "docker.io"
endpoint = ["https://mirror.example.com"]
`).settings,
  ).toEqual([
    [
      'settings.container-registry.mirrors[0].endpoint',
      '["https://mirror.example.com"]',
      expect.stringMatching(/mirrors(?:\[\])?\.endpoint/) as string,
    ],
    ['settings.container-registry.mirrors[0].registry', '"docker.io"', expect.stringContaining('registry') as string],
    [
      'settings.kernel.sysctl."net.ipv4.ip_forward"',
      '"1"',
      expect.stringContaining('settings.kernel.sysctl') as string,
    ],
  ]);
});

test('what the OS does not know is listed, without a reference', () => {
  expect(used('[settings.kubernetes]\nmax_podz = 1\n[settings.nothing]\nmax-pods = 1\n').settings).toEqual([
    ['settings.kubernetes.max_podz', '1', undefined],
    ['settings.nothing.max-pods', '1', undefined],
  ]);
});

test('secrets are not shown, and long values are cut off', () => {
  const { settings } = used(`
[settings.aws]
credentials = "c2VjcmV0"
[[settings.container-registry.credentials]]
registry = "docker.io"
password = "hunter2"
[settings]
motd = "${'x'.repeat(5000)}"
`);
  expect(JSON.stringify(settings)).not.toMatch(/c2VjcmV0|hunter2/);
  expect(JSON.stringify(settings).length).toBeLessThan(2000);
});

test('user data without settings has none', () => {
  expect(used('settings = 1\n')).toEqual({ atDefault: 0, settings: [['settings', '1', undefined]] });
  expect(used('')).toEqual({ atDefault: 0, settings: [] });
});
