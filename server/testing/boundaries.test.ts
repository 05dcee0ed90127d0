import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';

interface Import {
  from: string;
  /** A path in this repository, or the package's name. */
  to: string;
}

const sources = execFileSync(
  'git',
  ['ls-files', '--cached', '--others', '--exclude-standard', 'server', 'web', 'openapi', 'scripts', 'vite.config.ts'],
  {
    encoding: 'utf8',
  },
)
  .split('\n')
  .filter((path) => /\.tsx?$/.test(path));

const importing = /^(?:import|export)\b[^'";]*?from\s*'([^']+)'|^import\s*'([^']+)'|\bimport\('([^']+)'\)/gm;

const imports: Import[] = sources.flatMap((from) =>
  [...readFileSync(from, 'utf8').matchAll(importing)].map(([, named = '', bare = named, lazy = bare]) => {
    const specifier = named || bare || lazy;
    return { from, to: specifier.startsWith('.') ? normalize(join(dirname(from), specifier)) : specifier };
  }),
);

const isTest = (path: string) =>
  /\.test\.tsx?$/.test(path) || path.startsWith('server/testing/') || path.startsWith('web/e2e/');
const room = (path: string) => path.split('/').slice(0, 2).join('/');
const feature = (path: string) => path.split('/').slice(0, 3).join('/');

/** Every import that a rule forbids, as "from → to". */
const broken = (forbidden: (edge: Import) => boolean) =>
  imports.filter(forbidden).map(({ from, to }) => `${from} → ${to}`);

describe('import rules', () => {
  it('sees the code base', () => {
    expect(imports.length).toBeGreaterThan(300);
  });

  it('the browser takes only the generated contract and the rules of input from outside web', () => {
    expect(
      broken(
        ({ from, to }) =>
          from.startsWith('web/') &&
          !isTest(from) &&
          /^(server|scripts|openapi)\//.test(to) &&
          !to.startsWith('openapi/generated/console') &&
          !to.startsWith('openapi/rules/'),
      ),
    ).toEqual([]);
  });

  it('no feature of the browser imports another, and the product-blind rooms import no feature and no api', () => {
    expect(
      broken(
        ({ from, to }) =>
          from.startsWith('web/features/') && to.startsWith('web/features/') && feature(from) !== feature(to),
      ),
    ).toEqual([]);
    expect(
      broken(
        ({ from, to }) => /^web\/(ui|table|format)\//.test(from) && /^web\/(features|api|payments|create)\//.test(to),
      ),
    ).toEqual([]);
  });

  it('the screens that all kinds of payment share know no feature: the app hands them the declarations', () => {
    expect(broken(({ from, to }) => /^web\/(payments|create)\//.test(from) && to.startsWith('web/features/'))).toEqual(
      [],
    );
    expect(broken(({ from, to }) => from.startsWith('web/payments/') && to.startsWith('web/create/'))).toEqual([]);
  });

  it('the server imports nothing of the browser', () => {
    expect(broken(({ from, to }) => from.startsWith('server/') && to.startsWith('web/'))).toEqual([]);
  });

  it("the providers' contracts end at the provider border and in the sandbox", () => {
    expect(
      broken(
        ({ from, to }) => /^openapi\/generated\/(rem|fazz)/.test(to) && !/^server\/(providers|sandbox)\//.test(from),
      ),
    ).toEqual([]);
  });

  it('the sandbox knows no other room of the server, and only start-server, the seed and tests know it', () => {
    expect(
      broken(
        ({ from, to }) =>
          from.startsWith('server/sandbox/') && to.startsWith('server/') && !to.startsWith('server/sandbox/'),
      ),
    ).toEqual([]);
    const allowed = ['server/start-server.ts', 'server/seed/'];
    expect(
      broken(
        ({ from, to }) =>
          to.startsWith('server/sandbox/') &&
          !from.startsWith('server/sandbox/') &&
          !isTest(from) &&
          !allowed.some((path) => from.startsWith(path)),
      ),
    ).toEqual([]);
  });

  it('the ledger knows neither the kinds of payment, nor callbacks, nor providers, nor express', () => {
    expect(
      broken(
        ({ from, to }) =>
          /^server\/(payments|audit)\//.test(from) &&
          !isTest(from) &&
          (/^server\/(kinds|links|routings|one-time|imports|callbacks|providers|sandbox)\//.test(to) ||
            to === 'express'),
      ),
    ).toEqual([]);
  });

  it('no kind of payment knows another, what may be done with all of them knows none, and jobs know no payments', () => {
    const ofOneKind = /^server\/(links|routings|one-time)\//;
    expect(
      broken(({ from, to }) => ofOneKind.test(from) && !isTest(from) && ofOneKind.test(to) && room(from) !== room(to)),
    ).toEqual([]);
    expect(
      broken(({ from, to }) => /^server\/(kinds|payments|jobs)\//.test(from) && !isTest(from) && ofOneKind.test(to)),
    ).toEqual([]);
    expect(
      broken(({ from, to }) => from.startsWith('server/jobs/') && to.startsWith('server/') && room(from) !== room(to)),
    ).toEqual([]);
  });

  it('express is known to routes, http, auth and the app alone, and to a benchmark as what it is measured by', () => {
    const rooms = /^server\/(http|auth|sandbox|app\.ts|compose\.ts|testing)|^scripts\/bench-/;
    expect(
      broken(({ from, to }) => to === 'express' && !rooms.test(from) && !from.endsWith('.routes.ts') && !isTest(from)),
    ).toEqual([]);
  });

  it("no room uses another room's SQL", () => {
    expect(
      broken(
        ({ from, to }) =>
          to.endsWith('.sql.ts') && room(from) !== room(to) && !isTest(from) && !from.startsWith('scripts/'),
      ),
    ).toEqual([]);
  });
});

describe('packages', () => {
  const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as Record<
    string,
    Record<string, string>
  >;
  const declared = Object.keys({ ...dependencies, ...devDependencies });
  const used = new Set(
    imports
      .filter(({ to }) => !/^(node:|server\/|web\/|openapi\/|scripts\/|[a-z-]+\.(ts|css))/.test(to))
      .map(({ to }) =>
        to
          .split('/')
          .slice(0, to.startsWith('@') ? 2 : 1)
          .join('/'),
      ),
  );

  it('every imported package is declared', () => {
    expect([...used].filter((name) => !declared.includes(name))).toEqual([]);
  });

  it('every declared package is imported, runs from the command line, or is named in a style sheet', () => {
    const withoutImport = [
      'typescript',
      'tsx',
      '@biomejs/biome',
      '@sparticuz/chromium',
      '@emotion/styled',
      '@fontsource-variable/inter',
      '@fontsource-variable/jetbrains-mono',
    ];
    const idle = declared.filter(
      (name) => !used.has(name) && !name.startsWith('@types/') && !withoutImport.includes(name),
    );
    expect(idle).toEqual([]);
  });
});

describe('what stands where', () => {
  const text = (path: string) => readFileSync(path, 'utf8');
  const server = sources.filter((path) => path.startsWith('server/') && !isTest(path));

  it('SQL stands in *.sql.ts and db alone', () => {
    const statement =
      /[`'"]\s*(select\s[\s\S]{0,300}?\sfrom\s|insert into\s|update\s+\w+\s+set\s|delete from\s|with\s+\w+\s+as\s)/i;
    expect(
      server.filter(
        (path) => !path.endsWith('.sql.ts') && !path.startsWith('server/db/') && statement.test(text(path)),
      ),
    ).toEqual([]);
  });

  it('process.env stands in config/env.ts alone', () => {
    expect(server.filter((path) => path !== 'server/config/env.ts' && /process\.env/.test(text(path)))).toEqual([]);
  });

  it('every file stays under 250 lines of code', () => {
    const codeLines = (path: string) =>
      text(path)
        .split('\n')
        .filter((line) => line.trim() && !/^\s*(\/\/|\*|\/\*)/.test(line)).length;
    const long = sources.filter((path) => !path.includes('/generated/') && !isTest(path) && codeLines(path) > 250);
    expect(long).toEqual([]);
  });

  it('marks of unfinished work stand nowhere', () => {
    const marks = /\b(TODO|FIXME|XXX)\b|@ts-ignore|@ts-expect-error|\bas any\b|\.skip\(|\.only\(/;
    expect(sources.filter((path) => !path.endsWith('boundaries.test.ts') && marks.test(text(path)))).toEqual([]);
  });
});
