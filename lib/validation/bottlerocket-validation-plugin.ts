import type {
  IPolicyValidationContext,
  IPolicyValidationPlugin,
  PolicyValidationPluginReport,
  PolicyViolation,
} from 'aws-cdk-lib';
import { existsSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { AssemblyFinding } from './check-assembly';

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
    const findings = [...byFolder(context.templatePaths)].flatMap(([folder, files]) => check(folder, files));
    return {
      success: findings.every(({ issue }) => String(issue.severity) !== 'error'),
      violations: violationsOf(findings),
    };
  }
}

/** What only an app needs that registers the plugin is loaded when it runs. */
function rules(): typeof import('./generated/rules.generated') {
  // eslint-disable-next-line no-restricted-syntax, @typescript-eslint/no-require-imports -- loaded when first needed
  return require('./generated/rules.generated') as typeof import('./generated/rules.generated');
}

function check(folder: string, files: readonly string[]): AssemblyFinding[] {
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
function violationsOf(findings: readonly AssemblyFinding[]): PolicyViolation[] {
  const violations = new Map<string, PolicyViolation>();
  for (const { node, issue, location, of } of findings) {
    const { code, severity, path, message, received, expected, fix, line, column } = issue;
    const place = line === undefined ? path : `${path} (line ${line}, column ${column})`;
    const description = [
      `${place}: ${message}`,
      ...(received === undefined ? [] : [`Received: ${received}.`]),
      ...(expected === undefined ? [] : [`Allowed: ${expected}.`]),
    ].join(' ');
    const key = JSON.stringify([code, description]);
    const violation = violations.get(key) ?? {
      ruleName: code,
      description,
      fix,
      severity,
      violatingResources: [],
    };
    violation.violatingResources.push({
      resourceLogicalId: node.logicalId,
      templatePath: of.file,
      locations: [location],
    });
    violations.set(key, violation);
  }
  return [...violations.values()];
}
