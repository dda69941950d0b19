import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { differences } from '../../../tools/languages/templates';

const ROOT = join(__dirname, '..', '..', '..');

describe('templates in two languages', () => {
  const template = { Resources: { A: { Type: 'T', Properties: { List: [1, { B: null }], Text: 'x' } } } };

  test('are equal whatever the order of their keys', () => {
    const turned = { Resources: { A: { Properties: { Text: 'x', List: [1, { B: null }] }, Type: 'T' } } };
    expect(differences(template, turned)).toEqual([]);
  });

  test.each([
    [
      'another number',
      { Resources: { A: { Type: 'T', Properties: { List: [2, { B: null }], Text: 'x' } } } },
      'List/0',
    ],
    [
      'a number as text',
      { Resources: { A: { Type: 'T', Properties: { List: ['1', { B: null }], Text: 'x' } } } },
      'List/0',
    ],
    ['a shorter list', { Resources: { A: { Type: 'T', Properties: { List: [1], Text: 'x' } } } }, 'List/1'],
    ['a map for a list', { Resources: { A: { Type: 'T', Properties: { List: { 0: 1 }, Text: 'x' } } } }, 'List'],
    ['less', { Resources: { A: { Type: 'T', Properties: { List: [1, { B: null }] } } } }, 'Text'],
    [
      'more',
      { Resources: { A: { ...template.Resources.A, Properties: { ...template.Resources.A.Properties, C: 0 } } } },
      'C',
    ],
  ])('differ by %s', (_, other, path) => {
    const found = differences(template, other);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(new RegExp(`^/Resources/A/Properties/${path}: `));
  });

  test('differ by a resource', () => {
    expect(differences(template, { Resources: {} })).toHaveLength(1);
    expect(differences({ Resources: {} }, template)).toHaveLength(1);
  });
});

test('the Python in the README is part of the example that is run', () => {
  const [, block] = /```python\n([^`]+)```/.exec(readFileSync(join(ROOT, 'README.md'), 'utf8'))!;
  const example = readFileSync(join(ROOT, 'examples', 'eks-managed-nodegroups', 'app.py'), 'utf8');
  const lines = (text: string) =>
    text
      .split('\n')
      .map((line) => line.trim())
      .join('\n');
  expect(lines(example)).toContain(lines(block!));
});
