/**
 * Chromium for tests and pictures of pages. On Linux on x86_64 it comes with `npm ci`, elsewhere it is an installed Chrome;
 * CHROME_PATH names another one.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Browser, chromium } from 'playwright-core';

const FOLDER = join(__dirname, '..', 'build', 'chromium');

/** Starts Chromium. Whoever calls it has to close it. */
export async function openBrowser(): Promise<Browser> {
  const { CHROME_PATH } = process.env;
  if (CHROME_PATH !== undefined) {
    return chromium.launch({ executablePath: CHROME_PATH });
  }
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    return chromium.launch({ channel: 'chrome' });
  }
  unpack();
  return chromium.launch({
    executablePath: join(FOLDER, 'chromium'),
    args: ['--disable-gpu'],
    env: {
      ...(process.env as Record<string, string>),
      LD_LIBRARY_PATH: join(FOLDER, 'al2023', 'lib'),
      FONTCONFIG_FILE: join(FOLDER, 'fonts.conf'),
    },
  });
}

/** Puts Chromium, its libraries and a font into a folder, all at once or not at all. */
function unpack(): void {
  if (existsSync(FOLDER)) {
    return;
  }
  mkdirSync(dirname(FOLDER), { recursive: true });
  const unfinished = mkdtempSync(`${FOLDER}-`);
  try {
    // The package unpacks into the folder for temporary files, and its libraries only where it runs in AWS Lambda.
    execFileSync(process.execPath, ['-e', "require('@sparticuz/chromium').executablePath()"], {
      cwd: dirname(__dirname),
      env: { ...process.env, TMPDIR: unfinished, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' },
    });
    writeFileSync(join(unfinished, 'fonts.conf'), FONTS);
    renameSync(unfinished, FOLDER);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(FOLDER)) {
      throw error;
    }
  }
}

/** The font of the package, and those of the machine. */
const FONTS = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(FOLDER, 'fonts')}</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${join(FOLDER, 'fonts-cache')}</cachedir>
</fontconfig>
`;
