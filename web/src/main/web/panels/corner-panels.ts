import { html } from 'lit';
import '../corners/corner-table.js';
import '../corners/time-losses.js';
import { register } from './registry.js';

register(
  {
    id: 'corners',
    title: 'Corners',
    group: 'analysis',
    several: true,
    pins: true,
    render: ({ store, session, car, lap, options }) =>
      html`<vc-corner-table .store=${store} .session=${session} .car=${car} .lap=${lap} .options=${options}></vc-corner-table>`,
  },
  {
    id: 'losses',
    title: 'Where is the time',
    group: 'analysis',
    several: true,
    pins: true,
    render: ({ store, session, car, lap, options }) =>
      html`<vc-time-losses .store=${store} .session=${session} .car=${car} .lap=${lap} .options=${options}></vc-time-losses>`,
  },
);
