import { createHash } from 'node:crypto';
import { ControlStatus } from '../../hardening/controls/control-result';
import { IssueSeverity } from '../../settings/issue';
import { osContext } from '../../settings/model/os-context';
import { factsOf } from '../settings/setting-facts';
import { settingLink } from './links';
import { breakable, html, Markup, prose } from './markup';
import { countOf, FleetReport, NodeReport, ReferenceEntry } from './model';
import { defaultText, hardwareText, nodeSection, versionText } from './node-section';
import { STYLE } from './style';
import { tableOf } from './table';

/** The report as a page that needs no other file, no network and no script. The same report makes the same page. */
export function htmlReport({ nodes, reference }: FleetReport, version: string): string {
  const anchors = new Map(reference.map(({ id, setting }) => [setting.path, id]));
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta http-equiv="Content-Security-Policy" content="${POLICY}" />
        <title>Bottlerocket nodes</title>
        ${STYLE_ELEMENT}
      </head>
      <body>
        <a class="skip" href="#report">Skip to the report</a>
        <header>
          <h1>Bottlerocket nodes</h1>
          ${counts(nodes)}
        </header>
        <main id="report" tabindex="-1">
          ${nodes.length === 0 ? html`<p>There are no Bottlerocket nodes in this app.</p>` : overview(nodes)}
          ${nodes.map((node) => nodeSection(node, anchors))}${reference.length === 0 ? '' : referenceSection(reference)}
        </main>
        <footer>
          <p>
            Made from templates by cdk-bottlerocket ${version}. What is only known at deployment, and what nodes do when
            they run, is not in here.
          </p>
        </footer>
      </body>
    </html> `.text;
}

/** Its text must be the one that the policy allows, to the last blank. */
const STYLE_ELEMENT = new Markup(`<style>${STYLE}</style>`);

/** Nothing is loaded and nothing runs, even if something should ever get past the escaping. */
const POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

function counts(nodes: readonly NodeReport[]): Markup {
  const errors = countOf(nodes, IssueSeverity.ERROR);
  const warnings = countOf(nodes, IssueSeverity.WARNING);
  const broken = nodes.flatMap(brokenOf).length;
  const item = (count: number, one: string, many: string, look: string) =>
    html`<li class="badge ${count === 0 ? 'fine' : look}">${count} ${count === 1 ? one : many}</li> `;
  return html`<ul class="counts">
    <li class="badge open">${nodes.length} ${nodes.length === 1 ? 'group of nodes' : 'groups of nodes'}</li>
    ${item(errors, 'error', 'errors', 'error')}${item(warnings, 'warning', 'warnings', 'warning')}${item(broken, 'control that does not hold', 'controls that do not hold', 'warning')}
  </ul>`;
}

function brokenOf({ hardening }: NodeReport): unknown[] {
  return hardening.filter(({ status }) => status === ControlStatus.BROKEN);
}

function overview(nodes: readonly NodeReport[]): Markup {
  const rows = nodes.map((node) => {
    const { id, name, hardware, settings, node: of } = node;
    const errors = countOf([node], IssueSeverity.ERROR);
    const warnings = countOf([node], IssueSeverity.WARNING);
    return [
      html`<a href="#${id}">${breakable(name)}</a>`,
      of.image.variant ?? 'not known',
      versionText(of),
      hardware.length === 0 ? 'not known' : hardware.map(hardwareText).join(', '),
      html`<a href="#${id}.settings">${settings.differing.length}</a>`,
      html`<a href="#${id}.findings">${foundText(errors, warnings)}</a>`,
      html`<a href="#${id}.hardening">${brokenOf(node).length}</a>`,
    ];
  });
  return html`<nav aria-label="Nodes">
    ${tableOf('All nodes', ['Nodes', 'Variant', 'Version', 'Hardware', 'Settings', 'Findings', 'Controls that do not hold'], rows)}
  </nav>`;
}

function foundText(errors: number, warnings: number): string {
  const counted = [count(errors, 'error'), count(warnings, 'warning')].filter((text) => text !== undefined);
  return counted.length === 0 ? 'none' : counted.join(', ');
}

function count(number: number, word: string): string | undefined {
  return number === 0 ? undefined : `${number} ${word}${number === 1 ? '' : 's'}`;
}

/** What the settings mean, once for all nodes. */
function referenceSection(reference: readonly ReferenceEntry[]): Markup {
  const { context } = osContext({});
  return html`<section class="reference" aria-labelledby="reference">
    <h2 id="reference"><a href="#reference">What the settings mean</a></h2>
    <dl>
      ${reference.map(({ id, setting }) => {
        const { constraint, since } = factsOf(setting, context);
        return html`<dt id="${id}">
            <a href="${settingLink(setting.path)}"><code>${setting.path}</code></a>
          </dt>
          <dd>${prose(setting.doc)}</dd>
          <dd class="soft">
            Allowed: ${prose(constraint)}. Default: ${defaultText(setting)}. Since:
            ${since ?? 'every release since 1.14'}.
          </dd> `;
      })}
    </dl>
  </section> `;
}
