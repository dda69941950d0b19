import { PassThrough } from 'node:stream';
import { progressBar } from '../../lib/cli/progress';

function bar(isTTY: boolean): string {
  const stream = Object.assign(new PassThrough(), { isTTY, columns: 80 });
  const progress = progressBar(stream, 'Reading images', 2);
  progress.step();
  progress.step();
  progress.end();
  return String(stream.read() ?? '');
}

test('a terminal shows how far it is, and has its cursor back at the end', () => {
  const text = bar(true);
  expect(text).toContain('Reading images [------------------------------] 0/2');
  expect(text).toContain('Reading images [==============================] 2/2');
  expect(text.lastIndexOf('\u001B[?25h')).toBeGreaterThan(text.lastIndexOf('\u001B[?25l'));
  // The line is cleared.
  expect(text.endsWith('\u001B[0K') || text.endsWith('\u001B[2K')).toBe(true);
});

test('what is not a terminal shows nothing', () => {
  expect(bar(false)).toBe('');
});
