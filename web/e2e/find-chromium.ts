import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { chromium, type LaunchOptions } from 'playwright-core';
import { extract } from 'tar-fs';

const cacheRoot = join(process.cwd(), 'node_modules', '.cache', 'tautan');

/** Flags for a machine without display, graphics card or way out; root needs --no-sandbox. */
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
];

/**
 * How to start a real Chromium on this machine: CHROMIUM_PATH, one on the PATH, Playwright's own download, or else the
 * one that ships inside the npm package @sparticuz/chromium, unpacked once into node_modules/.cache.
 * CHROMIUM_PATH=packaged takes that one at once.
 */
export async function findChromium(): Promise<LaunchOptions> {
  const wanted = process.env.CHROMIUM_PATH;
  const installed = wanted ?? onPath() ?? downloadedByPlaywright();
  if (installed && installed !== 'packaged') return { executablePath: installed, args };
  return packagedChromium();
}

function onPath(): string | undefined {
  for (const name of ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']) {
    try {
      return execFileSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' }).trim();
    } catch {
      // not this name
    }
  }
  return undefined;
}

function downloadedByPlaywright(): string | undefined {
  const path = chromium.executablePath();
  return path && existsSync(path) ? path : undefined;
}

/** A bare Debian lacks NSS, NSPR, expat and fonts; the package brings them for Amazon Linux, and they serve here too. */
async function packagedChromium(): Promise<LaunchOptions> {
  const packageRoot = dirname(dirname(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium'))));
  const { version } = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')) as { version: string };
  const home = join(cacheRoot, `chromium-${version}`);
  if (!existsSync(home)) await unpack(join(packageRoot, 'bin'), home);
  return {
    executablePath: join(home, 'chromium'),
    args: [...args, '--no-zygote', '--headless=shell'],
    env: {
      ...process.env,
      LD_LIBRARY_PATH: join(home, 'al2023', 'lib'),
      FONTCONFIG_FILE: join(home, 'fonts.conf'),
    },
  };
}

/** Unpacks beside the final place and renames, so that an interrupted run leaves nothing half done. */
async function unpack(bin: string, home: string): Promise<void> {
  const partial = `${home}.${process.pid}`;
  mkdirSync(partial, { recursive: true });
  const inflate = (name: string, target: NodeJS.WritableStream) =>
    pipeline(createReadStream(join(bin, name)), createBrotliDecompress(), target);
  await Promise.all([
    inflate('chromium.br', createWriteStream(join(partial, 'chromium'))),
    inflate('al2023.tar.br', extract(join(partial, 'al2023'))),
    inflate('fonts.tar.br', extract(join(partial, 'fonts'))),
    inflate('swiftshader.tar.br', extract(partial)),
  ]);
  chmodSync(join(partial, 'chromium'), 0o755);
  writeFileSync(
    join(partial, 'fonts.conf'),
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${join(home, 'fonts')}</dir><cachedir>${join(home, 'fonts-cache')}</cachedir></fontconfig>`,
  );
  if (existsSync(home)) rmSync(partial, { recursive: true });
  else renameSync(partial, home);
}
