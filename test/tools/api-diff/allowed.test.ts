import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ALLOWED_HEAD, readAllowances } from '../../../tools/api-diff/allowed';

describe('changes that may break the API', () => {
  test('are none under the head of the file', () => {
    expect([...readAllowances(ALLOWED_HEAD)]).toEqual([]);
  });

  test('have a reason, which may have several lines and be that of several changes', () => {
    const text = '\n# first\n# of two lines\nremoved:a\nremoved:b\n# second\nremoved:c\n';
    expect([...readAllowances(ALLOWED_HEAD + text)]).toEqual([
      ['removed:a', 'first of two lines'],
      ['removed:b', 'first of two lines'],
      ['removed:c', 'second'],
    ]);
  });

  test.each(['removed:a\n', '# why\n\nremoved:a\n', '#\nremoved:a\n'])('are refused without a reason: %j', (text) => {
    expect(() => readAllowances(ALLOWED_HEAD + text)).toThrow('removed:a has no reason');
  });

  test('have reasons in this repository', () => {
    const file = join(__dirname, '..', '..', '..', 'tools', 'api-diff', 'allowed-breaking-changes.txt');
    const text = readFileSync(file, 'utf8');
    expect(text.startsWith(ALLOWED_HEAD)).toBe(true);
    expect(() => readAllowances(text)).not.toThrow();
  });
});
