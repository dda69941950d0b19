import { driftReport, newerReleases, Release } from '../../../tools/drift/releases';

const release = (tag: string, more: Partial<Release> = {}): Release => ({
  tag_name: tag,
  draft: false,
  prerelease: false,
  html_url: `https://example.com/${tag}`,
  ...more,
});

describe('releases that the schema does not know', () => {
  test('are those with a higher version, by number and not by letter, the oldest first', () => {
    const releases = ['v1.10.0', 'v1.9.1', 'v2.0.0', 'v1.9.0', 'v1.8.9'].map((tag) => release(tag));
    expect(newerReleases(releases, '1.9.0').map(({ tag_name: tag }) => tag)).toEqual(['v1.9.1', 'v1.10.0', 'v2.0.0']);
  });

  test('are neither drafts nor previews, nor tags of something else', () => {
    const releases = [
      release('v9.0.0', { draft: true }),
      release('v9.0.1', { prerelease: true }),
      release('v9.0.0-rc1'),
      release('core-kit-v9.0.0'),
    ];
    expect(newerReleases(releases, '1.9.0')).toEqual([]);
  });

  test('are reported with what to do; none is no report', () => {
    expect(driftReport([release('v1.70.0')], '1.69.0')).toBe(
      [
        'The schema knows Bottlerocket up to 1.69.0. These releases are newer:',
        '  v1.70.0  https://example.com/v1.70.0',
        'Read what changed in their settings, edit schema/ and run: npm run generate',
      ].join('\n'),
    );
    expect(driftReport([release('v1.69.0')], '1.69.0')).toBeUndefined();
  });
});
