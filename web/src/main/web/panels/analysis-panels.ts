import { html } from 'lit';
import '../analysis/engine-use.js';
import '../analysis/gg-diagram.js';
import '../analysis/histogram.js';
import '../analysis/scatter.js';
import '../analysis/wheels.js';
import { channelTitle } from '../model/format.js';
import { register } from './registry.js';

register(
  {
    id: 'gg',
    title: 'g-g diagram',
    group: 'analysis',
    several: true,
    pins: true,
    render: ({ store, session, car, lap, allChannels, options }) =>
      html`<vc-gg-diagram .store=${store} .session=${session} .car=${car} .lap=${lap} .channels=${allChannels} .options=${options}></vc-gg-diagram>`,
  },
  {
    id: 'histogram',
    title: 'Histogram',
    group: 'analysis',
    several: true,
    pins: true,
    heading: ({ options }) => `Histogram of ${channelTitle(options['channel'] ?? 'speed')}`,
    render: ({ store, session, car, lap, allChannels, options }) =>
      html`<vc-histogram .store=${store} .session=${session} .car=${car} .lap=${lap} .channels=${allChannels} .options=${options}></vc-histogram>`,
  },
  {
    id: 'scatter',
    title: 'Scatter',
    group: 'analysis',
    several: true,
    pins: true,
    render: ({ store, session, car, lap, allChannels, options }) =>
      html`<vc-scatter .store=${store} .session=${session} .car=${car} .lap=${lap} .channels=${allChannels} .options=${options}></vc-scatter>`,
  },
  {
    id: 'wheels',
    title: 'Wheels',
    group: 'analysis',
    several: true,
    pins: true,
    render: ({ store, session, car, lap, allChannels }) =>
      html`<vc-wheels tabindex="0" .store=${store} .session=${session} .car=${car} .lap=${lap} .channels=${allChannels}></vc-wheels>`,
  },
  {
    id: 'engine',
    title: 'Gears and engine speed',
    group: 'analysis',
    several: true,
    pins: true,
    render: ({ store, session, car, lap, allChannels, options }) =>
      html`<vc-engine-use .store=${store} .session=${session} .car=${car} .lap=${lap} .channels=${allChannels} .options=${options}></vc-engine-use>`,
  },
);
