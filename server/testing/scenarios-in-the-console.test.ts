import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routingCodes } from '../sandbox/rem/routing-rejection.ts';
import { type Operation, type ScenarioName, scenario, scenarioNames } from '../sandbox/scenarios.ts';
import { defaultSettings, type Settings } from '../sandbox/settings.ts';
import { startTestSandbox } from '../sandbox/testing/start-test-sandbox.ts';
import { openStage, type PaymentName, paymentNames, type StepName } from './scenario-steps.ts';
import { storiesOfSettings } from './scenario-stories-of-settings.ts';
import type { Story } from './scenario-story.ts';
import { scenarioTables, stories } from './scenario-table.ts';

type Stage = Awaited<ReturnType<typeof openStage>>;

/** More calls than any story makes. */
const lastingCount = 1_000;

const { callbackUrls: _, ...usual } = defaultSettings;
const stepsOf = ({ tells }: Story) => Object.keys(tells) as StepName[];
const titleOf = (story: Story) =>
  [story.of.join(', '), ...Object.values(story.with ?? {}), ...stepsOf(story)].join(' – ');

/** Plays a story and holds what the console shows against what is told of it, for each payment of the story. */
async function expectTold(stage: Stage, story: Story, switchOn: (reference: string) => void): Promise<void> {
  const shown = await stage.play(story.of, stepsOf(story), switchOn);
  expect(Object.fromEntries(shown)).toEqual(
    Object.fromEntries(story.of.map((name) => [name, Object.values(story.tells)])),
  );
}

async function playScenario(stage: Stage, name: ScenarioName, story: Story): Promise<void> {
  const { control } = stage.app.sandbox;
  await stage.reset({ ...usual, ...story.under });
  const count = story.isLasting ? lastingCount : 1;
  await expectTold(stage, story, (reference) => {
    control.arm({ scenario: name, reference, count, ...story.with });
  });
  // It did what it does to each of them.
  expect(control.armed().filter(({ remaining }) => remaining === count)).toEqual([]);
}

const lateAnswers: readonly ScenarioName[] = ['slow_answer', 'hang'];

function describeScenarios(names: readonly ScenarioName[], stage: () => Stage): void {
  describe.each(names)('%s', (name) => {
    it.each(stories[name].map((story) => [titleOf(story), story] as const))('%s', (_title, story) =>
      playScenario(stage(), name, story),
    );
  });
}

describe('what the console shows when answers are late, under', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage({ areAnswersLate: true });
  });
  afterAll(() => stage.app.close());

  describeScenarios(lateAnswers, () => stage);
});

describe('what the console shows under', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage({ areAnswersLate: false });
  });
  afterAll(() => stage.app.close());

  describeScenarios(
    scenarioNames.filter((name) => !lateAnswers.includes(name)),
    () => stage,
  );

  describe.each(storiesOfSettings.map(({ settings, stories: told }) => ({ settings, told })))('$settings', (row) => {
    it.each(row.told.map((story) => [titleOf(story), story] as const))('%s', async (_title, story) => {
      await stage.reset({ ...usual, ...row.settings });
      await expectTold(stage, story, () => undefined);
    });
  });
});

const operationsOf: Record<PaymentName, { provider: 'rem' | 'fazz'; operations: readonly Operation[] }> = {
  'REM link': {
    provider: 'rem',
    operations: [
      'createPaymentLink',
      'getPaymentLink',
      'getPaymentLinkStatus',
      'deletePaymentLink',
      'paymentLinkCallback',
    ],
  },
  'QRIS routing': {
    provider: 'rem',
    operations: [
      'createPaymentRouting',
      'checkPaymentRoutingStatus',
      'simulatePaymentRoutingCallback',
      'getQrisImage',
      'paymentRoutingCallback',
    ],
  },
  'Fazz link': {
    provider: 'fazz',
    operations: ['createPaymentLink', 'getPaymentLink', 'createPaymentLinkTask', 'paymentLinkCallback'],
  },
  'one-time payment': {
    provider: 'fazz',
    operations: ['createPayment', 'getPayment', 'listPayments', 'createPaymentTask', 'paymentCallback'],
  },
};

describe('the stories', () => {
  it.each(scenarioNames)('of %s are told of every payment that it applies to', (name) => {
    const { providers, operations } = scenario(name);
    const applies = paymentNames.filter((payment) => {
      const { provider, operations: own } = operationsOf[payment];
      return providers.includes(provider) && own.some((operation) => operations.includes(operation));
    });
    expect([...new Set(stories[name].flatMap(({ of }) => of))].sort()).toEqual([...applies].sort());
  });

  it('have every code with which REM rejects a routing', () => {
    const codes = stories.routing_rejection.flatMap(({ with: parameters, tells }) =>
      tells.created === undefined ? [] : String(parameters?.code),
    );
    expect(codes.sort()).toEqual([...routingCodes].sort());
  });

  it('are told of every setting that changes what a provider says or sends, the default among its values', () => {
    // Where callbacks go, and how long the provider waits for our 200, which we give at once.
    const { callbackUrls: _urls, callbackTimeoutMs: _timeout, ...speaking } = defaultSettings;
    const valuesOf = (key: keyof Settings) =>
      storiesOfSettings.flatMap(({ settings }) => (settings[key] === undefined ? [] : [settings[key]]));
    expect(new Set(storiesOfSettings.flatMap(({ settings }) => Object.keys(settings)))).toEqual(
      new Set(Object.keys(speaking)),
    );
    for (const key of Object.keys(speaking) as (keyof typeof speaking)[]) {
      expect(valuesOf(key)).toContain(defaultSettings[key]);
      expect(valuesOf(key).length).toBeGreaterThan(1);
    }
  });

  it('are the tables of docs/scenarios.md, word for word; vitest -u writes them', async () => {
    const path = fileURLToPath(new URL('../../docs/scenarios.md', import.meta.url));
    const expected = Object.entries(scenarioTables()).reduce(
      (page, [name, table]) =>
        page.replace(
          new RegExp(`(<!-- ${name} -->\n)[^]*?(<!-- end of ${name} -->)`),
          (_all, start, end) => `${start}\n${table}\n\n${end}`,
        ),
      readFileSync(path, 'utf8'),
    );
    for (const table of Object.values(scenarioTables())) expect(expected).toContain(table);
    await expect(expected).toMatchFileSnapshot(path);
  });
});

describe('the control page', () => {
  const post = (url: string, path: string, fields: Record<string, string>) =>
    fetch(`${url}${path}`, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' });

  it('offers every scenario, for the next call, for one payment and for all', async () => {
    const { url, control } = await startTestSandbox();
    const page = await (await fetch(`${url}/`)).text();
    for (const name of scenarioNames) {
      expect(page).toContain(`<option>${name}</option>`);
      control.disarm();
      const ways: Record<string, string>[] = [{}, { reference: 'INV1001' }, { forever: 'true' }];
      for (const fields of ways) expect((await post(url, '/do/arm', { scenario: name, ...fields })).status).toBe(303);
      expect(control.armed()).toMatchObject([
        { scenario: name, reference: null, remaining: 1 },
        { scenario: name, reference: 'INV1001', remaining: 1 },
        { scenario: name, reference: null, remaining: null },
      ]);
    }
  });

  it('sets every setting, for all', async () => {
    const { url, control } = await startTestSandbox();
    for (const { settings } of storiesOfSettings) {
      const fields = Object.entries(settings).map(([name, value]) => [name, String(value)] as const);
      expect((await post(url, '/do/settings', Object.fromEntries(fields))).status).toBe(303);
      expect(control.settings()).toMatchObject(settings);
    }
  });
});
