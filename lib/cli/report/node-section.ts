import { basename } from 'node:path';
import { ControlResult, ControlStatus } from '../../hardening/controls/control-result';
import { benchmarks } from '../../hardening/controls/control-table';
import { countText, STATUS_WORDS } from '../../hardening/controls/report-markdown';
import { IssueSeverity } from '../../settings/issue';
import { LaunchVolume, NodeKind, TemplateNode } from '../../template';
import { codeLink } from './links';
import { breakable, Content, html, Markup } from './markup';
import { InstanceFacts, NodeReport } from './model';
import { tableOf } from './table';

const UNKNOWN = 'not known from the template';

/** Everything about one kind of nodes. `anchors` has those of the settings. */
export function nodeSection(report: NodeReport, anchors: ReadonlyMap<string, string>): Markup {
  const { id, name } = report;
  return html`<section class="node" aria-labelledby="${id}">
    <h2 id="${id}"><a href="#${id}">${breakable(name)}</a></h2>
    ${facts(report)} ${part(id, 'findings', 'Findings', findings(report))}
    ${part(id, 'settings', 'Settings', settings(report, anchors))}
    ${part(id, 'hardening', 'Hardening', hardening(report))}
  </section> `;
}

function part(id: string, name: string, title: string, content: Markup): Markup {
  return html`<h3 id="${id}.${name}"><a href="#${id}.${name}">${title}</a></h3>
    ${content}`;
}

function facts({ node, of, hardware }: NodeReport): Markup {
  const { kind, image, launch, amiType } = node;
  const { httpTokens, hopLimit, volumes = [] } = launch ?? {};
  const rows: [string, Content][] = [
    ['Kind', kind],
    ['Stack', of.stack === of.file ? basename(of.file) : of.stack],
    ['Region', of.region ?? 'known at deployment'],
    ['Variant', image.variant ?? UNKNOWN],
    ['Version', versionText(node)],
    ['Architecture', image.architecture ?? UNKNOWN],
    ...(amiType === undefined ? [] : [['AMI type', amiType] as [string, Content]]),
    ['Hardware', hardware.length === 0 ? UNKNOWN : hardware.map((type) => html`<div>${hardwareText(type)}</div>`)],
    ['Volumes', volumes.length === 0 ? UNKNOWN : volumes.map((volume) => html`<div>${volumeText(volume)}</div>`)],
    [
      'Instance metadata',
      `sessions ${typeof httpTokens === 'string' ? httpTokens : UNKNOWN}${typeof hopLimit === 'number' ? `, hop limit ${hopLimit}` : ''}`,
    ],
  ];
  return html`<dl class="facts">
    ${rows.map(
      ([name, text]) =>
        html`<div>
          <dt>${name}</dt>
          <dd>${text}</dd>
        </div> `,
    )}
  </dl>`;
}

/** Which release nodes run, as far as the template says. */
export function versionText({ image, kind }: TemplateNode): string {
  if (image.isLatest === true) {
    return 'the latest one, whenever nodes are launched';
  }
  return image.osVersion ?? (kind === NodeKind.MANAGED_NODEGROUP ? 'chosen by Amazon EKS' : UNKNOWN);
}

/** An instance type with what it has. */
export function hardwareText({ instanceType, architecture, accelerator }: InstanceFacts): string {
  const more = [architecture, accelerator].filter((text) => text !== undefined);
  return more.length === 0 ? instanceType : `${instanceType} (${more.join(', ')})`;
}

function volumeText({ deviceName, sizeGiB, encrypted }: LaunchVolume): string {
  const isEncrypted = ['true', 'false'].indexOf(String(encrypted));
  return [
    typeof deviceName === 'string' ? deviceName : 'a device',
    ...(typeof sizeGiB === 'number' ? [`${sizeGiB} GiB`] : typeof sizeGiB === 'string' ? [sizeGiB] : []),
    ...(isEncrypted < 0 ? [] : [isEncrypted === 0 ? 'encrypted' : 'not encrypted']),
  ].join(', ');
}

function findings({ findings: found }: NodeReport): Markup {
  if (found.length === 0) {
    return html`<p>Nothing was found.</p>`;
  }
  return html`<ul class="findings">
    ${found.map(({ issue, location }) => {
      const { code, severity, path, message, received, expected, fix, line, column } = issue;
      const word = severity === IssueSeverity.ERROR ? 'error' : 'warning';
      const place = line === undefined ? location : `${location}, line ${line}, column ${column} of the user data`;
      return html`<li>
        <p><span class="badge ${word}">${word}</span> <a href="${codeLink(code)}">${code}</a> <code>${path}</code></p>
        <p>${message}</p>
        ${received && html`<p><span class="soft">Received:</span> <code>${received}</code></p> `}${expected && html`<p><span class="soft">Allowed:</span> ${expected}</p> `}${fix && html`<p><span class="soft">Fix:</span> ${fix}</p> `}
        <p class="soft">${place}</p>
      </li> `;
    })}
  </ul>`;
}

function settings(
  { node, settings: { differing, atDefault } }: NodeReport,
  anchors: ReadonlyMap<string, string>,
): Markup {
  const { userData } = node;
  const remarks = [
    ...(userData === undefined ? ['There is no user data, or it is only known at deployment.'] : []),
    ...(userData?.mistake === undefined ? [] : ['The user data is not TOML, and its settings cannot be listed.']),
    ...(userData?.isPartial === true
      ? ['Parts of the user data are only known at deployment; there may be more.']
      : []),
    ...(atDefault === 0 ? [] : [`${atDefault} more with the value that the OS has by default.`]),
    ...(userData?.mistake === undefined && userData !== undefined && differing.length + atDefault === 0
      ? ['There are none.']
      : []),
  ];
  const rows = differing.map(({ path, value, setting }) => {
    const anchor = setting && anchors.get(setting.path);
    const name = html`<code>${path}</code>`;
    return [
      anchor === undefined ? name : html`<a href="#${anchor}">${name}</a>`,
      html`<code>${value}</code>`,
      setting === undefined ? 'no setting of the OS' : defaultText(setting),
    ];
  });
  return html`${
    rows.length === 0
      ? ''
      : tableOf(
          'Settings that differ, or may differ, from the defaults of the OS',
          ['Setting', 'Value', 'Default'],
          rows,
        )
  }${remarks.map((text) => html`<p class="soft">${text}</p> `)}`;
}

/** What the OS does without a setting. */
export function defaultText({
  defaultDoc,
  default: value,
}: {
  readonly defaultDoc?: string;
  readonly default?: unknown;
}): Content {
  return defaultDoc ?? (value === undefined ? 'not set' : html`<code>${JSON.stringify(value)}</code>`);
}

const CLASSES: Readonly<Record<ControlStatus, string>> = {
  [ControlStatus.HOLDS]: 'fine',
  [ControlStatus.BROKEN]: 'error',
  [ControlStatus.UNSEEN]: 'open',
  [ControlStatus.NOT_APPLICABLE]: 'open',
};

function hardening({ hardening: results }: NodeReport): Markup {
  const parts = benchmarks().flatMap(({ id, title, version, see }) => {
    const own = results.filter(({ benchmark }) => String(benchmark) === id);
    const broken = own.filter(({ status }) => status === ControlStatus.BROKEN);
    const others = own.filter(({ status }) => status !== ControlStatus.BROKEN);
    const name = html`<a href="${see}">${title}</a>${version === undefined ? '' : ` ${version}`}`;
    return own.length === 0
      ? []
      : [
          html`<p>${name}: ${countText(own)}.</p>
            ${broken.length === 0 ? '' : controls(`${title}: controls that do not hold`, broken)}${
              others.length === 0
                ? ''
                : html`<details>
                    <summary>
                      ${title}: ${broken.length === 0 ? 'all' : 'the other'} controls (${others.length})
                    </summary>
                    ${controls(`${title}: controls that hold or cannot be seen`, others)}
                  </details> `
            }`,
        ];
  });
  return parts.length === 0 ? html`<p>Not judged: the image is not Bottlerocket.</p>` : html`${parts}`;
}

function controls(caption: string, results: readonly ControlResult[]): Markup {
  const hasLevels = results.some(({ level }) => level !== undefined);
  return tableOf(
    caption,
    ['Control', ...(hasLevels ? ['Level'] : []), 'What holds', 'Status', 'Why'],
    results.map(({ control, level, title, status, why }) => [
      control,
      ...(hasLevels ? [level ?? ''] : []),
      title,
      html`<span class="badge ${CLASSES[status]}">${STATUS_WORDS[status]}</span>`,
      why,
    ]),
  );
}
