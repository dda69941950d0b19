import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { FOLDER, ROOT, run } from './process';

export const EXAMPLES = join(ROOT, 'examples');

/** Where two JSON values differ, as paths. */
export function differences(expected: unknown, received: unknown, path = ''): string[] {
  if (isObject(expected) && isObject(received) && Array.isArray(expected) === Array.isArray(received)) {
    const keys = new Set([...Object.keys(expected), ...Object.keys(received)]);
    return [...keys].flatMap((key) => differences(expected[key], received[key], `${path}/${key}`));
  }
  if (Object.is(expected, received)) {
    return [];
  }
  return [`${path}: ${JSON.stringify(expected)} in TypeScript, ${JSON.stringify(received)} here`];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/**
 * Runs an app in another language and compares its template with that of the example in TypeScript. Nothing is left out:
 * templates of apps that are run without the CDK CLI have no paths in them.
 */
export function expectTwin(example: string, language: string, synthesise: (env: Record<string, string>) => void): void {
  const expected = synthesised(example, 'typescript', (env) => {
    run('tsx', ['--tsconfig', 'tsconfig.dev.json', join('examples', example, 'app.ts')], { env });
  });
  const found = differences(expected, synthesised(example, language, synthesise));
  if (found.length > 0) {
    throw new Error(`examples/${example} is another template in ${language}:\n${found.slice(0, 20).join('\n')}`);
  }
}

function synthesised(example: string, language: string, synthesise: (env: Record<string, string>) => void): unknown {
  const folder = join(FOLDER, 'out', `${example}-${language}`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  synthesise({
    CDK_OUTDIR: folder,
    // Which versions of Node.js are tested is said elsewhere.
    JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION: 'true',
    JSII_SILENCE_WARNING_UNTESTED_NODE_VERSION: 'true',
  });
  const template: unknown = JSON.parse(readFileSync(join(folder, 'BottlerocketDemo.template.json'), 'utf8'));
  if (!isObject(template) || !isObject(template.Resources) || Object.keys(template.Resources).length === 0) {
    throw new Error(`examples/${example} has no resources in ${language}`);
  }
  return template;
}
