import { Slugs } from '../../../lib/cli/report/slugs';

test('texts that would have the same anchor have different ones', () => {
  const slugs = new Slugs();
  expect(['A/B', 'a b', 'A/B-2', '../é'].map((text) => slugs.next(text))).toEqual(['a-b', 'a-b-2', 'a-b-2-2', 'part']);
});

test('whatever the text, an anchor has nothing that HTML or a link would read', () => {
  const slugs = new Slugs();
  for (const text of ['"><img src=x>', '', '#', '%00', 'a"onclick="x']) {
    expect(slugs.next(text)).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
  }
});
