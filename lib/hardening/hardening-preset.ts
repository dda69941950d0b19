import { NodePreset } from '../node';
import { BottlerocketIssue, IssueCode } from '../settings';
import type { TomlTable } from '../settings/model/document';
import { OsContext } from '../settings/model/os-context';
import { issue } from '../settings/report';
import { typedSettings } from '../settings/toml/typed-settings';
import { CDK_TOKENS } from '../private/cdk-tokens';
import { ControlStatus, HardeningBenchmark } from './controls/control-result';
import { ControlChoice, chooseControls, controlName } from './controls/control-table';
import { presetSettings } from './controls/preset-settings';
import { judgeControl } from './controls/report-of';

/**
 * Presets that make nodes more secure. Pass them to a node group or capacity provider.
 *
 * They set what the variant and the release of the nodes have. Settings of the cluster and of the node group weigh more;
 * one that breaks a control of the preset is a warning, which can be acknowledged. docs/hardening.md says what each of
 * them sets, and what that takes away.
 */
export class HardeningPreset {
  /**
   * What the CIS Bottlerocket Benchmark asks for on level 1. Images keep it by default; with the preset, it does not depend
   * on their defaults any more, and settings against it are found.
   *
   * @see https://www.cisecurity.org/benchmark/bottlerocket
   */
  public static cisLevel1(): NodePreset {
    return preset('CIS Bottlerocket level 1', { benchmarks: [HardeningBenchmark.CIS_BOTTLEROCKET], level: 1 });
  }

  /**
   * What the CIS Bottlerocket Benchmark asks for on level 2, level 1 included. Firewall rules are not among it, since no
   * setting makes them.
   *
   * @see https://www.cisecurity.org/benchmark/bottlerocket
   */
  public static cisLevel2(): NodePreset {
    return preset('CIS Bottlerocket level 2', { benchmarks: [HardeningBenchmark.CIS_BOTTLEROCKET], level: 2 });
  }

  /**
   * What the CIS Kubernetes Benchmark asks for of nodes: the default seccomp profile for pods. On nodes of Amazon ECS it
   * sets nothing.
   *
   * @see https://www.cisecurity.org/benchmark/kubernetes
   */
  public static cisKubernetes(): NodePreset {
    return preset('CIS Kubernetes', { benchmarks: [HardeningBenchmark.CIS_KUBERNETES] });
  }

  /**
   * What the maintainers of Bottlerocket advise, and AWS for its instances: lockdown of the kernel, no admin container, no
   * privileged containers on Amazon ECS, the default seccomp profile for pods on Amazon EKS.
   *
   * @see https://github.com/bottlerocket-os/bottlerocket/blob/develop/SECURITY_GUIDANCE.md
   */
  public static securityGuidance(): NodePreset {
    return preset('Security guidance', { benchmarks: [HardeningBenchmark.SECURITY_GUIDANCE] });
  }

  private constructor() {}
}

function preset(name: string, choice: ControlChoice): NodePreset {
  return NodePreset._adaptive(name, typedSettings(presetSettings(choice)).settings, {
    settingsFor: (os) => typedSettings(presetSettings(choice, os)).settings,
    check: (document, os) => checkOverrides(name, choice, document, os),
  });
}

/** Finds settings that keep controls of a preset from holding. What nobody has set is not held against anyone. */
function checkOverrides(name: string, choice: ControlChoice, document: TomlTable, os: OsContext): BottlerocketIssue[] {
  return chooseControls(choice).flatMap((chosen) => {
    const { title, evidence } = judgeControl(chosen, document, { os, tokens: CDK_TOKENS });
    return evidence
      .filter(({ status, received }) => status === ControlStatus.BROKEN && received !== undefined)
      .map(({ path, received, expected }) => ({
        ...issue(IssueCode.HARDENING_CONTROL_BROKEN, {
          path,
          message: `A control of the preset ${name} does not hold: ${chosen.control.id} of ${chosen.benchmark.title}, ${title}.`,
          received,
          expected,
        }),
        control: controlName(chosen),
        // Replaced by the names of the sources, where they have any.
        source: SETTINGS_WITHOUT_NAME,
      }));
  });
}

/** What users set without saying where it comes from. */
const SETTINGS_WITHOUT_NAME = 'settings of the nodes';
