import { App, NestedStack, Stack, Stage } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readNodes } from '../../lib/template';
import { AssemblyTemplate, readAssembly, readTemplate } from '../../lib/validation/assembly';
import { answer } from '../../lib/validation/check-assembly';

const read = (file: string) => (existsSync(file) ? readFileSync(file, 'utf8') : undefined);
const USER_DATA = ec2.UserData.custom('[settings.ecs]\ncluster = "a"\n');

describe('an assembly with stages and nested stacks', () => {
  const outdir = mkdtempSync(join(tmpdir(), 'assembly-'));
  let templates: AssemblyTemplate[];

  beforeAll(() => {
    // As the command line of the CDK does it.
    const app = new App({
      outdir,
      context: { 'aws:cdk:enable-path-metadata': true, 'aws:cdk:enable-asset-metadata': true },
    });
    const stack = new Stack(app, 'Top', { env: { region: 'eu-west-3', account: '123456789012' } });
    new ec2.LaunchTemplate(stack, 'One', { userData: USER_DATA });
    new ec2.LaunchTemplate(new NestedStack(stack, 'Nested'), 'Two', { userData: USER_DATA });
    const inner = new Stack(new Stage(new Stage(app, 'Stage'), 'Inner'), 'Deep');
    new ec2.LaunchTemplate(inner, 'Three', { userData: USER_DATA });
    app.synth();
    templates = answer(readAssembly(outdir), read);
  });

  afterAll(() => rmSync(outdir, { recursive: true }));

  test('all nodes are found, with their construct paths', () => {
    const paths = templates.flatMap(({ template }) => readNodes(template)).map(({ path }) => path);
    expect(paths.sort()).toEqual(['Stage/Inner/Deep/Three/Resource', 'Top/Nested/Two/Resource', 'Top/One/Resource']);
  });

  test('stacks have the names that the command line of the CDK shows, and their regions', () => {
    expect(templates.map(({ stack, region }) => [stack.replace(/\/NestedN.*$/, '/(nested)'), region]).sort()).toEqual([
      ['Stage/Inner/Deep', undefined],
      ['Top', 'eu-west-3'],
      ['Top/(nested)', 'eu-west-3'],
    ]);
  });

  test('only the templates that are asked for are read, with those nested in them', () => {
    const some = answer(readAssembly(outdir, [`${outdir}/Top.template.json`]), read);
    expect(some.map(({ file }) => file.slice(outdir.length + 1))).toEqual([
      'Top.template.json',
      expect.stringMatching(/^TopNested.*\.nested\.template\.json$/) as string,
    ]);
  });
});

test.each<[name: string, files: Record<string, string>, message: RegExp]>([
  ['no manifest', {}, /^out\/manifest\.json cannot be read: it does not exist\.$/],
  ['a manifest that is no JSON', { 'out/manifest.json': '{' }, /^out\/manifest\.json cannot be read: it is not a JSON/],
  ['a manifest that is a list', { 'out/manifest.json': '[]' }, /it is not a JSON object/],
  [
    'a template that is gone',
    {
      'out/manifest.json': JSON.stringify({
        artifacts: { A: { type: 'aws:cloudformation:stack', properties: { templateFile: 'A.json' } } },
      }),
    },
    /^out\/A\.json cannot be read: it does not exist\.$/,
  ],
])('%s is an error that names the file', (_, files, message) => {
  expect(() => answer(readAssembly('out'), (file) => files[file])).toThrow(message);
});

test('a manifest of another shape has no templates', () => {
  const artifacts = {
    A: null,
    B: { type: 'aws:cloudformation:stack' },
    C: { type: 'cdk:cloud-assembly', properties: [] },
  };
  expect(answer(readAssembly('out'), () => JSON.stringify({ artifacts }))).toEqual([]);
});

test('an assembly that holds itself is read once', () => {
  const artifacts = { A: { type: 'cdk:cloud-assembly', properties: { directoryName: '.' } } };
  expect(answer(readAssembly('out'), () => JSON.stringify({ artifacts }))).toEqual([]);
});

test('metadata beside the template of an old assembly says where constructs are', () => {
  const manifest = {
    artifacts: {
      A: {
        type: 'aws:cloudformation:stack',
        properties: { templateFile: 'A.json' },
        metadata: { '/A/Nodes/Resource': [{ type: 'aws:cdk:logicalId', data: 'Nodes' }] },
      },
    },
  };
  const files: Record<string, string> = {
    'out/manifest.json': JSON.stringify(manifest),
    'out/A.json': JSON.stringify({ Resources: { Nodes: { Type: 'AWS::EC2::Instance' } } }),
  };
  const [found] = answer(readAssembly('out'), (file) => files[file]);
  expect(found).toMatchObject({ stack: 'A', region: undefined });
  expect(found!.template.resources).toMatchObject([{ path: 'A/Nodes/Resource' }]);
});

test('a single template is read, and anything else refused', () => {
  expect(readTemplate('a.json', '{"Resources":{"A":{"Type":"B"}}}').template.resources).toHaveLength(1);
  expect(() => readTemplate('a.json', 'Resources:')).toThrow('a.json cannot be read');
});
