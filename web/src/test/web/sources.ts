import type { Source } from '../../main/web/wire/words.js';

/** A source that sends for a car of its name, ten blocks a second, and has done so up to a moment. */
export const sourceOf = (id: string, until_s: number, more: Partial<Source> = {}): Source => ({
  id,
  session: 's',
  car: id,
  format: null,
  state: 'sending',
  last_block: until_s * 10 - 1,
  samples: 1,
  rate_samples_per_s: 1,
  first_sample: null,
  last_sample: null,
  last_seen: null,
  ...more,
});
