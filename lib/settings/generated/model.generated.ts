// Generated from schema/ by `npm run generate`. Do not edit.

import type { CarrierModel, SettingsModel } from '../model/settings-model';

const CARRIERS_0: readonly CarrierModel[] = [
  { family: 'aws-k8s' },
  { family: 'aws-k8s-nvidia' },
  { family: 'aws-ecs' },
];

const CARRIERS_1: readonly CarrierModel[] = [
  { family: 'aws-k8s' },
  { family: 'aws-k8s-nvidia' },
  { family: 'vmware-k8s' },
  { family: 'metal-k8s' },
  { family: 'aws-ecs' },
  { family: 'aws-dev' },
  { family: 'aws-mantle' },
];

const CARRIERS_2: readonly CarrierModel[] = [
  { family: 'aws-k8s' },
  { family: 'aws-k8s-nvidia' },
  { family: 'vmware-k8s' },
  { family: 'metal-k8s' },
  { family: 'aws-ecs', generation: '2' },
  { family: 'aws-dev' },
  { family: 'metal-dev' },
  { family: 'vmware-dev' },
];

const CARRIERS_3: readonly CarrierModel[] = [
  { family: 'aws-k8s' },
  { family: 'aws-k8s-nvidia' },
  { family: 'vmware-k8s' },
  { family: 'metal-k8s' },
  { family: 'aws-ecs' },
  { family: 'aws-dev' },
  { family: 'metal-dev' },
  { family: 'vmware-dev' },
  { family: 'aws-mantle' },
];

const CARRIERS_4: readonly CarrierModel[] = [
  { family: 'aws-k8s' },
  { family: 'aws-k8s-nvidia' },
  { family: 'aws-ecs' },
  { family: 'aws-dev' },
  { family: 'aws-mantle' },
];

const CARRIERS_5: readonly CarrierModel[] = [
  { family: 'aws-k8s' },
  { family: 'aws-k8s-nvidia', since: '1.20.0' },
  { family: 'vmware-k8s' },
  { family: 'metal-k8s' },
];

const CARRIERS_6: readonly CarrierModel[] = [
  { family: 'aws-k8s' },
  { family: 'aws-k8s-nvidia' },
  { family: 'vmware-k8s' },
];

const CARRIERS_7: readonly CarrierModel[] = [{ family: 'aws-ecs' }];

const CARRIERS_8: readonly CarrierModel[] = [
  { family: 'aws-ecs', generation: '3' },
  { family: 'aws-mantle' },
  { family: 'aws-k8s', since: '1.63.0', kubernetes: '1.33' },
  { family: 'aws-k8s-nvidia', since: '1.63.0', kubernetes: '1.33' },
  { family: 'vmware-k8s', since: '1.63.0', kubernetes: '1.33' },
];

const CARRIERS_9: readonly CarrierModel[] = [
  { family: 'aws-k8s' },
  { family: 'aws-k8s-nvidia' },
  { family: 'vmware-k8s' },
  { family: 'metal-k8s' },
  { family: 'aws-ecs' },
  { family: 'aws-dev' },
  { family: 'metal-dev' },
  { family: 'vmware-dev' },
];

const CARRIERS_10: readonly CarrierModel[] = [{ family: 'aws-k8s-nvidia' }];

const CARRIERS_11: readonly CarrierModel[] = [
  { family: 'aws-k8s' },
  { family: 'aws-k8s-nvidia' },
  { family: 'vmware-k8s' },
  { family: 'metal-k8s' },
];

const CARRIERS_12: readonly CarrierModel[] = [{ family: 'aws-mantle' }];

const CARRIERS_13: readonly CarrierModel[] = [
  { family: 'aws-k8s' },
  { family: 'aws-k8s-nvidia' },
  { family: 'vmware-k8s' },
  { family: 'metal-k8s' },
  { family: 'aws-ecs' },
  { family: 'aws-dev', until: '1.65.0' },
  { family: 'metal-dev' },
  { family: 'vmware-dev' },
];

const CARRIERS_14: readonly CarrierModel[] = [
  { family: 'aws-k8s' },
  { family: 'aws-k8s-nvidia' },
  { family: 'vmware-k8s' },
  { family: 'metal-k8s' },
  { family: 'aws-ecs', since: '1.15.0' },
];

const CARRIERS_15: readonly CarrierModel[] = [
  { family: 'aws-k8s' },
  { family: 'aws-k8s-nvidia' },
  { family: 'vmware-k8s' },
  { family: 'metal-k8s' },
  { family: 'aws-ecs' },
  { family: 'aws-dev', until: '1.57.0' },
  { family: 'metal-dev', until: '1.57.0' },
  { family: 'vmware-dev', until: '1.57.0' },
];

export const MODEL: SettingsModel = {
  newestRelease: '1.69.0',
  families: [
    'aws-k8s',
    'aws-k8s-nvidia',
    'aws-ecs',
    'aws-dev',
    'aws-mantle',
    'vmware-k8s',
    'vmware-dev',
    'metal-k8s',
    'metal-dev',
  ],
  types: {
    bool: { base: 'boolean', allows: 'true or false, unquoted' },
    u8: { base: 'integer', min: 0, max: 255, allows: 'a whole number from 0 to 255' },
    u16: { base: 'integer', min: 0, max: 65535, allows: 'a whole number from 0 to 65535' },
    u32: { base: 'integer', min: 0, max: 4294967295, allows: 'a whole number from 0 to 4294967295' },
    i32: {
      base: 'integer',
      min: -2147483648,
      max: 2147483647,
      allows: 'a whole number from -2147483648 to 2147483647',
    },
    i64: {
      base: 'integer',
      min: -9223372036854775808n,
      max: 9223372036854775807n,
      allows: 'a whole number of at most 64 bits',
    },
    NonNegativeInteger: { base: 'integer', min: 0, max: 2147483647, allows: 'a whole number from 0 to 2147483647' },
    String: { base: 'string', allows: 'any text, several lines and the empty text included' },
    SingleLineString: {
      base: 'string',
      pattern: /^[^\u0000-\u001F\u007F-\u009F\u2028\u2029]*$/u,
      allows: 'text on one line, without control characters (a trailing newline counts as one)',
      before: [
        {
          release: '1.66.0',
          pattern: /^[^\n\r\u000B\u000C\u0085\u2028\u2029]*$/u,
          allows: 'text on one line (a trailing newline counts as a second line)',
        },
      ],
    },
    Identifier: {
      base: 'string',
      pattern: /^[A-Za-z0-9-]*$/u,
      maxLength: 76,
      allows: 'at most 76 ASCII letters, digits and hyphens',
    },
    Url: {
      base: 'string',
      pattern: /^[^\u0000-\u001F\u007F-\u009F\u2028\u2029]*$/u,
      check: 'url',
      allows: 'a URL, or a host name or address with an optional port and path, without control characters',
      before: [
        { release: '1.66.0', check: 'url', allows: 'a URL, or a host name or address with an optional port and path' },
      ],
    },
    CommandArgument: {
      base: 'string',
      pattern: /^[^\u0000-\u001F\u007F-\u009F\u2028\u2029]*$/u,
      allows: 'text on one line, without control characters',
      before: [{ release: '1.66.0', allows: 'any text' }],
    },
    OciImageRef: {
      base: 'string',
      pattern: /^[\x21-\x7E]+$/u,
      allows:
        'an image reference of printable ASCII without spaces, such as public.ecr.aws/bottlerocket/bottlerocket-admin:v0.12.0',
      before: [
        { release: '1.66.0', check: 'url', allows: 'a URL, or a host name or address with an optional port and path' },
      ],
    },
    ValidBase64: {
      base: 'string',
      check: 'base64',
      hint: 'base64',
      allows: 'base64 in the standard alphabet with its = padding',
    },
    ValidBase64Json: {
      base: 'string',
      check: 'base64-json',
      hint: 'base64',
      allows: 'base64 (standard alphabet, padded) of a JSON document',
    },
    PemCertificateString: {
      base: 'string',
      check: 'pem-certificates',
      hint: 'base64',
      allows: 'base64 of one or more PEM certificates, or empty text to remove the bundle',
    },
    IpAddr: {
      base: 'string',
      check: 'ip-address',
      hint: 'ip-address',
      allows: 'one IPv4 or IPv6 address, without prefix length or zone',
    },
    ValidLinuxHostname: {
      base: 'string',
      pattern: /^[0-9a-z][0-9a-z-]{0,62}(?:\.[0-9a-z][0-9a-z-]{0,62})*$/u,
      minLength: 1,
      maxLength: 253,
      hint: 'host-name',
      allows:
        'a host name of lower-case labels (letters, digits, hyphens; at most 63 characters each, not starting with a hyphen), 253 characters in all',
    },
    DNSDomain: {
      base: 'string',
      check: 'dns-domain',
      hint: 'host-name',
      allows: 'a domain name that does not start with a dot and is not an IP address',
    },
    FriendlyVersion: {
      base: 'string',
      pattern:
        /^(?:latest|v?(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)(?:-(?:(?:0|[1-9]\d*|\d*[A-Za-z-][0-9A-Za-z-]*)(?:\.(?:0|[1-9]\d*|\d*[A-Za-z-][0-9A-Za-z-]*))*))?(?:\+[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?)$/u,
      check: 'semver-parts',
      hint: 'version',
      allows: 'the word latest, or a version of three parts such as 1.66.0 (a leading v is fine)',
    },
    BootstrapMode: {
      base: 'enum',
      allows: 'one of "off", "once", "always"',
      values: new Map([
        ['off', {}],
        ['once', {}],
        ['always', {}],
      ]),
    },
    ApiclientCommand: {
      base: 'list',
      check: 'apiclient-command',
      allows: 'a list of strings that starts with apiclient, such as ["apiclient", "ephemeral-storage", "init"]',
    },
    ExcludedSetting: {
      base: 'string',
      check: 'excluded-setting',
      allows: 'the path of a setting, without wildcards, other than measurement itself',
    },
    Unestablished: {
      base: 'string',
      allows: 'text or a whole number',
      also: {
        base: 'integer',
        min: -9223372036854775808n,
        max: 9223372036854775807n,
        allows: 'text or a whole number',
      },
    },
    Snapshotter: {
      base: 'enum',
      allows: 'one of "overlayfs", "soci"',
      values: new Map([
        ['overlayfs', {}],
        ['soci', {}],
      ]),
    },
    SociPullMode: {
      base: 'enum',
      allows: 'one of "parallel-pull-unpack"',
      values: new Map([['parallel-pull-unpack', {}]]),
    },
    SociDownloadChunkSize: {
      base: 'string',
      check: 'soci-chunk-size',
      hint: 'size',
      allows: 'the word unlimited, or a size below 2^63 bytes such as 16mb or 1.5gib',
      also: {
        base: 'integer',
        min: 0,
        max: 9223372036854775807n,
        allows: 'the word unlimited, or a size below 2^63 bytes such as 16mb or 1.5gib',
      },
    },
    ContainerdDownloadChunkSize: {
      base: 'string',
      check: 'byte-size',
      hint: 'size',
      allows: 'a size below 2^63 bytes, with a unit of 1000 (kb, mb, gb) or 1024 (kib, mib, gib), such as 8mib',
      also: {
        base: 'integer',
        min: 0,
        max: 9223372036854775807n,
        allows: 'a size below 2^63 bytes, with a unit of 1000 (kb, mb, gb) or 1024 (kib, mib, gib), such as 8mib',
      },
    },
    ImageVerifierPluginName: {
      base: 'string',
      pattern: /^[A-Za-z0-9-]*$/u,
      maxLength: 76,
      allows: 'at most 76 ASCII letters, digits and hyphens',
      before: [
        { release: '1.56.0', pattern: /^notation$/u, allows: 'notation; other plugins can be named since 1.56.0' },
      ],
    },
    ECSAttributeKey: {
      base: 'string',
      pattern: /^[a-zA-Z0-9._/-]+$/u,
      minLength: 1,
      maxLength: 128,
      allows: '1 to 128 letters, digits, dots, underscores, slashes and hyphens',
    },
    ECSAttributeValue: {
      base: 'string',
      pattern: /^[a-zA-Z0-9.@:_/\\-](?:[a-zA-Z0-9.@: _/\\-]{0,126}[a-zA-Z0-9.@:_/\\-])?$/u,
      minLength: 1,
      maxLength: 128,
      allows: '1 to 128 letters, digits, dots, underscores, slashes, backslashes, colons, hyphens, @ and inner spaces',
    },
    ECSDurationValue: {
      base: 'string',
      pattern:
        /^(?=.)(?:(?:[0-9]+\.)?[0-9]+h)?(?:(?:[0-9]+\.)?[0-9]+m)?(?:(?:[0-9]+\.)?[0-9]+s)?(?:(?:[0-9]+\.)?[0-9]+ms)?(?:(?:[0-9]+\.)?[0-9]+(?:u|µ)s)?(?:(?:[0-9]+\.)?[0-9]+ns)?$/u,
      hint: 'duration',
      allows: 'a duration with its units, largest first, from h, m, s, ms, us and ns, such as 1m30s',
    },
    ECSAgentImagePullBehavior: {
      base: 'enum',
      allows: 'one of "default", "always", "once", "prefer-cached"',
      values: new Map([
        ['default', {}],
        ['always', {}],
        ['once', {}],
        ['prefer-cached', {}],
      ]),
    },
    ECSAgentLogLevel: {
      base: 'enum',
      allows: 'one of "debug", "info", "warn", "error", "crit"',
      values: new Map([
        ['debug', {}],
        ['info', {}],
        ['warn', {}],
        ['error', {}],
        ['crit', {}],
      ]),
    },
    BootConfigKey: {
      base: 'string',
      pattern: /^[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*$/u,
      allows: 'words of ASCII letters, digits, hyphens and underscores, joined by dots',
    },
    BootConfigValue: {
      base: 'string',
      pattern: /^(?:[\x20-\x21\x23-\x7E]*|[\x20-\x26\x28-\x7E]*)$/u,
      allows: 'printable ASCII that does not hold both a single and a double quote',
    },
    KernelCpuSetValue: {
      base: 'string',
      pattern: /^(?!.*-\d-)\d+(?:[,-]\d+)*$/u,
      hint: 'size',
      allows: 'CPU numbers and ranges joined by commas, such as 0-3,8',
    },
    KmodKey: {
      base: 'string',
      pattern: /^[A-Za-z0-9_-]*$/u,
      maxLength: 56,
      allows: 'at most 56 ASCII letters, digits, hyphens and underscores',
    },
    SysctlKey: {
      base: 'string',
      pattern: /^(?![./])(?!.*\.\.)[a-zA-Z0-9./_-]+$/u,
      minLength: 1,
      maxLength: 128,
      allows:
        '1 to 128 ASCII letters, digits, dots, slashes, hyphens and underscores; no leading dot or slash, no two dots in a row',
    },
    Lockdown: {
      base: 'enum',
      allows: 'one of "none", "integrity", "confidentiality"',
      values: new Map([
        ['none', {}],
        ['integrity', {}],
        ['confidentiality', {}],
      ]),
    },
    HugepageSize: {
      base: 'string',
      pattern: /^[1-9][0-9]*(?:Ki|Mi|Gi|Ti)$/u,
      check: 'hugepage-size',
      hint: 'page-size',
      allows: 'a power of two with the unit Ki, Mi, Gi or Ti, such as 2Mi',
    },
    HugepageAllocation: {
      base: 'string',
      pattern: /^(?:[0-9]+|[0-9]+:[0-9]+(?:,[0-9]+:[0-9]+)*)$/u,
      hint: 'size',
      allows: 'a page count as text, or counts for each NUMA node such as 0:128,1:256',
    },
    TransparentHugepagePolicy: {
      base: 'enum',
      allows: 'one of "never", "madvise", "always"',
      values: new Map([
        ['never', {}],
        ['madvise', {}],
        ['always', {}],
      ]),
    },
    TransparentHugepageDefragPolicy: {
      base: 'enum',
      allows: 'one of "never", "madvise", "defer", "defer+madvise", "always"',
      values: new Map([
        ['never', {}],
        ['madvise', {}],
        ['defer', {}],
        ['defer+madvise', {}],
        ['always', {}],
      ]),
    },
    OciDefaultsCapability: {
      base: 'enum',
      allows:
        'one of "audit-control", "audit-read", "audit-write", "block-suspend", "bpf", "checkpoint-restore", "chown", "dac-override", "dac-read-search", "fowner", "fsetid", "ipc-lock", "ipc-owner", "kill", "lease", "linux-immutable", "mac-admin", "mac-override", "mknod", "net-admin", "net-bind-service", "net-broadcast", "net-raw", "perfmon", "setgid", "setfcap", "setpcap", "setuid", "sys-admin", "sys-boot", "sys-chroot", "sys-module", "sys-nice", "sys-pacct", "sys-ptrace", "sys-rawio", "sys-resource", "sys-time", "sys-tty-config", "syslog", "wake-alarm"',
      values: new Map([
        ['audit-control', {}],
        ['audit-read', {}],
        ['audit-write', {}],
        ['block-suspend', {}],
        ['bpf', {}],
        ['checkpoint-restore', {}],
        ['chown', {}],
        ['dac-override', {}],
        ['dac-read-search', {}],
        ['fowner', {}],
        ['fsetid', {}],
        ['ipc-lock', {}],
        ['ipc-owner', {}],
        ['kill', {}],
        ['lease', {}],
        ['linux-immutable', {}],
        ['mac-admin', {}],
        ['mac-override', {}],
        ['mknod', {}],
        ['net-admin', {}],
        ['net-bind-service', {}],
        ['net-broadcast', {}],
        ['net-raw', {}],
        ['perfmon', {}],
        ['setgid', {}],
        ['setfcap', {}],
        ['setpcap', {}],
        ['setuid', {}],
        ['sys-admin', {}],
        ['sys-boot', {}],
        ['sys-chroot', {}],
        ['sys-module', {}],
        ['sys-nice', {}],
        ['sys-pacct', {}],
        ['sys-ptrace', {}],
        ['sys-rawio', {}],
        ['sys-resource', {}],
        ['sys-time', {}],
        ['sys-tty-config', {}],
        ['syslog', {}],
        ['wake-alarm', {}],
      ]),
    },
    OciDefaultsResourceLimitType: {
      base: 'enum',
      allows:
        'one of "max-address-space", "max-core-file-size", "max-cpu-time", "max-data-size", "max-file-locks", "max-file-size", "max-locked-memory", "max-msgqueue-size", "max-nice-priority", "max-open-files", "max-pending-signals", "max-processes", "max-realtime-priority", "max-realtime-timeout", "max-resident-set", "max-stack-size"',
      values: new Map([
        ['max-address-space', { since: '1.15.0' }],
        ['max-core-file-size', { since: '1.15.0' }],
        ['max-cpu-time', { since: '1.15.0' }],
        ['max-data-size', { since: '1.15.0' }],
        ['max-file-locks', { since: '1.15.0' }],
        ['max-file-size', { since: '1.15.0' }],
        ['max-locked-memory', { since: '1.15.0' }],
        ['max-msgqueue-size', { since: '1.15.0' }],
        ['max-nice-priority', { since: '1.15.0' }],
        ['max-open-files', {}],
        ['max-pending-signals', { since: '1.15.0' }],
        ['max-processes', { since: '1.15.0' }],
        ['max-realtime-priority', { since: '1.15.0' }],
        ['max-realtime-timeout', { since: '1.15.0' }],
        ['max-resident-set', { since: '1.15.0' }],
        ['max-stack-size', { since: '1.15.0' }],
      ]),
    },
    ResourceLimitValue: {
      base: 'integer',
      min: -1,
      max: 9223372036854775807n,
      allows: 'a whole number from -1 (no limit) to 9223372036854775807, or the word unlimited',
      also: {
        base: 'string',
        pattern: /^unlimited$/u,
        allows: 'a whole number from -1 (no limit) to 9223372036854775807, or the word unlimited',
      },
      before: [{ release: '1.15.0', min: 0, max: 4294967295, allows: 'a whole number from 0 to 4294967295' }],
    },
    KubernetesClusterName: {
      base: 'string',
      pattern: /^[0-9A-Za-z][A-Za-z0-9_-]*$/u,
      minLength: 1,
      maxLength: 100,
      allows:
        '1 to 100 letters, digits, hyphens and underscores, starting with a letter or digit (the rule of Amazon EKS)',
      before: [
        {
          release: '1.30.0',
          pattern: /^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,61}[A-Za-z0-9])?$/u,
          allows: 'a Kubernetes label value of 1 to 63 characters',
        },
      ],
    },
    KubernetesName: {
      base: 'string',
      pattern: /^[0-9a-z.-]+$/u,
      minLength: 1,
      maxLength: 253,
      allows: '1 to 253 digits, lower-case letters, dots and hyphens',
    },
    KubernetesLabelKey: {
      base: 'string',
      pattern: /^(?:[A-Za-z0-9.-]{1,253}\/)?[A-Za-z0-9](?:[A-Za-z0-9._-]{0,61}[A-Za-z0-9])?$/u,
      maxLength: 317,
      allows:
        'a name of 1 to 63 letters, digits, dots, hyphens and underscores that starts and ends with a letter or digit, with an optional prefix of at most 253 characters before a slash',
    },
    KubernetesLabelValue: {
      base: 'string',
      pattern: /^(?:[A-Za-z0-9](?:[A-Za-z0-9._-]{0,61}[A-Za-z0-9])?)?$/u,
      maxLength: 63,
      allows:
        'at most 63 letters, digits, dots, hyphens and underscores, starting and ending with a letter or digit; or empty text',
    },
    KubernetesTaintValue: {
      base: 'string',
      pattern: /^(?:[A-Za-z0-9](?:[A-Za-z0-9._-]{0,61}[A-Za-z0-9])?)?:[A-Za-z0-9]{1,253}$/u,
      hint: 'kubernetes-taint',
      allows: 'an optional value (as of a label), a colon and the effect: gpu:NoSchedule or :NoExecute',
    },
    KubernetesAuthenticationMode: {
      base: 'enum',
      allows: 'one of "aws", "tls"',
      values: new Map([
        ['aws', {}],
        ['tls', {}],
      ]),
    },
    KubernetesBootstrapToken: {
      base: 'string',
      pattern: /^[a-z0-9]{6}\.[a-z0-9]{16}$/u,
      allows: 'six lower-case letters or digits, a dot, and sixteen more',
    },
    KubernetesCloudProvider: {
      base: 'enum',
      allows: 'one of "aws", "external", ""',
      values: new Map([
        ['aws', {}],
        ['external', {}],
        ['', {}],
      ]),
      spellings: { '""': '' },
    },
    KubernetesDurationValue: {
      base: 'string',
      pattern:
        /^(?=.)(?:(?:[0-9]+\.)?[0-9]+h)?(?:(?:[0-9]+\.)?[0-9]+m)?(?:(?:[0-9]+\.)?[0-9]+s)?(?:(?:[0-9]+\.)?[0-9]+ms)?$/u,
      hint: 'duration',
      allows: 'a duration with its units, largest first, from h, m, s and ms, such as 1h30m or 0s',
    },
    KubernetesQuantityValue: {
      base: 'string',
      pattern: /^[+-]?[0-9.]+(?:e[0-9]*|[EPTGMK]i?|[numk])?$/u,
      hint: 'quantity',
      allows: 'a Kubernetes quantity as text, such as 100m, 512Mi or 1Gi',
    },
    KubernetesThresholdValue: {
      base: 'string',
      check: 'kubernetes-threshold',
      hint: 'quantity',
      allows: 'a percentage from 0% to below 100%, or a Kubernetes quantity, as text, such as 10% or 100Mi',
    },
    KubernetesEvictionKey: {
      base: 'enum',
      allows:
        'one of "memory.available", "nodefs.available", "nodefs.inodesFree", "imagefs.available", "imagefs.inodesFree", "pid.available"',
      values: new Map([
        ['memory.available', {}],
        ['nodefs.available', {}],
        ['nodefs.inodesFree', {}],
        ['imagefs.available', {}],
        ['imagefs.inodesFree', {}],
        ['pid.available', {}],
      ]),
    },
    KubernetesReservedResourceKey: {
      base: 'enum',
      allows: 'one of "cpu", "memory", "ephemeral-storage", "pid"',
      values: new Map([
        ['cpu', {}],
        ['memory', {}],
        ['ephemeral-storage', {}],
        ['pid', { since: '1.50.0' }],
      ]),
    },
    CpuManagerPolicy: {
      base: 'enum',
      allows: 'one of "none", "static"',
      values: new Map([
        ['none', {}],
        ['static', {}],
      ]),
      spellings: { None: 'none', Static: 'static' },
    },
    KubernetesCPUManagerPolicyOption: {
      base: 'enum',
      allows:
        'one of "full-pcpus-only", "strict-cpu-reservation", "distribute-cpus-across-numa", "prefer-align-cpus-by-uncorecache"',
      values: new Map([
        ['full-pcpus-only', {}],
        ['strict-cpu-reservation', { since: '1.51.0', kubernetes: '1.32' }],
        ['distribute-cpus-across-numa', { since: '1.51.0', kubernetes: '1.33' }],
        ['prefer-align-cpus-by-uncorecache', { since: '1.51.0', kubernetes: '1.34' }],
      ]),
    },
    TopologyManagerPolicy: {
      base: 'enum',
      allows: 'one of "none", "best-effort", "restricted", "single-numa-node"',
      values: new Map([
        ['none', {}],
        ['best-effort', {}],
        ['restricted', {}],
        ['single-numa-node', {}],
      ]),
    },
    TopologyManagerScope: {
      base: 'enum',
      allows: 'one of "container", "pod"',
      values: new Map([
        ['container', {}],
        ['pod', {}],
      ]),
    },
    KubernetesMemoryManagerPolicy: {
      base: 'enum',
      allows: 'one of "None", "Static"',
      values: new Map([
        ['None', {}],
        ['Static', {}],
      ]),
      spellings: { none: 'None', static: 'Static' },
    },
    KubernetesMemoryReservationKey: {
      base: 'enum',
      allows: 'one of "memory", "hugepages-2Mi", "hugepages-1Gi"',
      values: new Map([
        ['memory', {}],
        ['hugepages-2Mi', {}],
        ['hugepages-1Gi', {}],
      ]),
    },
    KubernetesMemoryReservationPolicy: {
      base: 'enum',
      allows: 'one of "None", "TieredReservation"',
      values: new Map([
        ['None', {}],
        ['TieredReservation', {}],
      ]),
      spellings: { none: 'None', 'tiered-reservation': 'TieredReservation' },
    },
    KubernetesMemorySwapBehavior: {
      base: 'enum',
      allows: 'one of "NoSwap", "LimitedSwap"',
      values: new Map([
        ['NoSwap', {}],
        ['LimitedSwap', {}],
      ]),
      spellings: { 'no-swap': 'NoSwap', 'limited-swap': 'LimitedSwap' },
    },
    KubernetesMemoryThrottlingFactor: {
      base: 'float',
      max: 1,
      exclusiveMin: 0,
      allows: 'a number above 0 and at most 1',
    },
    KubernetesHostnameOverrideSource: {
      base: 'enum',
      allows: 'one of "private-dns-name", "instance-id"',
      values: new Map([
        ['private-dns-name', {}],
        ['instance-id', {}],
      ]),
    },
    KubernetesIdsPerPodValue: {
      base: 'integer',
      min: 0,
      max: 4294901760,
      multipleOf: 65536,
      allows: 'a multiple of 65536, at most 4294901760',
    },
    IntegerPercent: {
      base: 'integer',
      min: 0,
      max: 100,
      allows: 'a whole number from 0 to 100',
      also: { base: 'string', check: 'integer-percent', allows: 'a whole number from 0 to 100' },
    },
    MaxAllowableNumaNodesValue: { base: 'integer', min: 8, max: 4294967295, allows: 'a whole number of at least 8' },
    NvidiaDriverBranch: {
      base: 'enum',
      allows: 'one of "lts", "pb"',
      values: new Map([
        ['lts', {}],
        ['pb', {}],
      ]),
    },
    NvidiaDeviceIdStrategy: {
      base: 'enum',
      allows: 'one of "uuid", "index"',
      values: new Map([
        ['uuid', {}],
        ['index', {}],
      ]),
    },
    NvidiaDeviceListStrategy: {
      base: 'enum',
      allows: 'one of "envvar", "volume-mounts", "cdi-cri"',
      values: new Map([
        ['envvar', {}],
        ['volume-mounts', {}],
        ['cdi-cri', { since: '1.40.0' }],
      ]),
    },
    NvidiaDevicePartitioningStrategy: {
      base: 'enum',
      allows: 'one of "none", "mig"',
      values: new Map([
        ['none', {}],
        ['mig', {}],
      ]),
    },
    NvidiaDeviceSharingStrategy: {
      base: 'enum',
      allows: 'one of "none", "time-slicing", "mps"',
      values: new Map([
        ['none', {}],
        ['time-slicing', {}],
        ['mps', { since: '1.54.0' }],
      ]),
    },
    NvidiaGpuModel: {
      base: 'string',
      pattern: /^(?:[a-z0-9]{2,}[0-9]|[a-z0-9]+[A-Z_/.-][0-9]+)gb$/u,
      allows: 'a lower-case GPU model, a dot and the memory size, such as a100.40gb',
      before: [
        {
          release: '1.54.0',
          pattern: /^[a-z][0-9]+\.[0-9]+gb$/u,
          allows: 'one letter and the number of a GPU model, a dot and the memory size, such as a100.40gb',
        },
      ],
    },
    MigProfile: {
      base: 'string',
      pattern: /^(?:[12347]|[0-9]g\.[0-9]+gb)$/u,
      allows: 'a number of partitions (1, 2, 3, 4 or 7, as text) or a MIG profile such as 1g.5gb',
    },
    NvidiaTimeSlicingReplicas: { base: 'integer', min: 2, max: 2147483647, allows: 'a whole number of at least 2' },
    NvidiaMpsReplicas: { base: 'integer', min: 2, max: 48, allows: 'a whole number from 2 to 48' },
  },
  root: {
    kind: 'table',
    entries: [
      {
        key: 'autoscaling',
        property: 'autoscaling',
        shape: {
          kind: 'table',
          entries: [{ key: 'should-wait', property: 'shouldWait', shape: { kind: 'scalar', type: 'bool' } }],
        },
        since: '1.8.0',
        carriedBy: CARRIERS_0,
      },
      {
        key: 'aws',
        property: 'aws',
        shape: {
          kind: 'table',
          entries: [
            { key: 'config', property: 'config', shape: { kind: 'scalar', type: 'ValidBase64' }, since: '1.11.0' },
            {
              key: 'credentials',
              property: 'credentials',
              shape: { kind: 'scalar', type: 'ValidBase64' },
              since: '1.11.0',
              sensitive: true,
            },
            {
              key: 'profile',
              property: 'profile',
              shape: { kind: 'scalar', type: 'SingleLineString' },
              since: '1.11.0',
            },
            { key: 'region', property: 'region', shape: { kind: 'scalar', type: 'SingleLineString' } },
          ],
        },
        carriedBy: CARRIERS_1,
      },
      {
        key: 'boot',
        property: 'boot',
        shape: {
          kind: 'table',
          entries: [
            {
              key: 'init-parameters',
              property: 'initParameters',
              shape: {
                kind: 'map',
                keyType: 'BootConfigKey',
                value: {
                  key: '<key>',
                  property: '<key>',
                  shape: { kind: 'list', item: { kind: 'scalar', type: 'BootConfigValue' } },
                },
              },
              aliases: ['init'],
            },
            {
              key: 'kernel-parameters',
              property: 'kernelParameters',
              shape: {
                kind: 'map',
                keyType: 'BootConfigKey',
                value: {
                  key: '<key>',
                  property: '<key>',
                  shape: { kind: 'list', item: { kind: 'scalar', type: 'BootConfigValue' } },
                },
              },
              aliases: ['kernel'],
            },
            {
              key: 'reboot-to-reconcile',
              property: 'rebootToReconcile',
              shape: { kind: 'scalar', type: 'bool' },
              since: '1.10.0',
            },
          ],
        },
        since: '1.8.0',
        carriedBy: CARRIERS_2,
      },
      {
        key: 'bootstrap-commands',
        property: 'bootstrapCommands',
        shape: {
          kind: 'map',
          keyType: 'Identifier',
          value: {
            key: '<name>',
            property: '<name>',
            shape: {
              kind: 'table',
              entries: [
                {
                  key: 'commands',
                  property: 'commands',
                  shape: { kind: 'list', item: { kind: 'scalar', type: 'ApiclientCommand' } },
                },
                { key: 'essential', property: 'essential', shape: { kind: 'scalar', type: 'bool' } },
                { key: 'mode', property: 'mode', shape: { kind: 'scalar', type: 'BootstrapMode' } },
              ],
            },
          },
        },
        since: '1.22.0',
        carriedBy: CARRIERS_3,
      },
      {
        key: 'bootstrap-containers',
        property: 'bootstrapContainers',
        shape: {
          kind: 'map',
          keyType: 'Identifier',
          value: {
            key: '<name>',
            property: '<name>',
            shape: {
              kind: 'table',
              entries: [
                {
                  key: 'command',
                  property: 'command',
                  shape: { kind: 'list', item: { kind: 'scalar', type: 'CommandArgument' } },
                  since: '1.47.0',
                },
                { key: 'essential', property: 'essential', shape: { kind: 'scalar', type: 'bool' } },
                { key: 'mode', property: 'mode', shape: { kind: 'scalar', type: 'BootstrapMode' } },
                { key: 'source', property: 'source', shape: { kind: 'scalar', type: 'OciImageRef' } },
                { key: 'user-data', property: 'userData', shape: { kind: 'scalar', type: 'ValidBase64' } },
              ],
            },
          },
        },
        since: '1.0.8',
        carriedBy: CARRIERS_3,
      },
      {
        key: 'cloudformation',
        property: 'cloudformation',
        shape: {
          kind: 'table',
          entries: [
            {
              key: 'logical-resource-id',
              property: 'logicalResourceId',
              shape: { kind: 'scalar', type: 'SingleLineString' },
            },
            { key: 'should-signal', property: 'shouldSignal', shape: { kind: 'scalar', type: 'bool' } },
            { key: 'stack-name', property: 'stackName', shape: { kind: 'scalar', type: 'SingleLineString' } },
          ],
        },
        since: '1.6.2',
        carriedBy: CARRIERS_4,
      },
      {
        key: 'container-registry',
        property: 'containerRegistry',
        shape: {
          kind: 'table',
          entries: [
            {
              key: 'credentials',
              property: 'credentials',
              shape: {
                kind: 'list',
                item: {
                  kind: 'table',
                  entries: [
                    { key: 'auth', property: 'auth', shape: { kind: 'scalar', type: 'ValidBase64' }, sensitive: true },
                    {
                      key: 'identitytoken',
                      property: 'identitytoken',
                      shape: { kind: 'scalar', type: 'SingleLineString' },
                      sensitive: true,
                    },
                    {
                      key: 'password',
                      property: 'password',
                      shape: { kind: 'scalar', type: 'SingleLineString' },
                      sensitive: true,
                    },
                    { key: 'registry', property: 'registry', shape: { kind: 'scalar', type: 'SingleLineString' } },
                    { key: 'username', property: 'username', shape: { kind: 'scalar', type: 'SingleLineString' } },
                  ],
                },
              },
              aliases: ['creds'],
              since: '1.6.2',
            },
            {
              key: 'mirrors',
              property: 'mirrors',
              shape: {
                kind: 'list',
                item: {
                  kind: 'table',
                  entries: [
                    {
                      key: 'endpoint',
                      property: 'endpoint',
                      shape: { kind: 'list', item: { kind: 'scalar', type: 'Url' } },
                    },
                    { key: 'registry', property: 'registry', shape: { kind: 'scalar', type: 'SingleLineString' } },
                  ],
                },
              },
              or: {
                map: {
                  kind: 'map',
                  keyType: 'SingleLineString',
                  value: {
                    key: '<registry>',
                    property: '<registry>',
                    shape: { kind: 'list', item: { kind: 'scalar', type: 'Url' } },
                  },
                },
                into: { key: 'registry', value: 'endpoint' },
              },
              since: '1.2.0',
            },
          ],
        },
        carriedBy: CARRIERS_3,
      },
      {
        key: 'container-runtime',
        property: 'containerRuntime',
        shape: {
          kind: 'table',
          entries: [
            {
              key: 'concurrent-download-chunk-size',
              property: 'concurrentDownloadChunkSize',
              shape: { kind: 'scalar', type: 'ContainerdDownloadChunkSize' },
              aliases: ['concurrent-layer-fetch-buffer'],
              since: '1.47.0',
            },
            {
              key: 'enable-unprivileged-icmp',
              property: 'enableUnprivilegedIcmp',
              shape: { kind: 'scalar', type: 'bool' },
            },
            {
              key: 'enable-unprivileged-ports',
              property: 'enableUnprivilegedPorts',
              shape: { kind: 'scalar', type: 'bool' },
            },
            {
              key: 'max-concurrent-downloads',
              property: 'maxConcurrentDownloads',
              shape: { kind: 'scalar', type: 'i32' },
            },
            {
              key: 'max-concurrent-unpacks',
              property: 'maxConcurrentUnpacks',
              shape: { kind: 'scalar', type: 'i32' },
              since: '1.60.0',
            },
            {
              key: 'max-container-log-line-size',
              property: 'maxContainerLogLineSize',
              shape: { kind: 'scalar', type: 'i32' },
            },
            {
              key: 'snapshotter',
              property: 'snapshotter',
              shape: { kind: 'scalar', type: 'Snapshotter' },
              since: '1.44.0',
            },
          ],
        },
        since: '1.10.1',
        carriedBy: CARRIERS_5,
      },
      {
        key: 'container-runtime-plugins',
        property: 'containerRuntimePlugins',
        shape: {
          kind: 'table',
          entries: [
            {
              key: 'soci-snapshotter',
              property: 'sociSnapshotter',
              shape: {
                kind: 'table',
                entries: [
                  {
                    key: 'parallel-pull-unpack',
                    property: 'parallelPullUnpack',
                    shape: {
                      kind: 'table',
                      entries: [
                        {
                          key: 'concurrent-download-chunk-size',
                          property: 'concurrentDownloadChunkSize',
                          shape: { kind: 'scalar', type: 'SociDownloadChunkSize' },
                        },
                        {
                          key: 'discard-unpacked-layers',
                          property: 'discardUnpackedLayers',
                          shape: { kind: 'scalar', type: 'bool' },
                        },
                        {
                          key: 'max-concurrent-downloads',
                          property: 'maxConcurrentDownloads',
                          shape: { kind: 'scalar', type: 'i64' },
                        },
                        {
                          key: 'max-concurrent-downloads-per-image',
                          property: 'maxConcurrentDownloadsPerImage',
                          shape: { kind: 'scalar', type: 'i64' },
                        },
                        {
                          key: 'max-concurrent-unpacks',
                          property: 'maxConcurrentUnpacks',
                          shape: { kind: 'scalar', type: 'i64' },
                        },
                        {
                          key: 'max-concurrent-unpacks-per-image',
                          property: 'maxConcurrentUnpacksPerImage',
                          shape: { kind: 'scalar', type: 'i64' },
                        },
                      ],
                    },
                  },
                  { key: 'pull-mode', property: 'pullMode', shape: { kind: 'scalar', type: 'SociPullMode' } },
                ],
              },
            },
          ],
        },
        since: '1.44.0',
        carriedBy: CARRIERS_6,
      },
      {
        key: 'dns',
        property: 'dns',
        shape: {
          kind: 'table',
          entries: [
            {
              key: 'name-servers',
              property: 'nameServers',
              shape: { kind: 'list', item: { kind: 'scalar', type: 'IpAddr' } },
            },
            {
              key: 'search-list',
              property: 'searchList',
              shape: { kind: 'list', item: { kind: 'scalar', type: 'ValidLinuxHostname' } },
            },
          ],
        },
        since: '1.10.0',
        carriedBy: CARRIERS_3,
      },
      {
        key: 'ecs',
        property: 'ecs',
        shape: {
          kind: 'table',
          entries: [
            {
              key: 'allow-privileged-containers',
              property: 'allowPrivilegedContainers',
              shape: { kind: 'scalar', type: 'bool' },
            },
            {
              key: 'awsvpc-block-imds',
              property: 'awsvpcBlockImds',
              shape: { kind: 'scalar', type: 'bool' },
              since: '1.19.0',
            },
            {
              key: 'backend-host',
              property: 'backendHost',
              shape: { kind: 'scalar', type: 'String' },
              since: '1.19.0',
            },
            { key: 'cluster', property: 'cluster', shape: { kind: 'scalar', type: 'String' } },
            {
              key: 'container-stop-timeout',
              property: 'containerStopTimeout',
              shape: { kind: 'scalar', type: 'ECSDurationValue' },
              since: '1.11.0',
            },
            {
              key: 'enable-container-metadata',
              property: 'enableContainerMetadata',
              shape: { kind: 'scalar', type: 'bool' },
              since: '1.19.2',
            },
            {
              key: 'enable-spot-instance-draining',
              property: 'enableSpotInstanceDraining',
              shape: { kind: 'scalar', type: 'bool' },
              since: '1.0.2',
            },
            {
              key: 'image-cleanup-age',
              property: 'imageCleanupAge',
              shape: { kind: 'scalar', type: 'ECSDurationValue' },
              since: '1.14.2',
            },
            {
              key: 'image-cleanup-delete-per-cycle',
              property: 'imageCleanupDeletePerCycle',
              shape: { kind: 'scalar', type: 'i64' },
              since: '1.14.2',
            },
            {
              key: 'image-cleanup-enabled',
              property: 'imageCleanupEnabled',
              shape: { kind: 'scalar', type: 'bool' },
              since: '1.14.2',
            },
            {
              key: 'image-cleanup-wait',
              property: 'imageCleanupWait',
              shape: { kind: 'scalar', type: 'ECSDurationValue' },
              since: '1.14.2',
            },
            {
              key: 'image-pull-behavior',
              property: 'imagePullBehavior',
              shape: { kind: 'scalar', type: 'ECSAgentImagePullBehavior' },
              since: '1.8.0',
            },
            {
              key: 'instance-attributes',
              property: 'instanceAttributes',
              shape: {
                kind: 'map',
                keyType: 'ECSAttributeKey',
                value: { key: '<key>', property: '<key>', shape: { kind: 'scalar', type: 'ECSAttributeValue' } },
              },
            },
            {
              key: 'logging-drivers',
              property: 'loggingDrivers',
              shape: { kind: 'list', item: { kind: 'scalar', type: 'SingleLineString' } },
            },
            { key: 'loglevel', property: 'loglevel', shape: { kind: 'scalar', type: 'ECSAgentLogLevel' } },
            {
              key: 'metadata-service-burst',
              property: 'metadataServiceBurst',
              shape: { kind: 'scalar', type: 'i64' },
              since: '1.11.0',
            },
            {
              key: 'metadata-service-rps',
              property: 'metadataServiceRps',
              shape: { kind: 'scalar', type: 'i64' },
              since: '1.11.0',
            },
            {
              key: 'reserved-memory',
              property: 'reservedMemory',
              shape: { kind: 'scalar', type: 'u16' },
              since: '1.11.0',
            },
            {
              key: 'task-cleanup-wait',
              property: 'taskCleanupWait',
              shape: { kind: 'scalar', type: 'ECSDurationValue' },
              since: '1.11.0',
            },
          ],
        },
        carriedBy: CARRIERS_7,
      },
      {
        key: 'host-containers',
        property: 'hostContainers',
        shape: {
          kind: 'map',
          keyType: 'Identifier',
          value: {
            key: '<name>',
            property: '<name>',
            shape: {
              kind: 'table',
              entries: [
                {
                  key: 'command',
                  property: 'command',
                  shape: { kind: 'list', item: { kind: 'scalar', type: 'CommandArgument' } },
                  since: '1.47.0',
                },
                { key: 'enabled', property: 'enabled', shape: { kind: 'scalar', type: 'bool' } },
                { key: 'source', property: 'source', shape: { kind: 'scalar', type: 'OciImageRef' } },
                { key: 'superpowered', property: 'superpowered', shape: { kind: 'scalar', type: 'bool' } },
                {
                  key: 'user-data',
                  property: 'userData',
                  shape: { kind: 'scalar', type: 'ValidBase64' },
                  since: '1.0.5',
                },
              ],
            },
          },
        },
        carriedBy: CARRIERS_3,
      },
      {
        key: 'image-verifier-plugins',
        property: 'imageVerifierPlugins',
        shape: {
          kind: 'table',
          entries: [{ key: 'enabled', property: 'enabled', shape: { kind: 'scalar', type: 'bool' } }],
          rest: {
            property: 'plugins',
            map: {
              kind: 'map',
              keyType: 'ImageVerifierPluginName',
              value: {
                key: '<plugin>',
                property: '<plugin>',
                shape: {
                  kind: 'table',
                  entries: [
                    {
                      key: 'trustpolicy',
                      property: 'trustpolicy',
                      shape: { kind: 'scalar', type: 'ValidBase64Json' },
                      aliases: ['trust-policy'],
                    },
                  ],
                },
              },
            },
          },
        },
        since: '1.51.0',
        carriedBy: CARRIERS_8,
      },
      {
        key: 'kernel',
        property: 'kernel',
        shape: {
          kind: 'table',
          entries: [
            {
              key: 'drivers',
              property: 'drivers',
              shape: {
                kind: 'table',
                entries: [
                  {
                    key: 'nvidia',
                    property: 'nvidia',
                    shape: {
                      kind: 'table',
                      entries: [
                        {
                          key: 'branch',
                          property: 'branch',
                          shape: { kind: 'scalar', type: 'NvidiaDriverBranch' },
                          required: true,
                        },
                      ],
                      unknownKeysIgnored: true,
                    },
                  },
                ],
                unknownKeysIgnored: true,
              },
              since: '1.66.0',
              carriedBy: CARRIERS_9,
            },
            {
              key: 'hugepages',
              property: 'hugepages',
              shape: {
                kind: 'table',
                entries: [
                  {
                    key: 'static',
                    property: 'staticPages',
                    shape: {
                      kind: 'table',
                      entries: [{ key: 'essential', property: 'essential', shape: { kind: 'scalar', type: 'bool' } }],
                      rest: {
                        property: 'sizes',
                        map: {
                          kind: 'map',
                          keyType: 'HugepageSize',
                          value: {
                            key: '<size>',
                            property: '<size>',
                            shape: {
                              kind: 'table',
                              entries: [
                                {
                                  key: 'count',
                                  property: 'count',
                                  shape: { kind: 'scalar', type: 'HugepageAllocation' },
                                  required: true,
                                },
                              ],
                              unknownKeysIgnored: true,
                            },
                          },
                        },
                      },
                      check: 'hugepage-sizes',
                    },
                  },
                  {
                    key: 'transparent',
                    property: 'transparent',
                    shape: {
                      kind: 'table',
                      entries: [
                        {
                          key: 'defrag',
                          property: 'defrag',
                          shape: { kind: 'scalar', type: 'TransparentHugepageDefragPolicy' },
                        },
                        {
                          key: 'enabled',
                          property: 'enabled',
                          shape: { kind: 'scalar', type: 'TransparentHugepagePolicy' },
                        },
                      ],
                      unknownKeysIgnored: true,
                    },
                  },
                ],
                unknownKeysIgnored: true,
              },
              since: '1.64.0',
              carriedBy: CARRIERS_9,
            },
            { key: 'lockdown', property: 'lockdown', shape: { kind: 'scalar', type: 'Lockdown' }, since: '1.0.5' },
            {
              key: 'modules',
              property: 'modules',
              shape: {
                kind: 'map',
                keyType: 'KmodKey',
                value: {
                  key: '<name>',
                  property: '<name>',
                  shape: {
                    kind: 'table',
                    entries: [
                      { key: 'allowed', property: 'allowed', shape: { kind: 'scalar', type: 'bool' } },
                      {
                        key: 'autoload',
                        property: 'autoload',
                        shape: { kind: 'scalar', type: 'bool' },
                        since: '1.16.0',
                      },
                    ],
                  },
                },
              },
              since: '1.9.0',
              carriedBy: CARRIERS_9,
            },
            {
              key: 'sysctl',
              property: 'sysctl',
              shape: {
                kind: 'map',
                keyType: 'SysctlKey',
                value: { key: '<key>', property: '<key>', shape: { kind: 'scalar', type: 'String' } },
              },
              since: '1.0.3',
            },
            {
              key: 'zram',
              property: 'zram',
              shape: {
                kind: 'table',
                entries: [{ key: 'size', property: 'size', shape: { kind: 'scalar', type: 'Unestablished' } }],
              },
              since: '1.69.0',
              carriedBy: CARRIERS_9,
            },
          ],
        },
        carriedBy: CARRIERS_3,
      },
      {
        key: 'kubelet-device-plugins',
        property: 'kubeletDevicePlugins',
        shape: {
          kind: 'table',
          entries: [
            {
              key: 'nvidia',
              property: 'nvidia',
              shape: {
                kind: 'table',
                entries: [
                  {
                    key: 'device-id-strategy',
                    property: 'deviceIdStrategy',
                    shape: { kind: 'scalar', type: 'NvidiaDeviceIdStrategy' },
                  },
                  {
                    key: 'device-list-strategy',
                    property: 'deviceListStrategy',
                    shape: {
                      kind: 'oneOrMany',
                      item: { kind: 'scalar', type: 'NvidiaDeviceListStrategy' },
                      manySince: '1.40.0',
                    },
                  },
                  {
                    key: 'device-partitioning-strategy',
                    property: 'devicePartitioningStrategy',
                    shape: { kind: 'scalar', type: 'NvidiaDevicePartitioningStrategy' },
                    since: '1.34.0',
                  },
                  {
                    key: 'device-sharing-strategy',
                    property: 'deviceSharingStrategy',
                    shape: { kind: 'scalar', type: 'NvidiaDeviceSharingStrategy' },
                    since: '1.25.0',
                  },
                  { key: 'enabled', property: 'enabled', shape: { kind: 'scalar', type: 'bool' }, since: '1.63.0' },
                  {
                    key: 'mig',
                    property: 'mig',
                    shape: {
                      kind: 'table',
                      entries: [
                        {
                          key: 'profile',
                          property: 'profile',
                          shape: {
                            kind: 'map',
                            keyType: 'NvidiaGpuModel',
                            value: {
                              key: '<gpu-model>',
                              property: '<gpu-model>',
                              shape: { kind: 'scalar', type: 'MigProfile' },
                            },
                          },
                        },
                      ],
                    },
                    since: '1.34.0',
                  },
                  {
                    key: 'mps',
                    property: 'mps',
                    shape: {
                      kind: 'table',
                      entries: [
                        {
                          key: 'rename-by-default',
                          property: 'renameByDefault',
                          shape: { kind: 'scalar', type: 'bool' },
                        },
                        { key: 'replicas', property: 'replicas', shape: { kind: 'scalar', type: 'NvidiaMpsReplicas' } },
                      ],
                    },
                    since: '1.54.0',
                  },
                  { key: 'pass-device-specs', property: 'passDeviceSpecs', shape: { kind: 'scalar', type: 'bool' } },
                  {
                    key: 'time-slicing',
                    property: 'timeSlicing',
                    shape: {
                      kind: 'table',
                      entries: [
                        {
                          key: 'fail-requests-greater-than-one',
                          property: 'failRequestsGreaterThanOne',
                          shape: { kind: 'scalar', type: 'bool' },
                        },
                        {
                          key: 'rename-by-default',
                          property: 'renameByDefault',
                          shape: { kind: 'scalar', type: 'bool' },
                        },
                        {
                          key: 'replicas',
                          property: 'replicas',
                          shape: { kind: 'scalar', type: 'NvidiaTimeSlicingReplicas' },
                        },
                      ],
                    },
                    since: '1.25.0',
                  },
                ],
              },
            },
          ],
        },
        since: '1.23.0',
        carriedBy: CARRIERS_10,
      },
      {
        key: 'kubelet-dra-drivers',
        property: 'kubeletDraDrivers',
        shape: {
          kind: 'table',
          entries: [
            {
              key: 'net',
              property: 'net',
              shape: {
                kind: 'table',
                entries: [
                  { key: 'bind-address', property: 'bindAddress', shape: { kind: 'scalar', type: 'SingleLineString' } },
                  {
                    key: 'device-filter',
                    property: 'deviceFilter',
                    shape: { kind: 'scalar', type: 'SingleLineString' },
                  },
                  { key: 'enabled', property: 'enabled', shape: { kind: 'scalar', type: 'bool' } },
                ],
              },
              since: '1.69.0',
              kubernetes: '1.34',
            },
            {
              key: 'nvidia',
              property: 'nvidia',
              shape: {
                kind: 'table',
                entries: [{ key: 'enabled', property: 'enabled', shape: { kind: 'scalar', type: 'bool' } }],
              },
              kubernetes: '1.34',
            },
          ],
        },
        since: '1.66.0',
        carriedBy: CARRIERS_10,
      },
      {
        key: 'kubernetes',
        property: 'kubernetes',
        shape: {
          kind: 'table',
          entries: [
            {
              key: 'allowed-unsafe-sysctls',
              property: 'allowedUnsafeSysctls',
              shape: { kind: 'list', item: { kind: 'scalar', type: 'SingleLineString' } },
              since: '1.0.8',
            },
            {
              key: 'api-server',
              property: 'apiServer',
              shape: { kind: 'scalar', type: 'Url' },
              suppliedBy: ['eks-managed', 'karpenter'],
            },
            {
              key: 'authentication-mode',
              property: 'authenticationMode',
              shape: { kind: 'scalar', type: 'KubernetesAuthenticationMode' },
              since: '1.0.6',
              droppedBy: ['karpenter'],
            },
            {
              key: 'bootstrap-token',
              property: 'bootstrapToken',
              shape: { kind: 'scalar', type: 'KubernetesBootstrapToken' },
              since: '1.0.6',
              sensitive: true,
              droppedBy: ['karpenter'],
            },
            {
              key: 'cloud-provider',
              property: 'cloudProvider',
              shape: { kind: 'scalar', type: 'KubernetesCloudProvider' },
              since: '1.1.0',
            },
            {
              key: 'cluster-certificate',
              property: 'clusterCertificate',
              shape: { kind: 'scalar', type: 'ValidBase64' },
              suppliedBy: ['eks-managed', 'karpenter'],
            },
            {
              key: 'cluster-dns-ip',
              property: 'clusterDnsIp',
              shape: { kind: 'oneOrMany', item: { kind: 'scalar', type: 'IpAddr' } },
              suppliedBy: ['eks-managed'],
            },
            {
              key: 'cluster-domain',
              property: 'clusterDomain',
              shape: { kind: 'scalar', type: 'DNSDomain' },
              since: '0.5.0',
            },
            {
              key: 'cluster-name',
              property: 'clusterName',
              shape: { kind: 'scalar', type: 'KubernetesClusterName' },
              suppliedBy: ['eks-managed', 'karpenter'],
            },
            {
              key: 'container-log-max-files',
              property: 'containerLogMaxFiles',
              shape: { kind: 'scalar', type: 'i32' },
              since: '1.1.2',
            },
            {
              key: 'container-log-max-size',
              property: 'containerLogMaxSize',
              shape: { kind: 'scalar', type: 'KubernetesQuantityValue' },
              since: '1.1.2',
            },
            {
              key: 'container-log-max-workers',
              property: 'containerLogMaxWorkers',
              shape: { kind: 'scalar', type: 'i32' },
              since: '1.39.0',
              kubernetes: '1.30',
            },
            {
              key: 'container-log-monitor-interval',
              property: 'containerLogMonitorInterval',
              shape: { kind: 'scalar', type: 'KubernetesDurationValue' },
              since: '1.39.0',
              kubernetes: '1.30',
            },
            {
              key: 'container-runtime-endpoint',
              property: 'containerRuntimeEndpoint',
              shape: { kind: 'scalar', type: 'Url' },
              since: '1.64.0',
              droppedBy: ['karpenter'],
            },
            {
              key: 'cpu-cfs-quota-enforced',
              property: 'cpuCfsQuotaEnforced',
              shape: { kind: 'scalar', type: 'bool' },
              since: '1.14.0',
            },
            {
              key: 'cpu-manager-policy',
              property: 'cpuManagerPolicy',
              shape: { kind: 'scalar', type: 'CpuManagerPolicy' },
              since: '1.1.3',
            },
            {
              key: 'cpu-manager-policy-options',
              property: 'cpuManagerPolicyOptions',
              shape: { kind: 'list', item: { kind: 'scalar', type: 'KubernetesCPUManagerPolicyOption' } },
              since: '1.14.0',
            },
            {
              key: 'cpu-manager-reconcile-period',
              property: 'cpuManagerReconcilePeriod',
              shape: { kind: 'scalar', type: 'KubernetesDurationValue' },
              since: '1.1.3',
            },
            {
              key: 'credential-providers',
              property: 'credentialProviders',
              shape: {
                kind: 'map',
                keyType: 'Identifier',
                value: {
                  key: '<name>',
                  property: '<name>',
                  shape: {
                    kind: 'table',
                    entries: [
                      {
                        key: 'cache-duration',
                        property: 'cacheDuration',
                        shape: { kind: 'scalar', type: 'KubernetesDurationValue' },
                      },
                      { key: 'enabled', property: 'enabled', shape: { kind: 'scalar', type: 'bool' }, required: true },
                      {
                        key: 'environment',
                        property: 'environment',
                        shape: {
                          kind: 'map',
                          keyType: 'SingleLineString',
                          value: {
                            key: '<var>',
                            property: '<var>',
                            shape: { kind: 'scalar', type: 'SingleLineString' },
                          },
                        },
                        since: '1.14.0',
                      },
                      {
                        key: 'image-patterns',
                        property: 'imagePatterns',
                        shape: { kind: 'list', item: { kind: 'scalar', type: 'SingleLineString' } },
                        required: true,
                      },
                    ],
                    unknownKeysIgnored: true,
                  },
                },
              },
              since: '1.11.0',
            },
            {
              key: 'device-ownership-from-security-context',
              property: 'deviceOwnershipFromSecurityContext',
              shape: { kind: 'scalar', type: 'bool' },
              since: '1.30.0',
            },
            { key: 'event-burst', property: 'eventBurst', shape: { kind: 'scalar', type: 'i32' }, since: '1.1.0' },
            { key: 'event-qps', property: 'eventQps', shape: { kind: 'scalar', type: 'i32' }, since: '1.1.0' },
            {
              key: 'eviction-hard',
              property: 'evictionHard',
              shape: {
                kind: 'table',
                entries: [
                  {
                    key: 'imagefs.available',
                    property: 'imagefsAvailable',
                    shape: { kind: 'scalar', type: 'KubernetesThresholdValue' },
                  },
                  {
                    key: 'imagefs.inodesFree',
                    property: 'imagefsInodesFree',
                    shape: { kind: 'scalar', type: 'KubernetesThresholdValue' },
                  },
                  {
                    key: 'memory.available',
                    property: 'memoryAvailable',
                    shape: { kind: 'scalar', type: 'KubernetesThresholdValue' },
                  },
                  {
                    key: 'nodefs.available',
                    property: 'nodefsAvailable',
                    shape: { kind: 'scalar', type: 'KubernetesThresholdValue' },
                  },
                  {
                    key: 'nodefs.inodesFree',
                    property: 'nodefsInodesFree',
                    shape: { kind: 'scalar', type: 'KubernetesThresholdValue' },
                  },
                  {
                    key: 'pid.available',
                    property: 'pidAvailable',
                    shape: { kind: 'scalar', type: 'KubernetesThresholdValue' },
                  },
                ],
              },
              since: '1.0.8',
            },
            {
              key: 'eviction-max-pod-grace-period',
              property: 'evictionMaxPodGracePeriod',
              shape: { kind: 'scalar', type: 'NonNegativeInteger' },
              since: '1.14.0',
            },
            {
              key: 'eviction-soft',
              property: 'evictionSoft',
              shape: {
                kind: 'table',
                entries: [
                  {
                    key: 'imagefs.available',
                    property: 'imagefsAvailable',
                    shape: { kind: 'scalar', type: 'KubernetesThresholdValue' },
                  },
                  {
                    key: 'imagefs.inodesFree',
                    property: 'imagefsInodesFree',
                    shape: { kind: 'scalar', type: 'KubernetesThresholdValue' },
                  },
                  {
                    key: 'memory.available',
                    property: 'memoryAvailable',
                    shape: { kind: 'scalar', type: 'KubernetesThresholdValue' },
                  },
                  {
                    key: 'nodefs.available',
                    property: 'nodefsAvailable',
                    shape: { kind: 'scalar', type: 'KubernetesThresholdValue' },
                  },
                  {
                    key: 'nodefs.inodesFree',
                    property: 'nodefsInodesFree',
                    shape: { kind: 'scalar', type: 'KubernetesThresholdValue' },
                  },
                  {
                    key: 'pid.available',
                    property: 'pidAvailable',
                    shape: { kind: 'scalar', type: 'KubernetesThresholdValue' },
                  },
                ],
              },
              since: '1.14.0',
            },
            {
              key: 'eviction-soft-grace-period',
              property: 'evictionSoftGracePeriod',
              shape: {
                kind: 'table',
                entries: [
                  {
                    key: 'imagefs.available',
                    property: 'imagefsAvailable',
                    shape: { kind: 'scalar', type: 'KubernetesDurationValue' },
                  },
                  {
                    key: 'imagefs.inodesFree',
                    property: 'imagefsInodesFree',
                    shape: { kind: 'scalar', type: 'KubernetesDurationValue' },
                  },
                  {
                    key: 'memory.available',
                    property: 'memoryAvailable',
                    shape: { kind: 'scalar', type: 'KubernetesDurationValue' },
                  },
                  {
                    key: 'nodefs.available',
                    property: 'nodefsAvailable',
                    shape: { kind: 'scalar', type: 'KubernetesDurationValue' },
                  },
                  {
                    key: 'nodefs.inodesFree',
                    property: 'nodefsInodesFree',
                    shape: { kind: 'scalar', type: 'KubernetesDurationValue' },
                  },
                  {
                    key: 'pid.available',
                    property: 'pidAvailable',
                    shape: { kind: 'scalar', type: 'KubernetesDurationValue' },
                  },
                ],
              },
              since: '1.14.0',
            },
            {
              key: 'hostname-override',
              property: 'hostnameOverride',
              shape: { kind: 'scalar', type: 'ValidLinuxHostname' },
              since: '1.13.4',
              droppedBy: ['karpenter'],
            },
            {
              key: 'hostname-override-source',
              property: 'hostnameOverrideSource',
              shape: { kind: 'scalar', type: 'KubernetesHostnameOverrideSource' },
              since: '1.21.0',
            },
            {
              key: 'ids-per-pod',
              property: 'idsPerPod',
              shape: { kind: 'scalar', type: 'KubernetesIdsPerPodValue' },
              since: '1.51.0',
              kubernetes: '1.33',
            },
            {
              key: 'image-gc-high-threshold-percent',
              property: 'imageGcHighThresholdPercent',
              shape: { kind: 'scalar', type: 'IntegerPercent' },
              since: '1.9.0',
            },
            {
              key: 'image-gc-low-threshold-percent',
              property: 'imageGcLowThresholdPercent',
              shape: { kind: 'scalar', type: 'IntegerPercent' },
              since: '1.9.0',
            },
            {
              key: 'image-maximum-gc-age',
              property: 'imageMaximumGcAge',
              shape: { kind: 'scalar', type: 'KubernetesDurationValue' },
              since: '1.51.0',
              droppedBy: ['karpenter'],
            },
            {
              key: 'image-minimum-gc-age',
              property: 'imageMinimumGcAge',
              shape: { kind: 'scalar', type: 'KubernetesDurationValue' },
              since: '1.51.0',
              droppedBy: ['karpenter'],
            },
            { key: 'kube-api-burst', property: 'kubeApiBurst', shape: { kind: 'scalar', type: 'i32' }, since: '1.1.0' },
            { key: 'kube-api-qps', property: 'kubeApiQps', shape: { kind: 'scalar', type: 'i32' }, since: '1.1.0' },
            {
              key: 'kube-reserved',
              property: 'kubeReserved',
              shape: {
                kind: 'table',
                entries: [
                  { key: 'cpu', property: 'cpu', shape: { kind: 'scalar', type: 'KubernetesQuantityValue' } },
                  {
                    key: 'ephemeral-storage',
                    property: 'ephemeralStorage',
                    shape: { kind: 'scalar', type: 'KubernetesQuantityValue' },
                  },
                  { key: 'memory', property: 'memory', shape: { kind: 'scalar', type: 'KubernetesQuantityValue' } },
                  {
                    key: 'pid',
                    property: 'pid',
                    shape: { kind: 'scalar', type: 'KubernetesQuantityValue' },
                    since: '1.50.0',
                  },
                ],
              },
              since: '1.0.8',
            },
            { key: 'log-level', property: 'logLevel', shape: { kind: 'scalar', type: 'u8' }, since: '1.10.0' },
            {
              key: 'max-parallel-image-pulls',
              property: 'maxParallelImagePulls',
              shape: { kind: 'scalar', type: 'i32' },
              since: '1.51.0',
              droppedBy: ['karpenter'],
            },
            { key: 'max-pods', property: 'maxPods', shape: { kind: 'scalar', type: 'u32' } },
            {
              key: 'memory-manager-policy',
              property: 'memoryManagerPolicy',
              shape: { kind: 'scalar', type: 'KubernetesMemoryManagerPolicy' },
              since: '1.14.0',
            },
            {
              key: 'memory-manager-reserved-memory',
              property: 'memoryManagerReservedMemory',
              shape: {
                kind: 'map',
                keyType: 'Identifier',
                value: {
                  key: '<numa>',
                  property: '<numa>',
                  shape: {
                    kind: 'table',
                    entries: [
                      { key: 'enabled', property: 'enabled', shape: { kind: 'scalar', type: 'bool' }, required: true },
                      {
                        key: 'hugepages-1Gi',
                        property: 'hugepages1Gi',
                        shape: { kind: 'scalar', type: 'KubernetesQuantityValue' },
                      },
                      {
                        key: 'hugepages-2Mi',
                        property: 'hugepages2Mi',
                        shape: { kind: 'scalar', type: 'KubernetesQuantityValue' },
                      },
                      { key: 'memory', property: 'memory', shape: { kind: 'scalar', type: 'KubernetesQuantityValue' } },
                    ],
                  },
                },
              },
              since: '1.14.0',
            },
            {
              key: 'memory-reservation-policy',
              property: 'memoryReservationPolicy',
              shape: { kind: 'scalar', type: 'KubernetesMemoryReservationPolicy' },
              since: '1.66.0',
              kubernetes: '1.37',
              droppedBy: ['karpenter'],
            },
            {
              key: 'memory-swap-behavior',
              property: 'memorySwapBehavior',
              shape: { kind: 'scalar', type: 'KubernetesMemorySwapBehavior' },
              since: '1.42.0',
              droppedBy: ['karpenter'],
            },
            {
              key: 'memory-throttling-factor',
              property: 'memoryThrottlingFactor',
              shape: { kind: 'scalar', type: 'KubernetesMemoryThrottlingFactor' },
              since: '1.66.0',
              kubernetes: '1.37',
              droppedBy: ['karpenter'],
            },
            { key: 'node-ip', property: 'nodeIp', shape: { kind: 'scalar', type: 'IpAddr' }, droppedBy: ['karpenter'] },
            {
              key: 'node-labels',
              property: 'nodeLabels',
              shape: {
                kind: 'map',
                keyType: 'KubernetesLabelKey',
                value: { key: '<name>', property: '<name>', shape: { kind: 'scalar', type: 'KubernetesLabelValue' } },
              },
            },
            {
              key: 'node-taints',
              property: 'nodeTaints',
              shape: {
                kind: 'map',
                keyType: 'KubernetesLabelKey',
                value: {
                  key: '<name>',
                  property: '<name>',
                  shape: {
                    kind: 'list',
                    item: { kind: 'scalar', type: 'KubernetesTaintValue' },
                    minItems: 1,
                    orOne: true,
                  },
                },
              },
              suppliedBy: ['karpenter'],
            },
            {
              key: 'pod-infra-container-image',
              property: 'podInfraContainerImage',
              shape: { kind: 'scalar', type: 'SingleLineString' },
              deprecated: 'without effect since 1.21.0',
              droppedBy: ['karpenter'],
            },
            { key: 'pod-pids-limit', property: 'podPidsLimit', shape: { kind: 'scalar', type: 'i64' }, since: '1.8.0' },
            {
              key: 'provider-id',
              property: 'providerId',
              shape: { kind: 'scalar', type: 'Url' },
              since: '1.8.0',
              droppedBy: ['karpenter'],
            },
            {
              key: 'registry-burst',
              property: 'registryBurst',
              shape: { kind: 'scalar', type: 'i32' },
              since: '1.1.0',
            },
            { key: 'registry-qps', property: 'registryQps', shape: { kind: 'scalar', type: 'i32' }, since: '1.1.0' },
            {
              key: 'reserved-cpus',
              property: 'reservedCpus',
              shape: { kind: 'scalar', type: 'KernelCpuSetValue' },
              since: '1.21.0',
              droppedBy: ['karpenter'],
            },
            {
              key: 'seccomp-default',
              property: 'seccompDefault',
              shape: { kind: 'scalar', type: 'bool' },
              since: '1.15.0',
              kubernetes: '1.25',
            },
            {
              key: 'server-certificate',
              property: 'serverCertificate',
              shape: { kind: 'scalar', type: 'ValidBase64' },
              since: '1.11.0',
              droppedBy: ['karpenter'],
            },
            {
              key: 'server-key',
              property: 'serverKey',
              shape: { kind: 'scalar', type: 'ValidBase64' },
              since: '1.11.0',
              sensitive: true,
              droppedBy: ['karpenter'],
            },
            {
              key: 'server-tls-bootstrap',
              property: 'serverTlsBootstrap',
              shape: { kind: 'scalar', type: 'bool' },
              since: '1.1.0',
            },
            {
              key: 'shutdown-grace-period',
              property: 'shutdownGracePeriod',
              shape: { kind: 'scalar', type: 'KubernetesDurationValue' },
              since: '1.14.0',
            },
            {
              key: 'shutdown-grace-period-for-critical-pods',
              property: 'shutdownGracePeriodForCriticalPods',
              shape: { kind: 'scalar', type: 'KubernetesDurationValue' },
              since: '1.14.0',
            },
            {
              key: 'single-process-oom-kill',
              property: 'singleProcessOomKill',
              shape: { kind: 'scalar', type: 'bool' },
              since: '1.39.0',
              kubernetes: '1.32',
            },
            {
              key: 'standalone-mode',
              property: 'standaloneMode',
              shape: { kind: 'scalar', type: 'bool' },
              since: '1.0.6',
              droppedBy: ['karpenter'],
            },
            {
              key: 'static-pods',
              property: 'staticPods',
              shape: {
                kind: 'map',
                keyType: 'Identifier',
                value: {
                  key: '<name>',
                  property: '<name>',
                  shape: {
                    kind: 'table',
                    entries: [
                      { key: 'enabled', property: 'enabled', shape: { kind: 'scalar', type: 'bool' } },
                      { key: 'manifest', property: 'manifest', shape: { kind: 'scalar', type: 'ValidBase64' } },
                    ],
                  },
                },
              },
              since: '1.0.6',
            },
            {
              key: 'static-pods-enabled',
              property: 'staticPodsEnabled',
              shape: { kind: 'scalar', type: 'bool' },
              since: '1.46.0',
              droppedBy: ['karpenter'],
            },
            {
              key: 'system-reserved',
              property: 'systemReserved',
              shape: {
                kind: 'table',
                entries: [
                  { key: 'cpu', property: 'cpu', shape: { kind: 'scalar', type: 'KubernetesQuantityValue' } },
                  {
                    key: 'ephemeral-storage',
                    property: 'ephemeralStorage',
                    shape: { kind: 'scalar', type: 'KubernetesQuantityValue' },
                  },
                  { key: 'memory', property: 'memory', shape: { kind: 'scalar', type: 'KubernetesQuantityValue' } },
                  {
                    key: 'pid',
                    property: 'pid',
                    shape: { kind: 'scalar', type: 'KubernetesQuantityValue' },
                    since: '1.50.0',
                  },
                ],
              },
              since: '1.1.2',
            },
            {
              key: 'topology-manager-policy',
              property: 'topologyManagerPolicy',
              shape: { kind: 'scalar', type: 'TopologyManagerPolicy' },
              since: '1.2.0',
            },
            {
              key: 'topology-manager-policy-options',
              property: 'topologyManagerPolicyOptions',
              shape: {
                kind: 'table',
                entries: [
                  {
                    key: 'max-allowable-numa-nodes',
                    property: 'maxAllowableNumaNodes',
                    shape: { kind: 'scalar', type: 'MaxAllowableNumaNodesValue' },
                    kubernetes: '1.35',
                  },
                  {
                    key: 'prefer-closest-numa-nodes',
                    property: 'preferClosestNumaNodes',
                    shape: { kind: 'scalar', type: 'bool' },
                    kubernetes: '1.32',
                  },
                ],
              },
              since: '1.60.0',
            },
            {
              key: 'topology-manager-scope',
              property: 'topologyManagerScope',
              shape: { kind: 'scalar', type: 'TopologyManagerScope' },
              since: '1.2.0',
            },
          ],
        },
        carriedBy: CARRIERS_11,
      },
      {
        key: 'measurement',
        property: 'measurement',
        shape: {
          kind: 'table',
          entries: [
            {
              key: 'excluded-settings',
              property: 'excludedSettings',
              shape: { kind: 'list', item: { kind: 'scalar', type: 'ExcludedSetting' } },
            },
          ],
        },
        since: '1.66.0',
        carriedBy: CARRIERS_12,
      },
      {
        key: 'metrics',
        property: 'metrics',
        shape: {
          kind: 'table',
          entries: [
            { key: 'metrics-url', property: 'metricsUrl', shape: { kind: 'scalar', type: 'Url' } },
            { key: 'send-metrics', property: 'sendMetrics', shape: { kind: 'scalar', type: 'bool' } },
            {
              key: 'service-checks',
              property: 'serviceChecks',
              shape: { kind: 'list', item: { kind: 'scalar', type: 'String' } },
            },
          ],
        },
        carriedBy: CARRIERS_13,
      },
      { key: 'motd', property: 'motd', shape: { kind: 'scalar', type: 'String' }, carriedBy: CARRIERS_3 },
      {
        key: 'network',
        property: 'network',
        shape: {
          kind: 'table',
          entries: [
            {
              key: 'hostname',
              property: 'hostname',
              shape: { kind: 'scalar', type: 'ValidLinuxHostname' },
              since: '1.2.0',
            },
            {
              key: 'hosts',
              property: 'hosts',
              shape: {
                kind: 'list',
                item: {
                  kind: 'tuple',
                  entries: [
                    { key: 'address', property: 'address', shape: { kind: 'scalar', type: 'IpAddr' } },
                    {
                      key: 'hostnames',
                      property: 'hostnames',
                      shape: { kind: 'list', item: { kind: 'scalar', type: 'ValidLinuxHostname' } },
                    },
                  ],
                },
              },
              since: '1.8.0',
            },
            { key: 'https-proxy', property: 'httpsProxy', shape: { kind: 'scalar', type: 'Url' }, since: '1.0.5' },
            {
              key: 'no-proxy',
              property: 'noProxy',
              shape: { kind: 'list', item: { kind: 'scalar', type: 'SingleLineString' } },
              since: '1.0.5',
            },
          ],
        },
        carriedBy: CARRIERS_3,
      },
      {
        key: 'ntp',
        property: 'ntp',
        shape: {
          kind: 'table',
          entries: [
            {
              key: 'options',
              property: 'options',
              shape: { kind: 'list', item: { kind: 'scalar', type: 'String' } },
              since: '1.20.0',
            },
            {
              key: 'time-servers',
              property: 'timeServers',
              shape: { kind: 'list', item: { kind: 'scalar', type: 'Url' } },
            },
          ],
        },
        carriedBy: CARRIERS_3,
      },
      {
        key: 'nvidia-container-runtime',
        property: 'nvidiaContainerRuntime',
        shape: {
          kind: 'table',
          entries: [
            {
              key: 'visible-devices-as-volume-mounts',
              property: 'visibleDevicesAsVolumeMounts',
              shape: { kind: 'scalar', type: 'bool' },
            },
            {
              key: 'visible-devices-envvar-when-unprivileged',
              property: 'visibleDevicesEnvvarWhenUnprivileged',
              shape: { kind: 'scalar', type: 'bool' },
            },
          ],
        },
        since: '1.23.0',
        carriedBy: CARRIERS_10,
      },
      {
        key: 'oci-defaults',
        property: 'ociDefaults',
        shape: {
          kind: 'table',
          entries: [
            {
              key: 'capabilities',
              property: 'capabilities',
              shape: {
                kind: 'table',
                entries: [
                  { key: 'audit-control', property: 'auditControl', shape: { kind: 'scalar', type: 'bool' } },
                  { key: 'audit-read', property: 'auditRead', shape: { kind: 'scalar', type: 'bool' } },
                  { key: 'audit-write', property: 'auditWrite', shape: { kind: 'scalar', type: 'bool' } },
                  { key: 'block-suspend', property: 'blockSuspend', shape: { kind: 'scalar', type: 'bool' } },
                  { key: 'bpf', property: 'bpf', shape: { kind: 'scalar', type: 'bool' } },
                  { key: 'checkpoint-restore', property: 'checkpointRestore', shape: { kind: 'scalar', type: 'bool' } },
                  { key: 'chown', property: 'chown', shape: { kind: 'scalar', type: 'bool' } },
                  { key: 'dac-override', property: 'dacOverride', shape: { kind: 'scalar', type: 'bool' } },
                  { key: 'dac-read-search', property: 'dacReadSearch', shape: { kind: 'scalar', type: 'bool' } },
                  { key: 'fowner', property: 'fowner', shape: { kind: 'scalar', type: 'bool' } },
                  { key: 'fsetid', property: 'fsetid', shape: { kind: 'scalar', type: 'bool' } },
                  { key: 'ipc-lock', property: 'ipcLock', shape: { kind: 'scalar', type: 'bool' } },
                  { key: 'ipc-owner', property: 'ipcOwner', shape: { kind: 'scalar', type: 'bool' } },
                  { key: 'kill', property: 'kill', shape: { kind: 'scalar', type: 'bool' } },
                  { key: 'lease', property: 'lease', shape: { kind: 'scalar', type: 'bool' } },
                  { key: 'linux-immutable', property: 'linuxImmutable', shape: { kind: 'scalar', type: 'bool' } },
                  { key: 'mac-admin', property: 'macAdmin', shape: { kind: 'scalar', type: 'bool' } },
                  { key: 'mac-override', property: 'macOverride', shape: { kind: 'scalar', type: 'bool' } },
                  { key: 'mknod', property: 'mknod', shape: { kind: 'scalar', type: 'bool' } },
                  { key: 'net-admin', property: 'netAdmin', shape: { kind: 'scalar', type: 'bool' } },
                  { key: 'net-bind-service', property: 'netBindService', shape: { kind: 'scalar', type: 'bool' } },
                  { key: 'net-broadcast', property: 'netBroadcast', shape: { kind: 'scalar', type: 'bool' } },
                  { key: 'net-raw', property: 'netRaw', shape: { kind: 'scalar', type: 'bool' } },
                  { key: 'perfmon', property: 'perfmon', shape: { kind: 'scalar', type: 'bool' } },
                  { key: 'setfcap', property: 'setfcap', shape: { kind: 'scalar', type: 'bool' } },
                  { key: 'setgid', property: 'setgid', shape: { kind: 'scalar', type: 'bool' } },
                  { key: 'setpcap', property: 'setpcap', shape: { kind: 'scalar', type: 'bool' } },
                  { key: 'setuid', property: 'setuid', shape: { kind: 'scalar', type: 'bool' } },
                  { key: 'sys-admin', property: 'sysAdmin', shape: { kind: 'scalar', type: 'bool' } },
                  { key: 'sys-boot', property: 'sysBoot', shape: { kind: 'scalar', type: 'bool' } },
                  { key: 'sys-chroot', property: 'sysChroot', shape: { kind: 'scalar', type: 'bool' } },
                  { key: 'sys-module', property: 'sysModule', shape: { kind: 'scalar', type: 'bool' } },
                  { key: 'sys-nice', property: 'sysNice', shape: { kind: 'scalar', type: 'bool' } },
                  { key: 'sys-pacct', property: 'sysPacct', shape: { kind: 'scalar', type: 'bool' } },
                  { key: 'sys-ptrace', property: 'sysPtrace', shape: { kind: 'scalar', type: 'bool' } },
                  { key: 'sys-rawio', property: 'sysRawio', shape: { kind: 'scalar', type: 'bool' } },
                  { key: 'sys-resource', property: 'sysResource', shape: { kind: 'scalar', type: 'bool' } },
                  { key: 'sys-time', property: 'sysTime', shape: { kind: 'scalar', type: 'bool' } },
                  { key: 'sys-tty-config', property: 'sysTtyConfig', shape: { kind: 'scalar', type: 'bool' } },
                  { key: 'syslog', property: 'syslog', shape: { kind: 'scalar', type: 'bool' } },
                  { key: 'wake-alarm', property: 'wakeAlarm', shape: { kind: 'scalar', type: 'bool' } },
                ],
              },
            },
            {
              key: 'resource-limits',
              property: 'resourceLimits',
              shape: {
                kind: 'table',
                entries: [
                  {
                    key: 'max-address-space',
                    property: 'maxAddressSpace',
                    shape: {
                      kind: 'table',
                      entries: [
                        {
                          key: 'hard-limit',
                          property: 'hardLimit',
                          shape: { kind: 'scalar', type: 'ResourceLimitValue' },
                          required: true,
                        },
                        {
                          key: 'soft-limit',
                          property: 'softLimit',
                          shape: { kind: 'scalar', type: 'ResourceLimitValue' },
                          required: true,
                        },
                      ],
                    },
                    since: '1.15.0',
                  },
                  {
                    key: 'max-core-file-size',
                    property: 'maxCoreFileSize',
                    shape: {
                      kind: 'table',
                      entries: [
                        {
                          key: 'hard-limit',
                          property: 'hardLimit',
                          shape: { kind: 'scalar', type: 'ResourceLimitValue' },
                          required: true,
                        },
                        {
                          key: 'soft-limit',
                          property: 'softLimit',
                          shape: { kind: 'scalar', type: 'ResourceLimitValue' },
                          required: true,
                        },
                      ],
                    },
                    since: '1.15.0',
                  },
                  {
                    key: 'max-cpu-time',
                    property: 'maxCpuTime',
                    shape: {
                      kind: 'table',
                      entries: [
                        {
                          key: 'hard-limit',
                          property: 'hardLimit',
                          shape: { kind: 'scalar', type: 'ResourceLimitValue' },
                          required: true,
                        },
                        {
                          key: 'soft-limit',
                          property: 'softLimit',
                          shape: { kind: 'scalar', type: 'ResourceLimitValue' },
                          required: true,
                        },
                      ],
                    },
                    since: '1.15.0',
                  },
                  {
                    key: 'max-data-size',
                    property: 'maxDataSize',
                    shape: {
                      kind: 'table',
                      entries: [
                        {
                          key: 'hard-limit',
                          property: 'hardLimit',
                          shape: { kind: 'scalar', type: 'ResourceLimitValue' },
                          required: true,
                        },
                        {
                          key: 'soft-limit',
                          property: 'softLimit',
                          shape: { kind: 'scalar', type: 'ResourceLimitValue' },
                          required: true,
                        },
                      ],
                    },
                    since: '1.15.0',
                  },
                  {
                    key: 'max-file-locks',
                    property: 'maxFileLocks',
                    shape: {
                      kind: 'table',
                      entries: [
                        {
                          key: 'hard-limit',
                          property: 'hardLimit',
                          shape: { kind: 'scalar', type: 'ResourceLimitValue' },
                          required: true,
                        },
                        {
                          key: 'soft-limit',
                          property: 'softLimit',
                          shape: { kind: 'scalar', type: 'ResourceLimitValue' },
                          required: true,
                        },
                      ],
                    },
                    since: '1.15.0',
                  },
                  {
                    key: 'max-file-size',
                    property: 'maxFileSize',
                    shape: {
                      kind: 'table',
                      entries: [
                        {
                          key: 'hard-limit',
                          property: 'hardLimit',
                          shape: { kind: 'scalar', type: 'ResourceLimitValue' },
                          required: true,
                        },
                        {
                          key: 'soft-limit',
                          property: 'softLimit',
                          shape: { kind: 'scalar', type: 'ResourceLimitValue' },
                          required: true,
                        },
                      ],
                    },
                    since: '1.15.0',
                  },
                  {
                    key: 'max-locked-memory',
                    property: 'maxLockedMemory',
                    shape: {
                      kind: 'table',
                      entries: [
                        {
                          key: 'hard-limit',
                          property: 'hardLimit',
                          shape: { kind: 'scalar', type: 'ResourceLimitValue' },
                          required: true,
                        },
                        {
                          key: 'soft-limit',
                          property: 'softLimit',
                          shape: { kind: 'scalar', type: 'ResourceLimitValue' },
                          required: true,
                        },
                      ],
                    },
                    since: '1.15.0',
                  },
                  {
                    key: 'max-msgqueue-size',
                    property: 'maxMsgqueueSize',
                    shape: {
                      kind: 'table',
                      entries: [
                        {
                          key: 'hard-limit',
                          property: 'hardLimit',
                          shape: { kind: 'scalar', type: 'ResourceLimitValue' },
                          required: true,
                        },
                        {
                          key: 'soft-limit',
                          property: 'softLimit',
                          shape: { kind: 'scalar', type: 'ResourceLimitValue' },
                          required: true,
                        },
                      ],
                    },
                    since: '1.15.0',
                  },
                  {
                    key: 'max-nice-priority',
                    property: 'maxNicePriority',
                    shape: {
                      kind: 'table',
                      entries: [
                        {
                          key: 'hard-limit',
                          property: 'hardLimit',
                          shape: { kind: 'scalar', type: 'ResourceLimitValue' },
                          required: true,
                        },
                        {
                          key: 'soft-limit',
                          property: 'softLimit',
                          shape: { kind: 'scalar', type: 'ResourceLimitValue' },
                          required: true,
                        },
                      ],
                    },
                    since: '1.15.0',
                  },
                  {
                    key: 'max-open-files',
                    property: 'maxOpenFiles',
                    shape: {
                      kind: 'table',
                      entries: [
                        {
                          key: 'hard-limit',
                          property: 'hardLimit',
                          shape: { kind: 'scalar', type: 'ResourceLimitValue' },
                          required: true,
                        },
                        {
                          key: 'soft-limit',
                          property: 'softLimit',
                          shape: { kind: 'scalar', type: 'ResourceLimitValue' },
                          required: true,
                        },
                      ],
                    },
                  },
                  {
                    key: 'max-pending-signals',
                    property: 'maxPendingSignals',
                    shape: {
                      kind: 'table',
                      entries: [
                        {
                          key: 'hard-limit',
                          property: 'hardLimit',
                          shape: { kind: 'scalar', type: 'ResourceLimitValue' },
                          required: true,
                        },
                        {
                          key: 'soft-limit',
                          property: 'softLimit',
                          shape: { kind: 'scalar', type: 'ResourceLimitValue' },
                          required: true,
                        },
                      ],
                    },
                    since: '1.15.0',
                  },
                  {
                    key: 'max-processes',
                    property: 'maxProcesses',
                    shape: {
                      kind: 'table',
                      entries: [
                        {
                          key: 'hard-limit',
                          property: 'hardLimit',
                          shape: { kind: 'scalar', type: 'ResourceLimitValue' },
                          required: true,
                        },
                        {
                          key: 'soft-limit',
                          property: 'softLimit',
                          shape: { kind: 'scalar', type: 'ResourceLimitValue' },
                          required: true,
                        },
                      ],
                    },
                    since: '1.15.0',
                  },
                  {
                    key: 'max-realtime-priority',
                    property: 'maxRealtimePriority',
                    shape: {
                      kind: 'table',
                      entries: [
                        {
                          key: 'hard-limit',
                          property: 'hardLimit',
                          shape: { kind: 'scalar', type: 'ResourceLimitValue' },
                          required: true,
                        },
                        {
                          key: 'soft-limit',
                          property: 'softLimit',
                          shape: { kind: 'scalar', type: 'ResourceLimitValue' },
                          required: true,
                        },
                      ],
                    },
                    since: '1.15.0',
                  },
                  {
                    key: 'max-realtime-timeout',
                    property: 'maxRealtimeTimeout',
                    shape: {
                      kind: 'table',
                      entries: [
                        {
                          key: 'hard-limit',
                          property: 'hardLimit',
                          shape: { kind: 'scalar', type: 'ResourceLimitValue' },
                          required: true,
                        },
                        {
                          key: 'soft-limit',
                          property: 'softLimit',
                          shape: { kind: 'scalar', type: 'ResourceLimitValue' },
                          required: true,
                        },
                      ],
                    },
                    since: '1.15.0',
                  },
                  {
                    key: 'max-resident-set',
                    property: 'maxResidentSet',
                    shape: {
                      kind: 'table',
                      entries: [
                        {
                          key: 'hard-limit',
                          property: 'hardLimit',
                          shape: { kind: 'scalar', type: 'ResourceLimitValue' },
                          required: true,
                        },
                        {
                          key: 'soft-limit',
                          property: 'softLimit',
                          shape: { kind: 'scalar', type: 'ResourceLimitValue' },
                          required: true,
                        },
                      ],
                    },
                    since: '1.15.0',
                  },
                  {
                    key: 'max-stack-size',
                    property: 'maxStackSize',
                    shape: {
                      kind: 'table',
                      entries: [
                        {
                          key: 'hard-limit',
                          property: 'hardLimit',
                          shape: { kind: 'scalar', type: 'ResourceLimitValue' },
                          required: true,
                        },
                        {
                          key: 'soft-limit',
                          property: 'softLimit',
                          shape: { kind: 'scalar', type: 'ResourceLimitValue' },
                          required: true,
                        },
                      ],
                    },
                    since: '1.15.0',
                  },
                ],
              },
            },
          ],
        },
        since: '1.12.0',
        carriedBy: CARRIERS_14,
      },
      {
        key: 'oci-hooks',
        property: 'ociHooks',
        shape: {
          kind: 'table',
          entries: [
            {
              key: 'log4j-hotpatch-enabled',
              property: 'log4jHotpatchEnabled',
              shape: { kind: 'scalar', type: 'bool' },
              deprecated: 'without effect since 1.15.0; the node only logs a warning',
            },
          ],
        },
        since: '1.5.0',
        carriedBy: CARRIERS_3,
      },
      {
        key: 'pki',
        property: 'pki',
        shape: {
          kind: 'map',
          keyType: 'Identifier',
          value: {
            key: '<name>',
            property: '<name>',
            shape: {
              kind: 'table',
              entries: [
                { key: 'data', property: 'data', shape: { kind: 'scalar', type: 'PemCertificateString' } },
                { key: 'trusted', property: 'trusted', shape: { kind: 'scalar', type: 'bool' } },
              ],
            },
          },
        },
        since: '1.2.0',
        carriedBy: CARRIERS_3,
      },
      {
        key: 'updates',
        property: 'updates',
        shape: {
          kind: 'table',
          entries: [
            { key: 'ignore-waves', property: 'ignoreWaves', shape: { kind: 'scalar', type: 'bool' }, since: '0.4.1' },
            { key: 'metadata-base-url', property: 'metadataBaseUrl', shape: { kind: 'scalar', type: 'Url' } },
            { key: 'seed', property: 'seed', shape: { kind: 'scalar', type: 'u32' } },
            { key: 'targets-base-url', property: 'targetsBaseUrl', shape: { kind: 'scalar', type: 'Url' } },
            {
              key: 'version-lock',
              property: 'versionLock',
              shape: { kind: 'scalar', type: 'FriendlyVersion' },
              since: '0.4.1',
            },
          ],
        },
        carriedBy: CARRIERS_15,
      },
    ],
  },
};
