import { setTimeout } from 'node:timers/promises';
import type { Kill } from './plan.ts';
import { count, type Stage } from './stage.ts';

/** Kills a replica with -9 and starts it again, after what is under way with it; resolves when it takes requests. */
export function killReplica(stage: Stage, { replica: index, delayMs, againAfterMs }: Kill): Promise<void> {
  const replica = stage.server.replicas[index];
  if (!replica) throw new Error(`there is no replica ${index}`);
  async function killAndRestart(again: number | null): Promise<void> {
    await replica?.killNine();
    count(stage, 'kills');
    const started = replica?.restart();
    if (again === null) return started;
    const isEarly = await Promise.race([started?.then(() => false), setTimeout(again, true)]);
    if (isEarly) count(stage, 'kills during a start');
    started?.catch(() => undefined);
    return killAndRestart(null);
  }
  const work = Promise.all([stage.underWay[index], setTimeout(delayMs)]).then(() => killAndRestart(againAfterMs));
  stage.underWay[index] = work;
  return work;
}
