import { type Operation, operations, type ScenarioName, scenario, scenarioNames } from '../sandbox/scenarios.ts';
import { paymentNames } from './scenario-steps.ts';
import { storiesOfCalls } from './scenario-stories-of-calls.ts';
import { storiesOfPayments } from './scenario-stories-of-payments.ts';
import { storiesOfSettings } from './scenario-stories-of-settings.ts';
import { storiesOfWords } from './scenario-stories-of-words.ts';
import type { Story } from './scenario-story.ts';

/** What the console shows under each scenario of the provider twin. */
export const stories: Record<ScenarioName, readonly Story[]> = {
  ...storiesOfCalls,
  ...storiesOfPayments,
  ...storiesOfWords,
};

/** The form of the control page: one call, one payment's reference, or until it is disarmed. */
const waysOn = ['next call', 'one payment', 'all'];

/** The tables of docs/scenarios.md, by the word in the comments around each. */
export const scenarioTables = () => ({
  scenarios: table(
    ['Scenario', 'What the provider does', 'What the console shows', 'Switched on at the control page'],
    scenarioNames.map((name) => {
      const { description } = scenario(name);
      return [
        `\`${name}\``,
        description,
        stories[name].map(tellStory).join('<br>'),
        `${waysOn.join(', ')}: ${tellOperations(name)}`,
      ];
    }),
  ),
  settings: table(
    ['Setting', 'What the provider does', 'What the console shows', 'Switched on at the control page'],
    storiesOfSettings.map(({ settings, does, stories: told }) => [
      Object.entries(settings)
        .map(([name, value]) => `\`${name}\` ${value}`)
        .join(', '),
      does,
      told.map(tellStory).join('<br>'),
      'all, by Settings',
    ]),
  ),
});

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [heads, heads.map(() => '---'), ...rows];
  return lines.map((cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`).join('\n');
}

function tellStory({ of, with: parameters = {}, under = {}, tells }: Story): string {
  const given = [...Object.entries(parameters), ...Object.entries(under)].map(([name, value]) => `${name} ${value}`);
  const names = of.length === paymentNames.length ? 'every payment' : of.join(', ');
  const who = `**${names}**${given.length === 0 ? '' : ` (${given.join(', ')})`}`;
  const steps = Object.entries(tells).map(([step, shown]) => `*${step}:* ${shown}`);
  return `${who} – ${steps.join(' → ')}`;
}

const isCallback = (operation: Operation) => operation.endsWith('Callback') && !operation.startsWith('simulate');

/** The calls and callbacks that a scenario can meet. */
function tellOperations(name: ScenarioName): string {
  const { providers, operations: met } = scenario(name);
  const calls = met.filter((operation) => !isCallback(operation));
  const callbacks = met.filter(isCallback);
  const everyOf = (some: readonly Operation[], one: string, test: (operation: Operation) => boolean) =>
    some.length === operations.filter(test).length ? [`every ${one}`] : some.map((operation) => `\`${operation}\``);
  const what = [
    ...everyOf(calls, 'call', (operation) => !isCallback(operation)),
    ...everyOf(callbacks, 'callback', isCallback),
  ];
  return `${what.join(', ')}${providers.length === 2 ? '' : ` of ${providers[0] === 'rem' ? 'REM' : 'Fazz'}`}`;
}
