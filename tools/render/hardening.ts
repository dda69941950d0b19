import type { BenchmarkModel, ControlModel, NeedModel, UnsetModel } from '../../lib/hardening/controls/control-model';
import { HEADER, literal, MARKDOWN_HEADER } from './source';

/** The controls, as lib/hardening needs them. */
export function renderHardening(benchmarks: readonly BenchmarkModel[]): string {
  return [
    HEADER,
    "\nimport type { BenchmarkModel } from '../controls/control-model';\n",
    `\nexport const BENCHMARKS: readonly BenchmarkModel[] = ${JSON.stringify(benchmarks)};\n`,
  ].join('');
}

/** docs/hardening.md */
export function renderHardeningPage(benchmarks: readonly BenchmarkModel[]): string {
  return `${MARKDOWN_HEADER}
# Hardening

What makes a node secure, control by control. \`HardeningPreset\` sets what settings can do for it, beneath the settings
of users; \`HardeningReport\` and \`cdk-bottlerocket hardening report\` say which control holds.

What a control takes away stands in italics. A control holds, does not hold, cannot be seen from the settings, or does not apply to the variant. A value that is only
known at deployment cannot be seen. Nothing here replaces the report of a running node, or an audit: titles are in our
own words, and what an organisation has to fulfil stands in the benchmark itself.

A setting that overrides a preset is a warning with the control in its id:

\`\`\`ts nofixture
import { Validations } from 'aws-cdk-lib';
import { Construct } from 'constructs';

declare const nodegroup: Construct;
Validations.of(nodegroup).acknowledge({
  id: 'cdk-bottlerocket:HardeningControlBroken:cis-bottlerocket-1.5.2',
  reason: 'why this is fine here',
});
\`\`\`

${benchmarks.map(section).join('\n')}`;
}

function section({ id, title, version, see, command, doc, controls }: BenchmarkModel): string {
  const levels = controls.some(({ level }) => level !== undefined);
  const heading = ['Control', ...(levels ? ['Level'] : []), 'What holds', 'By default', 'Decided by', 'Presets set'];
  const rows = controls.map((control) =>
    [
      levels ? control.id : `[${control.id}](${control.see})`,
      ...(levels ? [String(control.level)] : []),
      control.title + (control.costs === undefined ? '' : `.<br>_${control.costs}_`),
      control.unseen === undefined ? byDefault(control.unset ?? []) : '',
      decidedBy(control),
      (control.needs ?? []).flatMap(presetSets).join('<br>'),
    ].map(cell),
  );
  const about = [
    `[${title}](${see})${version === undefined ? '' : ` ${version}`}, \`${id}\`.`,
    ...(command === undefined ? [] : [`On a running node, \`${command}\` reports about it.`]),
    doc,
  ];
  return `## ${title}

${about.join(' ')}

| ${heading.join(' | ')} |
|${heading.map(() => '---').join('|')}|
${rows.map((row) => `| ${row.join(' | ')} |`).join('\n')}
`;
}

function byDefault(rules: readonly UnsetModel[]): string {
  return rules.length === 1
    ? outcomeOf(rules[0]!)
    : rules.map((rule) => `${conditionsOf(rule)}: ${outcomeOf(rule)}`).join('<br>');
}

function conditionsOf({ nvidia, families, kubernetes }: UnsetModel): string {
  const conditions = [
    ...(nvidia === true ? ['NVIDIA drivers'] : []),
    ...(families ?? []),
    ...(kubernetes === undefined ? [] : [`Kubernetes ${kubernetes} or newer`]),
  ];
  return conditions.length === 0 ? 'others' : conditions.join(', ');
}

function outcomeOf({ is, because }: UnsetModel): string {
  return { holds: 'holds', breaks: 'does not hold', unseen: because ?? 'not established' }[is];
}

function decidedBy({ needs = [], fact, manual, unseen = '' }: ControlModel): string {
  const paths = [...new Set(needs.map(({ path }) => (path[1] === 'sysctl' ? 'kernel.sysctl' : path.join('.'))))];
  return [
    ...paths.map((path) => `\`${path}\``),
    ...(fact === undefined ? [] : ['the launch template']),
    ...(manual === true ? ['judged by people'] : []),
    ...(unseen === '' ? [] : [unseen]),
  ].join('. ');
}

function presetSets({ path, set, notWith }: NeedModel): string[] {
  const exception = notWith === undefined ? '' : ', not with NVIDIA drivers';
  return set === undefined ? [] : [`\`${path[1] === 'sysctl' ? path[2] : path.at(-1)}\`: ${literal(set)}${exception}`];
}

function cell(text: string): string {
  return text.replace(/\|/g, '\\|');
}
