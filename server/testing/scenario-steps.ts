import type { components } from '../../openapi/generated/console.ts';
import type { Settings } from '../sandbox/settings.ts';
import { fazzInput, postLink, remInput } from './link-inputs.ts';
import {
  oneTimeInputs,
  paymentAt,
  paymentTimeline,
  postOneTime,
  postRouting,
  readPayment,
  routingInput,
} from './payment-inputs.ts';
import { tellProblem, tellSight, withoutInnerCode } from './scenario-sight.ts';
import { startTestApp, type TestApp, type TestClient } from './start-test-app.ts';

type Schemas = components['schemas'];

/** The payments that every scenario which applies to them is tried on. */
export const paymentNames = ['REM link', 'QRIS routing', 'Fazz link', 'one-time payment'] as const;
export type PaymentName = (typeof paymentNames)[number];

const seconds = 1_000;
const minutes = 60 * seconds;
const hours = 60 * minutes;

interface Step {
  /** What first happens to the provider, for all payments. */
  once?(stage: Stage): void;
  /** What a person, the payer or the provider does with one payment; resolves to what the person is told. */
  act?(stage: Stage, subject: Subject): Promise<string | null>;
  /** What then happens to all: time that passes, a worker that looks. */
  passMs?: number;
  resolves?: boolean;
}

/** One payment of a story. */
interface Subject {
  name: PaymentName;
  reference: string;
  /** Empty until it is in the ledger. */
  id: string;
  before: Schemas['Payment'] | null;
  /** Entries of the timeline and attempts at callbacks that were told already. */
  seen: Set<string>;
}

interface Stage {
  app: TestApp;
  client: TestClient;
  /** Where the callbacks of REM and of Fazz go. */
  addresses: readonly (string | null)[];
}

/** Everything that happens in the stories, by the words of docs/scenarios.md. */
export const steps = {
  created: { act: create },
  refreshed: { act: (stage, subject) => post(stage, subject, 'refresh') },
  'refreshed again': { act: (stage, subject) => post(stage, subject, 'refresh') },
  'refreshed afterwards': {
    once: ({ app }) => void app.sandbox.control.disarm(),
    act: (stage, subject) => post(stage, subject, 'refresh'),
  },
  'callback asked for': { act: (stage, subject) => post(stage, subject, 'resend-callback') },
  deleted: { act: remove },
  'payment simulated': { act: simulate },
  'QR shown': { act: showQr },
  'customer pays': { act: atTwin(({ control }, reference) => control.pay(reference)) },
  'callbacks go astray': {
    once: ({ app, addresses }) =>
      setAddresses(
        app,
        addresses.map((address) => `${address}-of-nobody`),
      ),
  },
  'callbacks find us again': { once: ({ app, addresses }) => setAddresses(app, addresses) },
  'its time ends': { act: atTwin(({ control }, reference) => control.expire(reference)) },
  'a second later': { passMs: 2 * seconds },
  'a minute later': { passMs: minutes + seconds },
  'checked after 3 s': { passMs: 3 * seconds, resolves: true },
  'checked after 3 min': { passMs: 3 * minutes, resolves: true },
  'five minutes later': { passMs: 5 * minutes + seconds },
  'answered after 15 s': { passMs: 15 * seconds },
  'answered after 120 s': { passMs: 120 * seconds },
  'on the next day': { passMs: 40 * hours },
  'days later': { passMs: 72 * hours },
} as const satisfies Record<string, Step>;
export type StepName = keyof typeof steps;

/** The console and its twin, on one clock that the steps move. */
export async function openStage(answerWithinMs: number) {
  let app: TestApp | null = null;
  const clock = () => app?.sandbox.control.now() ?? new Date();
  app = await startTestApp({
    clock,
    config: { answerWithinMs },
    sandbox: { clock: () => new Date() },
    startWorkers: false,
  });
  const { rem, fazz } = app.sandbox.control.settings().callbackUrls;
  const stage: Stage = { app, client: await app.signIn('admin'), addresses: [rem, fazz] };
  // Callbacks are read when a step is over, whoever is faster.
  let goOn = await app.workers.callbacks.pause();
  let made = 0;

  /** Plays the steps for these payments at once; gives what the console shows of each after each step. */
  async function play(
    names: readonly PaymentName[],
    stepNames: readonly StepName[],
    switchOn: (reference: string) => void,
  ): Promise<Map<PaymentName, string[]>> {
    const subjects = names.map((name): Subject => {
      made += 1;
      return { name, reference: `SCENE${made}`, id: '', before: null, seen: new Set() };
    });
    const shown = new Map(names.map((name): [PaymentName, string[]] => [name, []]));
    const isMadeBefore = stepNames[0] !== 'created';
    if (isMadeBefore) await makeReady(subjects);
    for (const { reference } of subjects) switchOn(reference);
    for (const stepName of stepNames) {
      const step: Step = steps[stepName];
      step.once?.(stage);
      const answers = await Promise.all(subjects.map((subject) => step.act?.(stage, subject) ?? null));
      await letPass(step);
      for (const [index, subject] of subjects.entries())
        shown.get(subject.name)?.push(await look(stage, subject, answers[index] ?? null));
    }
    return shown;
  }

  async function makeReady(subjects: readonly Subject[]): Promise<void> {
    await Promise.all(subjects.map((subject) => create(stage, subject)));
    // Where nobody waits long for an answer, a busy machine may be late with it.
    await stage.app.deps.calls.drain(20 * seconds);
    await letPass({});
    for (const subject of subjects) await look(stage, subject, null);
  }

  async function letPass({ passMs = 0, resolves = false }: Step): Promise<void> {
    const { sandbox, deps, workers } = stage.app;
    await sandbox.control.advance(passMs);
    if (passMs > 0) await deps.calls.drain(20 * seconds);
    if (resolves) await workers.resolver.processAll();
    // What the work above has caused is sent at once.
    await sandbox.control.advance(0);
    goOn();
    await workers.callbacks.processAll();
    goOn = await workers.callbacks.pause();
    if (passMs >= hours) stage.client = await stage.app.signIn('admin');
  }

  return {
    app,
    play,
    /** Forgets what the twin knows, and sets how it speaks. */
    reset(settings: Partial<Omit<Settings, 'callbackUrls'>> = {}) {
      stage.app.sandbox.control.reset();
      stage.app.sandbox.control.configure(settings);
    },
  };
}

async function create({ client }: Stage, subject: Subject): Promise<string | null> {
  const { name, reference } = subject;
  const creations = {
    'REM link': () => postLink(client, remInput({ reference })),
    'Fazz link': () => postLink(client, fazzInput({ reference })),
    'QRIS routing': () => postRouting(client, routingInput({ reference })),
    'one-time payment': () => postOneTime(client, { ...oneTimeInputs.va, reference }),
  };
  const { data, error, response } = await creations[name]();
  subject.id = data?.id ?? error?.paymentId ?? '';
  return error ? tellProblem(error) : tellAccepted(response);
}

async function post({ client }: Stage, { id }: Subject, verb: 'refresh' | 'resend-callback') {
  const { error } = await client.POST(`/api/{environment}/payments/{id}/${verb}`, paymentAt(id));
  return error ? tellProblem(error) : null;
}

async function remove({ client }: Stage, { id }: Subject): Promise<string | null> {
  const { error, response } = await client.DELETE('/api/{environment}/payments/{id}', paymentAt(id));
  return error ? tellProblem(error) : tellAccepted(response);
}

async function simulate({ client }: Stage, { id }: Subject): Promise<string | null> {
  const { data } = await client.POST('/api/{environment}/payment-simulations', {
    params: { path: { environment: 'sandbox' } },
    body: { ids: [id], step: 'payment' },
  });
  const [result] = data?.results ?? [];
  return result?.outcome === 'simulated'
    ? null
    : `\`${result?.outcome}\`${result?.detail ? ` “${withoutInnerCode(result.detail)}”` : ''}`;
}

async function showQr({ client }: Stage, { id }: Subject): Promise<string | null> {
  const { error, response } = await client.GET('/api/{environment}/payments/{id}/qr', {
    ...paymentAt(id),
    parseAs: 'blob',
  });
  return error ? tellProblem(error) : `${response.headers.get('content-type')}`;
}

/** 202: the console goes on finding out by itself. */
const tellAccepted = ({ status }: Response) => (status === 202 ? 'accepted (202)' : null);

function atTwin(act: (sandbox: TestApp['sandbox'], reference: string) => unknown) {
  return async ({ app }: Stage, { reference }: Subject) => {
    act(app.sandbox, reference);
    return null;
  };
}

function setAddresses({ sandbox }: TestApp, [rem = null, fazz = null]: readonly (string | null)[]): void {
  sandbox.control.setCallbackUrl('rem', rem);
  sandbox.control.setCallbackUrl('fazz', fazz);
}

const attentions = ['outcome_unknown', 'contradicted', 'callback_missing'] as const;

async function look({ app, client }: Stage, subject: Subject, answer: string | null): Promise<string> {
  const { id, reference, before, seen } = subject;
  const payment = await readPayment(client, id);
  const entries = (await paymentTimeline(client, id)).toReversed();
  const news = entries.flatMap((entry) => (entry.type === 'observation' && !seen.has(entry.id) ? [entry] : []));
  // Of a callback and the answer that it comes with, either may be the first to arrive.
  news.sort((a, b) => Number(a.source === 'callback') - Number(b.source === 'callback'));
  const attempts = app.sandbox.control
    .deliveries({ reference })
    .flatMap(({ id, attempts }) => attempts.map(({ httpStatus }, index) => ({ key: `${id} ${index}`, httpStatus })));
  const refused = attempts.flatMap(({ key, httpStatus }) =>
    httpStatus === 200 || seen.has(key) ? [] : [httpStatus ?? 0],
  );
  for (const { key } of attempts) seen.add(key);
  for (const entry of news) seen.add(entry.id);
  const needing = await Promise.all(attentions.map((attention) => isListed(client, reference, attention)));
  subject.before = payment;
  const charge = app.sandbox.control.link(reference);
  const attention = attentions.filter((_, index) => needing[index]);
  return tellSight({ answer, payment, charge, refused, news, attention }, before);
}

async function isListed(client: TestClient, q: string, attention: Schemas['Attention']): Promise<boolean> {
  const { data } = await client.GET('/api/{environment}/payments', {
    params: { path: { environment: 'sandbox' }, query: { attention, q } },
  });
  return data?.items.some(({ reference }) => reference === q) ?? false;
}
