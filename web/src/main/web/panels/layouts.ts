import { column, layoutOf, row, tabs } from '../dock/dock-layout.js';
import type { NamedLayout } from '../dock/layout-shelf.js';

/** What a job at the pit wall looks at first; the first layout is the one of who has not chosen. */
export const BUILT_IN: readonly [NamedLayout, ...NamedLayout[]] = [
  {
    name: 'Race',
    layout: layoutOf(
      row(
        [47, column([75, tabs('tower', 'timing')], [25, tabs('laps')])],
        [30, tabs('traces')],
        [23, column([46, tabs('map')], [30, tabs('race-control', 'warnings')], [24, tabs('weather', 'sources')])],
      ),
    ),
  },
  {
    name: 'Engineer',
    layout: layoutOf(
      row(
        [38, column([58, tabs('timing')], [42, tabs('laps', 'sources', 'warnings')])],
        [62, column([68, tabs('traces')], [32, tabs('map')])],
      ),
    ),
  },
  {
    name: 'Driver',
    layout: layoutOf(row([62, tabs('traces')], [38, column([50, tabs('map')], [50, tabs('laps', 'losses', 'corners')])])),
  },
  {
    name: 'Analysis',
    layout: layoutOf(
      row(
        [26, column([55, tabs('laps', 'timing')], [45, tabs('map')])],
        [44, column([60, tabs('traces')], [40, tabs('histogram', 'scatter')])],
        [30, column([50, tabs('gg')], [50, tabs('wheels', 'engine')])],
      ),
    ),
  },
];
