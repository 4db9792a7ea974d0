import { html } from 'lit';
import '../parts/race-control-feed.js';
import '../parts/timing-tower.js';
import '../parts/weather-strip.js';
import { register } from './registry.js';

register(
  {
    id: 'tower',
    title: 'Race order',
    group: 'timing',
    several: false,
    render: ({ store, car }) => html`<vc-timing-tower .store=${store} .selected=${car}></vc-timing-tower>`,
  },
  {
    id: 'race-control',
    title: 'Race control',
    group: 'race',
    several: false,
    render: ({ store, options }) =>
      html`<vc-race-control-feed .store=${store} .offTrack=${options['wide'] === 'yes'}></vc-race-control-feed>`,
  },
  {
    id: 'weather',
    title: 'Weather',
    group: 'race',
    several: false,
    render: ({ store, session }) => html`<vc-weather-strip tabindex="0" .store=${store} .session=${session}></vc-weather-strip>`,
  },
);
