import { wibDateTime } from '../instants.ts';

/** An RFC 3339 instant as Fazz's samples write it: to the second, with WIB's offset. */
export function fazzTime(instant: string): string {
  return `${wibDateTime(instant).replace(' ', 'T')}+07:00`;
}
