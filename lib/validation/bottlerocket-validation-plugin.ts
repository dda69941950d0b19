import type {
  IPolicyValidationContext,
  IPolicyValidationPlugin,
  PolicyValidationPluginReport,
  PolicyViolation,
} from 'aws-cdk-lib';
import { existsSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { BottlerocketIssue } from '../settings/issue';
import type { AssemblyNode } from './check-assembly';
import { showUnreadReport } from './unread-report';

/**
 * Checks every Bottlerocket node of an app at synthesis, made by this library or not: what the OS would refuse of its user
 * data, and what is wrong with image, instance types, volumes and access to the cluster.
 *
 * ```ts
 * Validations.of(app).addPlugins(new BottlerocketValidationPlugin());
 * ```
 *
 * docs/rules.md lists what is found, and how to acknowledge it.
 */
export class BottlerocketValidationPlugin implements IPolicyValidationPlugin {
  /**
   * The name in reports, and in ids to acknowledge: `cdk-bottlerocket::InvalidToml`.
   */
  public readonly name = 'cdk-bottlerocket';

  /**
   * The rules for nodes, beside the codes of what is wrong with settings.
   */
  public get ruleIds(): string[] | undefined {
    return [...rules().TEMPLATE_RULES];
  }

  /**
   * Checks templates. The CDK calls it.
   *
   * @param context the templates of the app
   */
  public validate(context: IPolicyValidationContext): PolicyValidationPluginReport {
    const nodes = [...byFolder(context.templatePaths)].flatMap(([folder, files]) => check(folder, files));
    const violations = violationsOf(nodes);
    showUnreadReport(this.name);
    return { success: violations.every(({ severity }) => severity !== 'error'), violations };
  }
}

/** What only an app needs that registers the plugin is loaded when it runs. */
function rules(): typeof import('./generated/rules.generated') {
  // eslint-disable-next-line no-restricted-syntax, @typescript-eslint/no-require-imports -- loaded when first needed
  return require('./generated/rules.generated') as typeof import('./generated/rules.generated');
}

function check(folder: string, files: readonly string[]): AssemblyNode[] {
  // eslint-disable-next-line no-restricted-syntax, @typescript-eslint/no-require-imports -- as above
  const { answer, checkTemplates } = require('./check-assembly') as typeof import('./check-assembly');
  // eslint-disable-next-line no-restricted-syntax, @typescript-eslint/no-require-imports -- as above
  const { readAssembly, readTemplate } = require('./assembly') as typeof import('./assembly');
  const read = (file: string) => (existsSync(file) ? readFileSync(file, 'utf8') : undefined);
  const templates = existsSync(`${folder}/manifest.json`)
    ? answer(readAssembly(folder, files), read)
    : files.map((file) => readTemplate(file, readFileSync(file, 'utf8')));
  return checkTemplates(templates);
}

function byFolder(files: readonly string[]): ReadonlyMap<string, string[]> {
  const folders = new Map<string, string[]>();
  for (const file of new Set(files)) {
    const folder = dirname(file);
    folders.set(folder, [...(folders.get(folder) ?? []), `${folder}/${file.slice(folder.length + 1)}`]);
  }
  return folders;
}

/** One violation for everything that is said in the same words. */
function violationsOf(nodes: readonly AssemblyNode[]): PolicyViolation[] {
  const violations = new Map<string, PolicyViolation>();
  for (const { node, findings, of } of nodes) {
    for (const { issue, location } of findings) {
      const { code, severity, fix } = issue;
      const description = descriptionOf(issue);
      const key = JSON.stringify([code, description]);
      const violation = violations.get(key) ?? { ruleName: code, description, fix, severity, violatingResources: [] };
      const resource = { resourceLogicalId: node.logicalId, templatePath: of.file, locations: [location] };
      violation.violatingResources.push(resource);
      violations.set(key, violation);
    }
  }
  return [...violations.values()];
}

function descriptionOf({ path, message, received, expected, line, column }: BottlerocketIssue): string {
  const place = line === undefined ? path : `${path} (line ${line}, column ${column})`;
  return [
    `${place}: ${message}`,
    ...(received === undefined ? [] : [`Received: ${received}.`]),
    ...(expected === undefined ? [] : [`Allowed: ${expected}.`]),
  ].join(' ');
}
