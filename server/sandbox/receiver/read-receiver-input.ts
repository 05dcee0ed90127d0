import { ControlRefusal } from '../control/control-refusal.ts';
import type { InputReader } from '../control/read-input.ts';
import { answers, type ReceiverChanges } from './receiver.ts';

/**
 * What a receiver is to do from now on; what is absent stays, except how long: without `remaining` until it is changed. An
 * empty secret checks no signatures. Throws ControlRefusal 400.
 */
export function receiverInput(input: InputReader): ReceiverChanges {
  const answer = input.oneOf('answer', answers);
  const httpStatus = whole(input, 'httpStatus', 200, 599);
  const delayMs = whole(input, 'delayMs', 0, 600_000);
  const percent = whole(input, 'percent', 1, 100);
  return {
    ...(input.has('secret') && { secret: input.text('secret') ?? null }),
    ...(answer && { answer }),
    ...(httpStatus !== undefined && { httpStatus }),
    ...(delayMs !== undefined && { delayMs }),
    ...(percent !== undefined && { percent }),
    remaining: whole(input, 'remaining', 1, 1_000_000) ?? null,
  };
}

function whole(input: InputReader, name: string, least: number, most: number): number | undefined {
  const value = input.whole(name);
  if (value !== undefined && (value < least || value > most))
    throw new ControlRefusal(400, `${name} must be ${least} to ${most}`);
  return value;
}
