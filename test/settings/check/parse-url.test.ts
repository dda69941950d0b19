import { isUrl, parseUrl } from '../../../lib/settings/check/parse-url';

test.each(['', 'A', 'A=', 'Ki', 'a-', 'é', '%41', '[', ' '])(
  'a URL with a long host of %j is parsed or refused, and nothing is thrown',
  (piece) => {
    const text = `http://${piece.repeat(20_000)}!/`;
    for (let again = 0; again < 50; again++) {
      expect(isUrl(text)).toBe(parseUrl(text) !== undefined);
    }
  },
);

test.each(['', 'registry', '10.0.0.1:5000', '://host', 'http://', 'http://[::1', 'http://a b/'])(
  'a text that is no URL is refused: %j',
  (text) => {
    expect(parseUrl(text)).toBeUndefined();
  },
);

test.each([
  ['https://images.example.com/v2/', 'images.example.com'],
  ['http://bücher.example/', 'xn--bcher-kva.example'],
  [' \nhttp://HOST:80/', 'host'],
  ['h\ttt\np://host/', 'host'],
  ['urn:isbn:1', ''],
])('a text that is a URL for the URL standard is parsed: %j', (text, hostname) => {
  expect(parseUrl(text)?.hostname).toBe(hostname);
});
