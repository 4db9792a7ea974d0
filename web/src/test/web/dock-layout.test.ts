import assert from 'node:assert/strict';
import { test } from 'node:test';
import { activate, add, close, freshId, move, moveTowards, resize, setOptions, toggleMaximised } from '../../main/web/dock/dock-changes.js';
import {
  DEEPEST,
  EMPTY,
  MOST_PANELS_IN_LAYOUT,
  WHOLE,
  column,
  depthOf,
  groupWith,
  layoutOf,
  panelsInSight,
  panelsOf,
  row,
  shares,
  tabs,
  type DockLayout,
  type DockNode,
} from '../../main/web/dock/dock-layout.js';

/** timing | map over (laps, warnings) */
const before = layoutOf(row([60, tabs('timing')], [40, column([50, tabs('map')], [50, tabs('laps', 'warnings')])]));

/** The tree in short: `|` beside, `/` above each other, the active tab marked. */
function drawn(node: DockNode | null): string {
  if (node === null) {
    return '-';
  }
  if (node.kind === 'group') {
    return node.panels.map((panel) => (panel === node.active ? `${panel}!` : panel)).join('+');
  }
  return `(${node.parts.map(drawn).join(node.axis === 'row' ? ' | ' : ' / ')})`;
}

const shape = (layout: DockLayout): string => drawn(layout.root);

test('the panel that is added comes to the front of its group', () => {
  assert.equal(shape(add(before, 'traces', { beside: 'map' })), '(timing! | (map+traces! / laps!+warnings))');
  assert.equal(shape(add(before, 'traces', null)), '(timing+traces! | (map! / laps!+warnings))');
  assert.equal(shape(add(EMPTY, 'traces', { beside: 'map' })), 'traces!');
});

test('a panel that is there already is not added twice', () => {
  assert.equal(shape(add(before, 'warnings', { beside: 'map' })), '(timing! | (map! / laps+warnings!))');
});

test('a layout takes so many panels and no more', () => {
  let layout: DockLayout = EMPTY;
  for (let i = 0; i <= MOST_PANELS_IN_LAYOUT; i++) {
    layout = add(layout, `p${i}`, null);
  }
  assert.equal(panelsOf(layout).length, MOST_PANELS_IN_LAYOUT);
});

test('a further panel of a kind gets a number where there may be several', () => {
  assert.equal(freshId(before, 'traces', false), 'traces');
  assert.equal(freshId(before, 'laps', true), 'laps.2');
  assert.equal(freshId(before, 'laps', false), null);
  assert.equal(freshId(add(before, 'laps.2', null), 'laps', true), 'laps.3');
});

test('a group that loses its last panel leaves its place to the others', () => {
  assert.equal(shape(close(before, 'map')), '(timing! | laps!+warnings)');
  assert.equal(shape(close(before, 'timing')), '(map! / laps!+warnings)');
  assert.equal(shape(close(before, 'laps')), '(timing! | (map! / warnings!))');
  assert.equal(shape(close(layoutOf(tabs('map')), 'map')), '-');
  assert.equal(close(before, 'traces'), before);
});

test('the neighbour of a closed tab comes to the front', () => {
  const three = layoutOf(tabs('a', 'b', 'c'));
  assert.equal(shape(close(activate(three, 'b'), 'b')), 'a+c!');
  assert.equal(shape(close(activate(three, 'c'), 'c')), 'a+b!');
});

test('a closed panel forgets its options', () => {
  const pinned = setOptions(before, 'laps', { car: '7' });
  assert.deepEqual(pinned.options, { laps: { car: '7' } });
  assert.deepEqual(close(pinned, 'laps').options, {});
  assert.deepEqual(setOptions(pinned, 'laps', { car: '' }).options, {});
});

test('a panel moves to another group, to a place among its tabs, and to an edge', () => {
  assert.equal(shape(move(before, 'timing', { beside: 'warnings' })), '(map! / laps+warnings+timing!)');
  assert.equal(shape(move(before, 'timing', { beside: 'warnings', index: 0 })), '(map! / timing!+laps+warnings)');
  assert.equal(shape(move(before, 'laps', { beside: 'map', edge: 'left' })), '(timing! | ((laps! | map!) / warnings!))');
  assert.equal(shape(move(before, 'laps', { beside: 'timing', edge: 'right' })), '(timing! | laps! | (map! / warnings!))');
  assert.equal(shape(move(before, 'laps', { edge: 'bottom' })), '((timing! | (map! / warnings!)) / laps!)');
});

test('tabs change their order within their group', () => {
  assert.equal(shape(move(before, 'laps', { beside: 'laps', index: 1 })), '(timing! | (map! / warnings+laps!))');
});

test('a panel alone in its group does not move to the edges of itself', () => {
  assert.equal(move(before, 'map', { beside: 'map', edge: 'left' }), before);
  assert.equal(move(before, 'map', { beside: 'map' }), before);
});

test('the place of a panel at an edge is half of the group', () => {
  const { root } = move(before, 'laps', { beside: 'timing', edge: 'right' });
  assert.deepEqual(root?.kind === 'split' && root.weights, [300, 300, 400]);
});

test('by keyboard a panel leaves its tabs, joins its neighbour, and ends at the edge', () => {
  const out = moveTowards(before, 'warnings', 'right');
  assert.equal(shape(out), '(timing! | (map! / (laps! | warnings!)))');
  const joined = moveTowards(out, 'warnings', 'top');
  assert.equal(shape(joined), '(timing! | (map+warnings! / laps!))');
  const alone = moveTowards(before, 'map', 'right');
  assert.equal(shape(alone), '(timing! | laps!+warnings | map!)');
  assert.equal(moveTowards(alone, 'map', 'right'), alone);
});

test('a border moves as far as both sides stay in sight', () => {
  const weightsOf = (layout: DockLayout) => layout.root?.kind === 'split' && layout.root.weights;
  assert.deepEqual(weightsOf(resize(before, [], 0, 0.1)), [700, 300]);
  assert.deepEqual(weightsOf(resize(before, [], 0, 5)), [980, 20]);
  assert.deepEqual(weightsOf(resize(before, [], 0, -5)), [20, 980]);
  assert.deepEqual(weightsOf(resize(before, [], 0, NaN)), [600, 400]);
  assert.deepEqual(weightsOf(resize(before, [], 1, 0.1)), [600, 400]);
  const inner = resize(before, [1], 0, 0.2).root;
  assert.deepEqual(inner?.kind === 'split' && inner.parts[1]?.kind === 'split' && inner.parts[1].weights, [700, 300]);
});

test('only panels in front are in sight; a maximised one is alone', () => {
  assert.deepEqual(panelsInSight(before), ['timing', 'map', 'laps']);
  const large = toggleMaximised(before, 'warnings');
  assert.deepEqual(panelsInSight(large), ['warnings']);
  assert.deepEqual(panelsInSight(activate(large, 'laps')), ['laps']);
  assert.deepEqual(panelsInSight(activate(large, 'map')), ['timing', 'map', 'warnings']);
  assert.deepEqual(panelsInSight(toggleMaximised(large, 'warnings')), ['timing', 'map', 'warnings']);
  assert.deepEqual(panelsInSight(close(large, 'warnings')), ['timing', 'map', 'laps']);
});

test('a layout does not grow deeper than it may', () => {
  let layout = layoutOf(tabs('p0'));
  for (let i = 1; i < 20; i++) {
    layout = add(layout, `p${i}`, { beside: `p${i - 1}`, edge: i % 2 === 0 ? 'right' : 'bottom' });
  }
  assert.equal(depthOf(layout.root), DEEPEST);
  assert.ok(groupWith(layout, 'p1'));
});

test('weights are whole shares, whatever they were', () => {
  assert.deepEqual(shares([1, 1, 2]), [250, 250, 500]);
  assert.deepEqual(shares([470, 320, 210]), [470, 320, 210]);
  assert.deepEqual(shares([NaN, 1, 1]), [334, 333, 333]);
  for (const odd of [[Infinity, 1], [0, 0], [-5, 3, 1e300], Array.from({ length: 40 }, (_, i) => i ** 5)]) {
    const all = shares(odd);
    assert.equal(all.reduce((a, b) => a + b), WHOLE);
    assert.ok(all.every((share) => Number.isInteger(share) && share > 0), String(all));
    assert.deepEqual(shares(all), all);
  }
});
