/**
 * Writes everything that is derived from `schema/` and from what was measured, or with `--check` fails when a file is not what it would write.
 *
 * Usage: tsx tools/generate.ts [--check]
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { keptResults } from '../bench/results';
import { renderHardening, renderHardeningPage } from './render/hardening';
import { renderImageLockSchema } from './render/image-lock-schema';
import { renderInstanceFamilies } from './render/instance-families';
import { renderErrorsPage, renderIssueCodes, renderIssueTable } from './render/issues';
import { renderKarpenter, renderKubeletFields } from './render/karpenter';
import { withMeasurements } from './render/measurements';
import { renderModelTable } from './render/model-table';
import { renderReference } from './render/reference';
import { renderRules, renderRulesPage } from './render/rules';
import { renderSettingsPage } from './render/settings-page';
import { renderStructs } from './render/structs';
import { renderUpdateOperator } from './render/update-operator';
import { renderVariants } from './render/variants';
import { renderVpcEndpoints, renderVpcEndpointsPage } from './render/vpc-endpoints';
import { loadSchema } from './schema/load';
import { loadInstanceFamilies } from './schema/load-families';
import { loadHardening } from './schema/load-hardening';
import { loadKarpenter } from './schema/load-karpenter';
import { loadRules } from './schema/load-rules';
import { loadUpdateOperator } from './schema/load-update-operator';
import { loadVariants } from './schema/load-variants';
import { loadVpcEndpoints } from './schema/load-vpc-endpoints';

const ROOT = join(__dirname, '..');
const GENERATED = join(ROOT, 'lib', 'settings', 'generated');
const GENERATED_OS = join(ROOT, 'lib', 'os', 'generated');
const GENERATED_NODE = join(ROOT, 'lib', 'node', 'generated');
const GENERATED_VALIDATION = join(ROOT, 'lib', 'validation', 'generated');
const GENERATED_EKS = join(ROOT, 'lib', 'eks', 'generated');
const GENERATED_HARDENING = join(ROOT, 'lib', 'hardening', 'generated');

async function outputs(): Promise<Map<string, string>> {
  const schema = loadSchema(join(ROOT, 'schema'));
  const files = new Map<string, string>();
  for (const [name, text] of renderStructs(schema)) {
    files.set(join(GENERATED, name), text);
  }
  files.set(join(GENERATED, 'issue-code.generated.ts'), renderIssueCodes(schema));
  files.set(join(GENERATED, 'issue-table.generated.ts'), renderIssueTable(schema));
  files.set(join(GENERATED, 'model.generated.ts'), renderModelTable(schema));
  files.set(join(GENERATED, 'reference.generated.ts'), renderReference(schema));
  const variants = loadVariants(join(ROOT, 'schema', 'os-variants.yaml'), Object.keys(schema.families));
  files.set(join(GENERATED, 'variants.generated.ts'), renderVariants(variants));
  const { asOf, families } = loadInstanceFamilies(join(ROOT, 'schema', 'instance-families.yaml'));
  files.set(join(GENERATED_OS, 'instance-families.generated.ts'), renderInstanceFamilies(asOf, families));
  const updateOperator = loadUpdateOperator(join(ROOT, 'schema', 'update-operator.yaml'));
  files.set(join(GENERATED_EKS, 'update-operator.generated.ts'), renderUpdateOperator(updateOperator));
  const benchmarks = loadHardening(join(ROOT, 'schema', 'hardening.yaml'));
  files.set(join(GENERATED_HARDENING, 'controls.generated.ts'), renderHardening(benchmarks));
  files.set(join(ROOT, 'docs', 'hardening.md'), renderHardeningPage(benchmarks));
  const karpenter = loadKarpenter(join(ROOT, 'schema', 'karpenter.yaml'));
  files.set(join(GENERATED_EKS, 'karpenter.generated.ts'), renderKarpenter(karpenter));
  files.set(join(GENERATED, 'kubelet-fields.generated.ts'), renderKubeletFields(karpenter));
  const vpcEndpoints = loadVpcEndpoints(join(ROOT, 'schema', 'vpc-endpoints.yaml'));
  files.set(join(GENERATED_NODE, 'vpc-endpoints.generated.ts'), renderVpcEndpoints(vpcEndpoints));
  files.set(join(ROOT, 'docs', 'vpc-endpoints.md'), renderVpcEndpointsPage(vpcEndpoints));
  const rules = loadRules(join(ROOT, 'schema', 'rules.yaml'), schema.issues);
  files.set(join(GENERATED_VALIDATION, 'rules.generated.ts'), renderRules(rules));
  files.set(join(ROOT, 'docs', 'rules.md'), renderRulesPage(rules));
  files.set(join(ROOT, 'docs', 'settings.md'), renderSettingsPage(schema));
  files.set(join(ROOT, 'docs', 'image-lock.schema.json'), renderImageLockSchema());
  files.set(join(ROOT, 'docs', 'errors.md'), renderErrorsPage(schema));
  const readme = join(ROOT, 'README.md');
  const measured = withMeasurements(readFileSync(readme, 'utf8'), keptResults());
  files.set(readme, await format(measured, { parser: 'markdown', ...(await resolveConfig(readme)) }));
  for (const [file, text] of files) {
    if (file.endsWith('.ts')) {
      files.set(file, await format(text, { parser: 'typescript', singleQuote: true, printWidth: 120 }));
    }
  }
  return files;
}

/** What is made by the library itself, from the files above once they are written. */
async function outputsOfLibrary(): Promise<Map<string, string>> {
  const { settingsSchema } = await import('../lib/settings/json-schema.js');
  const text = JSON.stringify(settingsSchema(), undefined, 2);
  return new Map([[join(ROOT, 'docs', 'settings.schema.json'), `${text}\n`]]);
}

/** Files in the generated folders that nothing generates any more. */
function orphans(files: ReadonlyMap<string, string>): string[] {
  return [GENERATED, GENERATED_OS, GENERATED_NODE, GENERATED_VALIDATION, GENERATED_EKS, GENERATED_HARDENING]
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
    .filter((file) => !files.has(file));
}

async function main(args: readonly string[]): Promise<number> {
  const check = args.includes('--check');
  const files = await outputs();
  const left = orphans(files);
  let written = 0;
  const settle = (made: ReadonlyMap<string, string>): void => {
    for (const [file, text] of made) {
      if (existsSync(file) && readFileSync(file, 'utf8') === text) {
        continue;
      }
      written++;
      if (check) {
        complain(file);
      } else {
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, text);
      }
    }
  };
  left.forEach((file) => (check ? complain(file) : rmSync(file)));
  settle(files);
  const more = await outputsOfLibrary();
  settle(more);
  if (check) {
    return written + left.length === 0 ? 0 : 1;
  }
  console.log(`${files.size + more.size} files, ${written} written, ${left.length} removed`);
  return 0;
}

function complain(file: string): void {
  console.error(`${relative(ROOT, file)} is not what its source says; run npm run generate`);
}

main(process.argv.slice(2)).then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 2;
  },
);
