/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import axe, { AxeResults } from 'axe-core';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { main } from '../../../lib/cli/main';
import { openBrowser } from '../../../tools/browser';
import { fakeEnvironment } from '../../helpers/cli-environment';
import { FINE, fakeAssembly, WRONG } from '../../helpers/fake-assembly';

/** What would run, if any text were taken for markup. */
const SCRIPT = '<script>window.hacked = true</script>';
const IMAGE = `"'><img src=x onerror="window.hacked = true">`;
const LONG = 'x'.repeat(300);

const HOSTILE = `
[settings]
motd = '''${SCRIPT}${IMAGE}'''
[settings.kubernetes]
api-server = "\${Cluster.Endpoint}"
max-pods = '''${IMAGE}'''
[settings.kubernetes.node-labels]
"${LONG}" = "${LONG}"
'${SCRIPT}' = "a"
`;

const APP = fakeAssembly({ Fine: FINE, Wrong: WRONG, [`Evil${SCRIPT}${IMAGE}`]: HOSTILE, [`Long${LONG}`]: FINE });

const PHONE = { viewport: { width: 360, height: 740 } };
const DESK = { viewport: { width: 1280, height: 900 } };

// Chromium shares two cores with all other tests.
jest.setTimeout(60_000);

let folder: string;
let address: string;
let browser: Browser;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'report-'));
  const environment = fakeEnvironment({ files: APP });
  expect(await main(['report', 'cdk.out', '--html', 'out.html'], environment)).toBe(1);
  writeFileSync(join(folder, 'out.html'), environment.files.get('out.html')!);
  address = pathToFileURL(join(folder, 'out.html')).href;
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true });
});

async function open<T>(options: BrowserContextOptions, look: (page: Page) => Promise<T>): Promise<T> {
  const context = await browser.newContext(options);
  try {
    const page = await context.newPage();
    await page.goto(address);
    return await look(page);
  } finally {
    await context.close();
  }
}

/** Opens what is closed, so that all of it can be looked at. */
function unfold(page: Page): Promise<void> {
  return page.evaluate(() => document.querySelectorAll('details').forEach((one) => (one.open = true)));
}

test.each([
  ['a phone', PHONE],
  ['a desk', DESK],
])('nothing has to be scrolled sideways on %s', async (_, options) => {
  const [content, width] = await open(options, async (page) => {
    await unfold(page);
    return page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
  });
  expect(content).toBe(width);
});

test.each([
  ['light', DESK],
  ['dark', PHONE],
] as const)('axe finds nothing in the %s page, contrast included', async (colorScheme, size) => {
  const { violations, incomplete, passes } = await open({ ...size, colorScheme, bypassCSP: true }, async (page) => {
    // Nodes look alike, and axe takes its time: one of them will do.
    await page.evaluate(() => {
      const [first, ...others] = document.querySelectorAll('section.node:has(.error)');
      first!.querySelectorAll('details').forEach((one) => (one.open = true));
      [...others, ...document.querySelectorAll('section.node:not(:has(.error))')].forEach((one) => one.remove());
      document.querySelectorAll('details tr:nth-child(n + 6)').forEach((one) => one.remove());
    });
    await page.evaluate(axe.source);
    return page.evaluate<AxeResults>(() => (globalThis as unknown as { axe: typeof axe }).axe.run());
  });
  const shown = (results: AxeResults['violations']) =>
    results.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`));
  expect(shown(violations)).toEqual([]);
  expect(shown(incomplete)).toEqual([]);
  expect(passes.map(({ id }) => id)).toContain('color-contrast');
});

test('the page is dark where that is preferred', async () => {
  const colours = (colorScheme: 'light' | 'dark') =>
    open({ colorScheme }, (page) =>
      page.evaluate(() => {
        const { color, backgroundColor } = getComputedStyle(document.body);
        return { color, backgroundColor };
      }),
    );
  const light = await colours('light');
  const dark = await colours('dark');
  const brightness = (colour: string) => [...colour.matchAll(/\d+/g)].reduce((sum, [part]) => sum + Number(part), 0);
  expect(brightness(light.backgroundColor)).toBeGreaterThan(brightness(light.color));
  expect(brightness(dark.backgroundColor)).toBeLessThan(brightness(dark.color));
});

test('all of it can be read without JavaScript', async () => {
  const text = await open({ ...DESK, javaScriptEnabled: false }, async (page) => {
    await page.click('section.node:last-of-type summary, section.node summary');
    expect(await page.locator('section.node details[open]').count()).toBe(1);
    return page.innerText('body');
  });
  for (const part of ['Demo/Fine', 'settings.kubernetes.max-pods', 'UnknownSetting', 'does not hold', 'Allowed:']) {
    expect(text).toContain(part);
  }
});

test('what is said in templates is text, even without the policy of the page', async () => {
  const found = await open({ bypassCSP: true }, async (page) => {
    const dialogs: string[] = [];
    page.on('dialog', (dialog) => dialogs.push(dialog.message()));
    await page.reload();
    return page.evaluate(() => ({
      ran: 'hacked' in window,
      elements: document.querySelectorAll('script, img, iframe, object, embed, form, link').length,
      handlers: [...document.querySelectorAll('*')].flatMap((one) =>
        one.getAttributeNames().filter((name) => name.startsWith('on')),
      ),
      text: document.body.textContent,
    }));
  });
  expect(found).toMatchObject({ ran: false, elements: 0, handlers: [] });
  expect(found.text).toContain(SCRIPT);
  expect(found.text).toContain('onerror=');
});

test('nothing is asked for but the page, and its policy refuses nothing of its own', async () => {
  const requests: string[] = [];
  const complaints: string[] = [];
  const context = await browser.newContext();
  const page = await context.newPage();
  page.on('request', (request) => requests.push(request.url()));
  page.on('console', (message) => complaints.push(message.text()));
  await page.goto(address);
  const font = await page.evaluate(() => getComputedStyle(document.body).margin);
  await context.close();
  expect({ requests, complaints, font }).toEqual({ requests: [address], complaints: [], font: '0px' });
});

test('every link leads to a place in the page, or to https', async () => {
  const { ids, links } = await open(DESK, (page) =>
    page.evaluate(() => ({
      ids: [...document.querySelectorAll('[id]')].map(({ id }) => id),
      links: [...document.querySelectorAll('a')].map((link) => link.getAttribute('href') ?? ''),
    })),
  );
  expect(new Set(ids).size).toBe(ids.length);
  const broken = links.filter((link) =>
    link.startsWith('#') ? !ids.includes(link.slice(1)) : !link.startsWith('https://'),
  );
  expect(broken).toEqual([]);
  expect(links).toContain('#settings-kubernetes-max-pods');
});

test('on paper, what is folded is there', async () => {
  const hidden = await open(DESK, async (page) => {
    await page.emulateMedia({ media: 'print' });
    return page.evaluate(
      () => [...document.querySelectorAll('details td')].filter((one) => !one.checkVisibility()).length,
    );
  });
  expect(hidden).toBe(0);
});
