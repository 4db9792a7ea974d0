import { html } from 'lit';
import '../parts/gap-chart.js';
import '../parts/lap-evolution.js';
import '../parts/stint-chart.js';
import { register } from './registry.js';

register(
  {
    id: 'lap-evolution',
    title: 'Lap times',
    group: 'timing',
    several: true,
    pins: true,
    render: ({ store, car, options }) => html`<vc-lap-evolution
      .store=${store}
      .car=${car}
      .options=${options}
    ></vc-lap-evolution>`,
  },
  {
    id: 'stints',
    title: 'Stints',
    group: 'timing',
    several: false,
    render: ({ store, car, options }) => html`<vc-stint-chart .store=${store} .car=${car} .options=${options}></vc-stint-chart>`,
  },
  {
    id: 'gaps',
    title: 'Gaps',
    group: 'timing',
    several: true,
    pins: true,
    render: ({ store, car, options }) => html`<vc-gap-chart .store=${store} .car=${car} .options=${options}></vc-gap-chart>`,
  },
);
