import { osContext } from '../../settings/model/os-context';
import { nodeData } from '../assembly/nodes';
import { controlData } from '../control-data';
import { issueData } from '../settings/issues';
import { factsOf } from '../settings/setting-facts';
import { settingLink } from './links';
import { FleetReport, isFine, NodeReport } from './model';

/** A report as JSON: all keys are there, with null for what there is nothing to say of. */
export function reportData(report: FleetReport): Record<string, unknown> {
  const { context } = osContext({});
  return {
    ok: isFine(report.nodes),
    nodes: report.nodes.map(dataOf),
    reference: report.reference.map(({ setting }) => ({
      ...factsOf(setting, context),
      see: settingLink(setting.path),
    })),
  };
}

function dataOf(report: NodeReport): Record<string, unknown> {
  const { of, node, hardware, settings, findings, hardening } = report;
  const { image, launch } = node;
  return {
    ...nodeData(of, node),
    region: of.region ?? null,
    latest: image.isLatest ?? null,
    fips: image.fips ?? null,
    ok: isFine([report]),
    hardware: hardware.map(({ instanceType, architecture, accelerator }) => ({
      instanceType,
      architecture: architecture ?? null,
      accelerator: accelerator ?? null,
    })),
    httpTokens: launch?.httpTokens ?? null,
    hopLimit: launch?.hopLimit ?? null,
    volumes: (launch?.volumes ?? []).map(({ deviceName, sizeGiB, encrypted }) => ({
      deviceName: deviceName ?? null,
      sizeGiB: sizeGiB ?? null,
      encrypted: encrypted ?? null,
    })),
    settings: settings.differing.map(({ path, value, setting }) => ({
      path,
      value,
      default: setting?.defaultDoc ?? setting?.default ?? null,
      reference: setting?.path ?? null,
    })),
    settingsAtDefault: settings.atDefault,
    issues: findings.map(({ issue, location }) => ({ ...issueData(issue), location })),
    hardening: hardening.map(controlData),
  };
}
