import assert from 'node:assert/strict';
import { test } from 'node:test';
import { layoutOf, tabs } from '../../main/web/dock/dock-layout.js';
import { addMenu } from '../../main/web/dock/dock-menus.js';
import type { PanelKind } from '../../main/web/panels/registry.js';

const kind = (id: string, several: boolean): PanelKind => ({ id, title: id, group: 'timing', several, render: () => assert.fail() });

test('the menu tells which panels are shown, those of which there may be several too', () => {
  const kinds = [kind('timing', false), kind('laps', true), kind('gaps', true), kind('stints', false)];
  const notes = addMenu(layoutOf(tabs('timing', 'laps.2')), kinds, null, () => undefined).flatMap((entry) =>
    'label' in entry ? [[entry.label, entry.note]] : [],
  );
  assert.deepEqual(notes, [
    ['timing', 'shown'],
    ['laps', 'shown, one more'],
    ['gaps', undefined],
    ['stints', undefined],
  ]);
});
