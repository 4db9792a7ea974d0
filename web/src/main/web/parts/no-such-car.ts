import { html, type TemplateResult } from 'lit';
import { hrefOf } from '../model/routes.js';
import type { Entry } from '../wire/words.js';
import './note.js';

/** Instead of the panels: the address names a car that the session does not have. */
export function noSuchCar(session: string, car: string | null, entries: readonly Entry[]): TemplateResult {
  const cars = entries.map((entry) => entry.car).sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
  const known = cars.length === 0 ? 'No car has sent anything yet.' : `Its cars are ${cars.join(', ')}.`;
  const href = hrefOf({ view: 'session', id: session, car: null, lap: null, at_s: null, layout: null });
  return html`<vc-note
    kind="problem"
    heading="No such car"
    detail="Car '${car}' is not in this session. ${known}"
    remedy="See whether the address is written right, or choose a car in the session."
  >
    <p><a class="button" href=${href}>The session</a></p>
  </vc-note>`;
}
