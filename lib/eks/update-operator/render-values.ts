import { CDK_TOKENS } from '../../private/cdk-tokens';
import { ChartValues } from './chart-values';
import { PodToleration, renderToleration } from './toleration';
import { BottlerocketUpdateOperatorProps, PodResources } from './update-operator-props';
import { UpdateConcurrency } from './update-concurrency';
import { UpdateSchedule } from './update-schedule';

/** What is worked out before. */
export interface KnownValues {
  readonly namespace: string;
  readonly image: string | undefined;
  /** All tolerations of the agent, known at synthesis. */
  readonly agentTolerations: unknown;
}

/** The values of the charts. Numbers and flags are text there. */
export function renderValues(props: BottlerocketUpdateOperatorProps, known: KnownValues): ChartValues {
  const { agent = {}, controller = {}, apiServer = {}, logging = {} } = props;
  const schedule = props.schedule ?? UpdateSchedule.always();
  const concurrency = props.maxConcurrentUpdates ?? UpdateConcurrency.nodes(1);
  return new ChartValues()
    .set('namespace', known.namespace)
    .set('image', known.image)
    .set('scheduler_cron_expression', schedule.expression)
    .set('max_concurrent_updates', concurrency.value)
    .set('exclude_from_lb_wait_time_in_sec', text(props.loadBalancerWait?.toSeconds()))
    .set('apiserver_service_port', text(apiServer.servicePort))
    .set('apiserver_internal_port', text(apiServer.containerPort))
    .set('logging.formatter', logging.formatter)
    .set('logging.ansi_enabled', text(logging.colors))
    .set('logging.agent.tracing_filter', logging.agentFilter)
    .set('logging.apiserver.tracing_filter', logging.apiServerFilter)
    .set('logging.controller.tracing_filter', logging.controllerFilter)
    .set('placement.agent.tolerations', known.agentTolerations)
    .set('placement.agent.priorityClassName', agent.priorityClassName)
    .set('placement.apiserver.tolerations', tolerations(apiServer.tolerations))
    .set('placement.apiserver.nodeSelector', apiServer.nodeSelector)
    .set('placement.apiserver.priorityClassName', apiServer.priorityClassName)
    .set('placement.controller.tolerations', tolerations(controller.tolerations))
    .set('placement.controller.nodeSelector', controller.nodeSelector)
    .set('placement.controller.priorityClassName', controller.priorityClassName)
    .set('podLabels', props.podLabels)
    .set('prometheus.controller.serviceMonitor.enabled', props.serviceMonitor === undefined ? undefined : true)
    .set('resources.agent.resources', resources(agent.resources))
    .set('resources.apiserver.resources', resources(apiServer.resources))
    .set('resources.controller.resources', resources(controller.resources));
}

function text(value: number | boolean | undefined): string | undefined {
  return typeof value === 'number' ? CDK_TOKENS.asText(value) : value?.toString();
}

function tolerations(given: readonly PodToleration[] | undefined): unknown {
  return given?.map(renderToleration);
}

/** Helm merges maps, so that what is not given stays as the chart has it. */
function resources(given: PodResources = {}): Record<string, unknown> | undefined {
  const { cpuRequestMillicores, cpuLimitMillicores, memoryRequest, memoryLimit } = given;
  const quantities = (cpu: number | undefined, memory: string | undefined) => ({
    ...(cpu === undefined ? {} : { cpu: `${cpu}m` }),
    ...(memory === undefined ? {} : { memory: `${memory}Mi` }),
  });
  const parts = {
    requests: quantities(cpuRequestMillicores, text(memoryRequest?.toMebibytes())),
    limits: quantities(cpuLimitMillicores, text(memoryLimit?.toMebibytes())),
  };
  const written = Object.entries(parts).filter(([, part]) => Object.keys(part).length > 0);
  return written.length === 0 ? undefined : Object.fromEntries(written);
}
