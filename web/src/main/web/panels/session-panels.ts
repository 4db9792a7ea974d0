import { html, nothing } from 'lit';
import '../parts/car-map.js';
import '../parts/lap-list.js';
import '../parts/source-health.js';
import '../parts/timing-panel.js';
import { windowFrom } from '../parts/traces-panel.js';
import '../parts/warnings-feed.js';
import { register, type PanelContext } from './registry.js';

register(
  {
    id: 'timing',
    title: 'Timing',
    group: 'timing',
    several: false,
    aside: ({ store }) =>
      html`<span class="second" data-testid="order"
        >position and gap by best lap${store.timing.entries().some((entry) => entry.sectors > 1) ? ' · latest sectors' : nothing}</span
      >`,
    render: ({ store, car }) => html`<vc-timing-panel .store=${store} .selected=${car}></vc-timing-panel>`,
  },
  {
    id: 'laps',
    title: 'Laps',
    group: 'timing',
    several: true,
    pins: true,
    heading: ({ car }) => (car === null ? 'Laps' : `Laps of car ${car}`),
    render: ({ store, car, lap }) => html`<vc-lap-list .store=${store} .car=${car} .selected=${lap}></vc-lap-list>`,
  },
  {
    id: 'traces',
    title: 'Traces',
    group: 'traces',
    several: false,
    render: (context) => html`<vc-traces-panel
      .store=${context.store}
      .session=${context.session}
      .car=${context.car}
      .lap=${context.lap}
      .by=${context.options['by'] === 'distance' ? 'distance' : 'time'}
      .channels=${context.channels}
      .placeChannels=${context.placeChannels}
      .seconds=${windowFrom(context.options['seconds'])}
    ></vc-traces-panel>`,
  },
  {
    id: 'map',
    title: 'Track',
    group: 'map',
    several: false,
    render: (context) => html`<vc-car-map
      .store=${context.store}
      .session=${context.session}
      .lap=${context.lap}
      .channels=${context.channels}
      .heat=${context.options['heat'] ?? ''}
      .following=${context.options['follow'] === 'yes'}
      .numbered=${context.options['corners'] === 'yes'}
      .selected=${context.car}
      .selectedPlace=${context.lap === null ? null : context.cursorPlace}
      .placeChannels=${context.allChannels.length === 0 ? null : context.placeChannels}
    ></vc-car-map>`,
  },
  {
    id: 'warnings',
    title: 'Warnings',
    group: 'race',
    several: false,
    badge: warningsOf,
    render: ({ store }) => html`<vc-warnings-feed .store=${store}></vc-warnings-feed>`,
  },
  {
    id: 'sources',
    title: 'Sources',
    group: 'sources',
    several: false,
    render: ({ store }) => html`<vc-source-health .store=${store}></vc-source-health>`,
  },
);

function warningsOf({ store }: PanelContext): number | null {
  return store.timing.warnings.length > 0 ? store.timing.warnings.length : null;
}
