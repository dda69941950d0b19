/** A node of Amazon EKS with sixty settings, with keys as in TOML: of every kind, as users have them. */
export const SIXTY_SETTINGS = {
  motd: 'Hello from Bottlerocket',
  autoscaling: { 'should-wait': true },
  aws: { region: 'eu-central-1' },
  'bootstrap-containers': {
    setup: {
      source: '123456789012.dkr.ecr.eu-central-1.amazonaws.com/setup:v1.2.3',
      mode: 'once',
      essential: true,
      'user-data': 'eyJmb28iOiAiYmFyIn0=',
    },
  },
  'container-registry': {
    mirrors: [
      { registry: 'docker.io', endpoint: ['https://mirror-1.example.com', 'https://mirror-2.example.com'] },
      { registry: 'quay.io', endpoint: ['https://quay-mirror.example.com'] },
    ],
  },
  'container-runtime': { 'max-container-log-line-size': 16384, 'enable-unprivileged-ports': true },
  dns: { 'name-servers': ['10.0.0.2', '10.0.0.3'], 'search-list': ['example.com', 'svc.example.com'] },
  'host-containers': {
    admin: { enabled: false },
    control: { enabled: true, source: 'public.ecr.aws/bottlerocket/bottlerocket-control:v0.8.0', superpowered: false },
  },
  kernel: {
    lockdown: 'integrity',
    modules: { udp_tunnel: { allowed: true }, sctp: { allowed: false } },
    sysctl: {
      'net.core.somaxconn': '4096',
      'net.ipv4.ip_local_port_range': '1024 65535',
      'vm.max_map_count': '262144',
      'fs.inotify.max_user_watches': '524288',
    },
  },
  kubernetes: {
    'api-server': 'https://0123456789ABCDEF0123456789ABCDEF.gr7.eu-central-1.eks.amazonaws.com',
    'cluster-certificate': 'LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0tCk1JSUMKLS0tLS1FTkQgQ0VSVElGSUNBVEUtLS0tLQo=',
    'cluster-name': 'production',
    'cluster-dns-ip': '172.20.0.10',
    'max-pods': 110,
    'container-log-max-size': '50Mi',
    'container-log-max-files': 5,
    'cpu-manager-policy': 'static',
    'cpu-manager-policy-options': ['full-pcpus-only'],
    'event-qps': 50,
    'event-burst': 100,
    'eviction-hard': { 'memory.available': '5%', 'nodefs.available': '10%', 'nodefs.inodesFree': '5%' },
    'image-gc-high-threshold-percent': 80,
    'image-gc-low-threshold-percent': 60,
    'kube-api-qps': 50,
    'kube-api-burst': 100,
    'kube-reserved': { cpu: '100m', memory: '600Mi', 'ephemeral-storage': '1Gi' },
    'system-reserved': { cpu: '100m', memory: '200Mi' },
    'node-labels': {
      'example.com/team': 'payments',
      'example.com/pool': 'general',
      'topology.example.com/rack': 'r-17',
      environment: 'production',
    },
    'node-taints': { dedicated: ['payments:NoSchedule', 'payments:NoExecute'] },
    'pod-pids-limit': 4096,
    'registry-qps': 10,
    'registry-burst': 20,
    'server-tls-bootstrap': true,
    'shutdown-grace-period': '150s',
    'shutdown-grace-period-for-critical-pods': '30s',
    'topology-manager-policy': 'best-effort',
    'topology-manager-scope': 'pod',
  },
  network: {
    hostname: 'node-1.example.com',
    'https-proxy': 'proxy.example.com:3128',
    'no-proxy': ['localhost', '169.254.169.254', '.internal', '.example.com'],
  },
  ntp: { 'time-servers': ['169.254.169.123'] },
  updates: { 'ignore-waves': false, 'version-lock': 'latest' },
};

/** The same for each node group of an app: most settings are the same everywhere, and some never. */
export const SIXTY_SETTINGS_OF_MANY = Array.from({ length: 50 }, (_, index) => {
  const { kubernetes, network } = SIXTY_SETTINGS;
  return {
    ...SIXTY_SETTINGS,
    motd: `Node group ${index}`,
    kubernetes: {
      ...kubernetes,
      'max-pods': 29 + index,
      'node-labels': {
        ...kubernetes['node-labels'],
        'example.com/pool': `pool-${index}`,
        [`example.com/${index}`]: 'yes',
      },
    },
    network: { ...network, hostname: `node-${index}.example.com` },
  };
});

/** Renders another one each time. Text that is put together is only made when somebody reads it, so that its bytes are counted. */
export function inTurn<T>(all: readonly T[], render: (one: T) => string): () => number {
  let next = 0;
  return () => Buffer.byteLength(render(all[next++ % all.length]!));
}
