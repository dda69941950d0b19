#!/usr/bin/env node
import { processEnvironment } from '../lib/cli/environment';
import { main } from '../lib/cli/main';

/** Written in by tools/bundle.ts. */
declare const VERSION: string;

void main(process.argv.slice(2), processEnvironment(VERSION)).then((code) => {
  if (code > 1) {
    // All that was to be said is said; calls that wait to be tried again need not be waited for.
    process.exit(code);
  }
  // Not process.exit(): what is still on its way to a pipe would be lost.
  process.exitCode = code;
});
