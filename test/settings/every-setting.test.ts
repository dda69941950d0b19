import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { IssueCode } from '../../lib';
import { expectGolden } from '../helpers/golden';
import { parseToml, toToml } from '../helpers/toml';
import { EVERY_SETTING } from '../helpers/every-setting';

/** The settings that Bottlerocket has released, in the notation of the documentation. None of them may ever get lost. */
const RELEASED = readFileSync(join(__dirname, 'released-paths.txt'), 'utf8').trim().split('\n');

/** Places whose keys users choose, or that stand for all words of a closed set. */
const PLACEHOLDERS: [RegExp, string][] = [
  [/^(settings\.(?:boot\.(?:init|kernel)-parameters|kernel\.sysctl))\.(.+)$/, '$1.<key>'],
  [/^(settings\.ecs\.instance-attributes)\.(.+)$/, '$1.<key>'],
  [/^(settings\.(?:bootstrap-commands|bootstrap-containers|host-containers|pki))\.my-name/, '$1.<name>'],
  [/^(settings\.image-verifier-plugins)\.my-name/, '$1.<plugin>'],
  [/^(settings\.kernel\.hugepages\.static)\.2Mi/, '$1.<size>'],
  [/^(settings\.kernel\.modules)\.ip_vs/, '$1.<name>'],
  [/^(settings\.kubelet-device-plugins\.nvidia\.mig\.profile)\..+$/, '$1.<gpu-model>'],
  [/^(settings\.kubernetes\.credential-providers\.my-name\.environment)\..+$/, '$1.<var>'],
  [/^(settings\.kubernetes\.(?:credential-providers|static-pods))\.my-name/, '$1.<name>'],
  [/^(settings\.kubernetes\.eviction-(?:hard|soft|soft-grace-period))\..+$/, '$1.<signal>'],
  [/^(settings\.kubernetes\.(?:kube|system)-reserved)\..+$/, '$1.<resource>'],
  [/^(settings\.kubernetes\.memory-manager-reserved-memory)\.my-name/, '$1.<numa>'],
  [/^(settings\.kubernetes\.node-(?:labels|taints))\..+$/, '$1.<name>'],
  [/^(settings\.oci-defaults\.capabilities)\..+$/, '$1.<capability>'],
  [/^(settings\.oci-defaults\.resource-limits)\.[^.]+/, '$1.<limit>'],
];

/** All paths in parsed TOML, in the notation of the documentation. */
function pathsIn(value: unknown, path: string): string[] {
  const name = PLACEHOLDERS.reduce((text, [pattern, replacement]) => text.replace(pattern, replacement), path);
  if (Array.isArray(value)) {
    const tables = value.every((item) => typeof item === 'object' && !Array.isArray(item));
    return tables ? [name, ...value.flatMap((item) => pathsIn(item, `${path}[]`))] : [`${name}[]`, name];
  }
  if (typeof value === 'object' && value !== null) {
    return [name, ...Object.entries(value).flatMap(([key, inner]) => pathsIn(inner, `${path}.${key}`))];
  }
  return [name];
}

describe('every setting', () => {
  const { text, issues } = toToml(EVERY_SETTING);

  test('of the typed API is accepted, but for a warning for those without effect', () => {
    expect(issues.map(({ code, path }) => `${code} ${path}`)).toEqual([
      `${IssueCode.DEPRECATED_SETTING} settings.kubernetes.pod-infra-container-image`,
      `${IssueCode.DEPRECATED_SETTING} settings.oci-hooks.log4j-hotpatch-enabled`,
    ]);
  });

  test('comes out as it always did', () => {
    expectGolden('every-setting.toml', text);
  });

  test('that was ever released can be set, and comes out at its path', () => {
    const paths = new Set(pathsIn((parseToml(text) as { settings: unknown }).settings, 'settings'));
    expect(RELEASED).toHaveLength(266);
    expect(RELEASED.filter((path) => !paths.has(path))).toEqual([]);
  });
});
