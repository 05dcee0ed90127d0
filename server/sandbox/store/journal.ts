import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import type { Arming } from '../armings.ts';
import type { Delivery } from '../callbacks/delivery.ts';
import type { Charge } from '../charges/charge.ts';
import type { RequestEntry } from '../http/request-log.ts';
import type { Receiver } from '../receiver/receiver.ts';
import type { Settings } from '../settings.ts';

/** One change of the twin's state; each line holds the whole record as it now is. */
export type JournalEntry =
  /** Of any kind; the name is older than the other kinds. */
  | { type: 'link'; link: Charge }
  | { type: 'delivery'; delivery: Delivery }
  | { type: 'request'; request: RequestEntry }
  | { type: 'arming'; arming: Arming }
  | { type: 'disarmed'; id: string }
  | { type: 'receiver'; receiver: Receiver }
  | { type: 'settings'; settings: Settings }
  | { type: 'clock'; offsetMs: number };

export interface Journal {
  /** The line is with the operating system when this returns: it survives kill -9, though not a power cut. */
  append(entry: JournalEntry): void;
  /** Puts these entries in the place of everything, atomically. */
  rewrite(entries: Iterable<JournalEntry>): void;
  close(): void;
}

/** The journal of a twin that keeps nothing. */
export const noJournal: Journal = { append: () => {}, rewrite: () => {}, close: () => {} };

/**
 * All entries of the file, oldest first; none when there is no file. A last line without an end was being written when
 * the process died and is left out; its call was never answered.
 */
export function readJournal(file: string): JournalEntry[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').split('\n');
  lines.pop();
  return lines.map((line, index) => {
    try {
      return JSON.parse(line) as JournalEntry;
    } catch {
      throw new Error(`The sandbox's data file is damaged at line ${index + 1}; delete it to start anew: ${file}`);
    }
  });
}

/** Opens the file for appending, beginning with these entries alone. */
export function openJournal(file: string, entries: Iterable<JournalEntry>): Journal {
  mkdirSync(dirname(file), { recursive: true });
  let handle = -1;
  const line = (entry: JournalEntry) => `${JSON.stringify(entry)}\n`;
  const journal: Journal = {
    append(entry) {
      // Once closed nothing is kept any more, such as the clock of an `advance` that was cut off.
      if (handle >= 0) writeSync(handle, line(entry));
    },
    rewrite(all) {
      const next = `${file}.next`;
      writeFileSync(next, [...all].map(line).join(''));
      if (handle >= 0) closeSync(handle);
      renameSync(next, file);
      handle = openSync(file, 'a');
    },
    close() {
      if (handle >= 0) closeSync(handle);
      handle = -1;
    },
  };
  journal.rewrite(entries);
  return journal;
}
