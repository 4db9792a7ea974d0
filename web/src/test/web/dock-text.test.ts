import assert from 'node:assert/strict';
import { test } from 'node:test';
import { add, setOptions, toggleMaximised } from '../../main/web/dock/dock-changes.js';
import { DEEPEST, EMPTY, MOST_PANELS_IN_LAYOUT, column, depthOf, layoutOf, panelsOf, row, tabs } from '../../main/web/dock/dock-layout.js';
import { layoutFrom, textOf, type Kinds } from '../../main/web/dock/dock-text.js';

const SEVERAL: Record<string, boolean> = { timing: false, map: false, laps: true, 'tyre-use': true };
const kinds: Kinds = (kind) => (Object.hasOwn(SEVERAL, kind) ? { several: SEVERAL[kind] ?? false } : undefined);
const layout = layoutOf(row([47, tabs('timing', 'laps')], [53, column([50, tabs('map')], [50, tabs('laps.2', 'tyre-use')])]));

for (const [what, each] of Object.entries({
  'of rows and columns': layout,
  'with options': setOptions(setOptions(layout, 'laps.2', { car: '7', channel: 'brake_pressure_front' }), 'map', { heat: "Größe ~*!'()._%&= 🏁" }),
  'with a maximised panel': toggleMaximised(layout, 'tyre-use'),
  'of one panel': layoutOf(tabs('map')),
  'of none': EMPTY,
})) {
  test(`a layout ${what} comes back from its text, and an address leaves the text alone`, () => {
    const text = textOf(each);
    assert.deepEqual(layoutFrom(text, kinds), each);
    assert.equal(encodeURIComponent(text), text);
    assert.equal(new URLSearchParams(`layout=${text}`).get('layout'), text);
  });
}

test('the text is the one that links already sent have', () => {
  assert.equal(textOf(layout), 'r470.530~0_timing_laps~c500.500~0_map~0_laps.2_tyre-use');
  assert.equal(textOf(setOptions(layout, 'map', { heat: 'speed' })), 'r470.530~0_timing_laps~c500.500~0_map*heat*speed~0_laps.2_tyre-use');
});

test('panels that are unknown or doubled are dropped', () => {
  assert.equal(textOf(layoutFrom('r500.500~0_nothing~1_timing_map_timing', kinds) ?? EMPTY), '1_timing_map');
  assert.equal(textOf(layoutFrom('0_timing_timing.2_laps.2_laps.x_constructor', kinds) ?? EMPTY), '0_timing_laps.2');
});

test('a text without any known panel is no layout, so that the page is not empty', () => {
  assert.equal(layoutFrom('r500.500~0_nothing~0_nowhere', kinds), null);
});

test('what is no layout is refused', () => {
  for (const text of ['', '~', 'r', 'r500.500~0_map', '0_map~0_laps', 'x_map', '_map', `0_map${'_laps'.repeat(1_000)}`, 'r1~'.repeat(500)]) {
    assert.equal(layoutFrom(text, kinds), null, text);
  }
});

test('weights that make no sense become usable', () => {
  assert.equal(textOf(layoutFrom('r0.1e999~0_map~0_laps', kinds) ?? EMPTY), 'r500.500~0_map~0_laps');
  assert.equal(textOf(layoutFrom('r9.1~0_map~0_laps', kinds) ?? EMPTY), 'r900.100~0_map~0_laps');
});

test('what lies too deep becomes tabs', () => {
  const depth = DEEPEST + 4;
  const parts = Array.from({ length: depth }, (_, i) => `${i % 2 === 0 ? 'r' : 'c'}500.500~0_laps.${i + 2}`);
  const read = layoutFrom(`${parts.join('~')}~0_map`, kinds);
  assert.equal(depthOf(read?.root ?? null), DEEPEST);
  assert.equal(panelsOf(read ?? EMPTY).length, depth + 1);
});

test('too many panels are cut', () => {
  const many = Array.from({ length: 60 }, (_, i) => `laps.${i + 2}`);
  const read = layoutFrom(`0_${many.join('_')}`, kinds) ?? EMPTY;
  assert.equal(panelsOf(read).length, MOST_PANELS_IN_LAYOUT);
  assert.equal(add(read, 'map', null), read);
});

test('options that make no sense are dropped, the panel stays', () => {
  const read = layoutFrom(`0_map*car*!zz*Heat*speed*heat*${'x'.repeat(300)}*at*5`, kinds);
  assert.deepEqual(read?.options, { map: { at: '5' } });
});
