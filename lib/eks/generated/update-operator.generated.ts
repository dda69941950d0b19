// Generated from schema/ by `npm run generate`. Do not edit.

import type { ChartValueModel } from '../update-operator/chart-values';

/** The charts, and what they need. */
export const UPDATE_OPERATOR = {
  label: { key: 'bottlerocket.aws/updater-interface-version', value: '2.0.0' },
  namespace: 'brupop-bottlerocket-aws',
  repository: 'https://bottlerocket-os.github.io/bottlerocket-update-operator',
  crdChart: { name: 'bottlerocket-shadow', version: '1.0.0' },
  chart: { name: 'bottlerocket-update-operator', version: '1.8.0' },
  publicImage: 'public.ecr.aws/bottlerocket/bottlerocket-update-operator',
  mirrorRepository: 'bottlerocket-update-operator',
};

/** What makes the certificates of the operator. */
export const CERT_MANAGER = {
  addon: 'cert-manager',
  namespace: 'cert-manager',
  repository: 'https://charts.jetstack.io',
  chart: { name: 'cert-manager', version: 'v1.21.1' },
};

/** The account that has the image in a private repository, by region. */
export const IMAGE_MIRRORS: Readonly<Record<string, string>> = {
  'af-south-1': '917644944286',
  'ap-east-1': '375569722642',
  'ap-northeast-1': '328549459982',
  'ap-northeast-2': '328549459982',
  'ap-northeast-3': '328549459982',
  'ap-south-1': '328549459982',
  'ap-southeast-1': '328549459982',
  'ap-southeast-2': '328549459982',
  'ap-southeast-3': '386774335080',
  'ca-central-1': '328549459982',
  'cn-north-1': '183470599484',
  'cn-northwest-1': '183901325759',
  'eu-central-1': '328549459982',
  'eu-north-1': '328549459982',
  'eu-south-1': '586180183710',
  'eu-west-1': '328549459982',
  'eu-west-2': '328549459982',
  'eu-west-3': '328549459982',
  'me-central-1': '553577323255',
  'me-south-1': '509306038620',
  'sa-east-1': '328549459982',
  'us-east-1': '328549459982',
  'us-east-2': '328549459982',
  'us-gov-east-1': '388230364387',
  'us-gov-west-1': '347163068887',
  'us-west-1': '328549459982',
  'us-west-2': '328549459982',
};

/** The values of the charts, by path. */
export const CHART_VALUES = {
  namespace: { type: 'text', property: 'namespaceName', crd: true },
  image: { type: 'text', property: 'image' },
  image_pull_secrets: {
    type: 'text',
    withoutEffect:
      'The chart writes it into pods under a name that Kubernetes does not know. Nodes pull from Amazon ECR with their own role; use a repository there.',
  },
  exclude_from_lb_wait_time_in_sec: { type: 'text', property: 'loadBalancerWait' },
  max_concurrent_updates: { type: 'text', property: 'maxConcurrentUpdates' },
  scheduler_cron_expression: { type: 'text', property: 'schedule' },
  update_window_start: { type: 'text', withoutEffect: 'The schedule has taken its place.' },
  update_window_stop: { type: 'text', withoutEffect: 'The schedule has taken its place.' },
  apiserver_internal_port: { type: 'text', property: 'apiServer.containerPort' },
  apiserver_service_port: { type: 'text', property: 'apiServer.servicePort', crd: true },
  'logging.formatter': { type: 'text', property: 'logging.formatter' },
  'logging.ansi_enabled': { type: 'text', property: 'logging.colors' },
  'logging.agent.tracing_filter': { type: 'text', property: 'logging.agentFilter' },
  'logging.apiserver.tracing_filter': { type: 'text', property: 'logging.apiServerFilter' },
  'logging.controller.tracing_filter': { type: 'text', property: 'logging.controllerFilter' },
  'placement.agent.tolerations': { type: 'list', property: 'agent.tolerations' },
  'placement.agent.priorityClassName': { type: 'text', property: 'agent.priorityClassName' },
  'placement.apiserver.tolerations': { type: 'list', property: 'apiServer.tolerations' },
  'placement.apiserver.nodeSelector': { type: 'map', property: 'apiServer.nodeSelector' },
  'placement.apiserver.podAffinity': { type: 'map' },
  'placement.apiserver.podAntiAffinity': { type: 'map' },
  'placement.apiserver.priorityClassName': { type: 'text', property: 'apiServer.priorityClassName' },
  'placement.apiserver.topologySpreadConstraints': {
    type: 'list',
    withoutEffect: 'The chart gives it to the agent, which runs on every node anyway, and not to the API server.',
  },
  'placement.controller.tolerations': { type: 'list', property: 'controller.tolerations' },
  'placement.controller.nodeSelector': { type: 'map', property: 'controller.nodeSelector' },
  'placement.controller.podAffinity': { type: 'map' },
  'placement.controller.podAntiAffinity': { type: 'map' },
  'placement.controller.priorityClassName': { type: 'text', property: 'controller.priorityClassName' },
  podLabels: { type: 'map', property: 'podLabels' },
  'prometheus.controller.serviceMonitor.enabled': { type: 'flag', property: 'serviceMonitor' },
  'resources.agent.resources': { type: 'map', property: 'agent.resources' },
  'resources.apiserver.resources': { type: 'map', property: 'apiServer.resources' },
  'resources.controller.resources': { type: 'map', property: 'controller.resources' },
} satisfies Record<string, ChartValueModel>;
