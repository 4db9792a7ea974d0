import assert from 'node:assert/strict';
import { test } from 'node:test';
import { close } from '../../main/web/dock/dock-changes.js';
import { EMPTY, layoutOf, row, tabs } from '../../main/web/dock/dock-layout.js';
import { textOf } from '../../main/web/dock/dock-text.js';
import { LayoutShelf, MOST_SAVED, type NamedLayout, type Shelf } from '../../main/web/dock/layout-shelf.js';

const race: NamedLayout = { name: 'Race', layout: layoutOf(row([60, tabs('timing')], [40, tabs('map')])) };
const driver: NamedLayout = { name: 'Driver', layout: layoutOf(tabs('map')) };

class StorageDouble implements Shelf {
  readonly items = new Map<string, string>();
  full = false;

  getItem(key: string): string | null {
    return this.items.get(key) ?? null;
  }

  setItem(key: string, value: string): void {
    if (this.full) {
      throw new Error('full');
    }
    this.items.set(key, value);
  }
}

const shelfOf = (storage: Shelf): LayoutShelf =>
  new LayoutShelf([race, driver], (kind) => (['timing', 'map'].includes(kind) ? { several: false } : undefined), () => storage);

test('who has chosen nothing sees the first layout; who has, sees that one again', () => {
  const storage = new StorageDouble();
  assert.equal(shelfOf(storage).name, 'Race');
  shelfOf(storage).choose('Driver');
  assert.equal(shelfOf(storage).name, 'Driver');
  assert.deepEqual(shelfOf(storage).layout, driver.layout);
});

test('a change is remembered beside the name, and taken back by a reset', () => {
  const storage = new StorageDouble();
  const shelf = shelfOf(storage);
  assert.equal(shelf.changed, false);
  shelf.change(close(shelf.layout, 'map'));
  assert.equal(shelf.changed, true);
  assert.equal(shelfOf(storage).text, '0_timing');
  assert.equal(shelfOf(storage).name, 'Race');
  shelf.reset();
  assert.deepEqual(shelf.layout, race.layout);
  assert.equal(shelf.changed, false);
});

test('a layout is saved under a name, replaced, renamed and deleted', () => {
  const storage = new StorageDouble();
  const shelf = shelfOf(storage);
  shelf.change(driver.layout);
  assert.equal(shelf.save('  Wet race '), null);
  assert.deepEqual([shelf.name, shelf.savedNames, shelf.changed], ['Wet race', ['Wet race'], false]);
  shelf.change(race.layout);
  assert.equal(shelf.changed, true);
  assert.equal(shelf.save('Wet race'), null);
  assert.deepEqual([shelf.savedNames, shelf.changed], [['Wet race'], false]);
  assert.equal(shelf.rename('Wet race', 'Dry race'), null);
  assert.deepEqual([shelf.name, shelfOf(storage).savedNames], ['Dry race', ['Dry race']]);
  assert.equal(shelf.delete('Dry race'), null);
  assert.deepEqual([shelf.name, shelf.savedNames, shelf.text], [null, [], textOf(race.layout)]);
});

test('a name that cannot be is refused with the remedy', () => {
  const shelf = shelfOf(new StorageDouble());
  assert.match(shelf.save(' ') ?? '', /needs a name/);
  assert.match(shelf.save('x'.repeat(41)) ?? '', /41 characters.*at most 40/);
  assert.match(shelf.save('Race') ?? '', /'Race' is built in/);
  shelf.save('one');
  shelf.save('two');
  assert.match(shelf.rename('one', 'two') ?? '', /'two' is taken/);
  assert.equal(shelf.rename('one', 'one'), null);
  shelf.change(EMPTY);
  assert.match(shelf.save('three') ?? '', /Add a panel first/);
});

test('there is room for fifty', () => {
  const shelf = shelfOf(new StorageDouble());
  for (let i = 0; i < MOST_SAVED; i++) {
    assert.equal(shelf.save(`layout ${i}`), null);
  }
  assert.match(shelf.save('one more') ?? '', /50 layouts are saved/);
  assert.equal(shelf.save('layout 3'), null);
});

test('a link shows its layout without taking away the own one', () => {
  const storage = new StorageDouble();
  shelfOf(storage).choose('Driver');
  const shelf = shelfOf(storage);
  assert.equal(shelf.openLink('0_timing'), true);
  assert.deepEqual([shelf.name, shelf.text], [null, '0_timing']);
  assert.equal(shelfOf(storage).name, 'Driver');
  shelf.change(race.layout);
  assert.deepEqual([shelfOf(storage).name, shelfOf(storage).text], [null, textOf(race.layout)]);
});

test('a link that shows what is there already, or nothing, changes nothing', () => {
  const shelf = shelfOf(new StorageDouble());
  assert.equal(shelf.openLink(shelf.text), true);
  assert.equal(shelf.openLink('nonsense'), false);
  assert.equal(shelf.name, 'Race');
});

test('what the storage holds is not trusted', () => {
  for (const text of ['{', 'null', '[]', '{"current":5,"saved":{}}', '{"current":{"name":"Race","text":"nonsense"},"saved":[null,{"name":7,"text":""}]}']) {
    const storage = new StorageDouble();
    storage.setItem('vitalcore.layouts', text);
    const shelf = shelfOf(storage);
    assert.deepEqual([shelf.name, shelf.savedNames], ['Race', []], text);
  }
});

test('a browser that stores nothing says so, and goes on', () => {
  const storage = new StorageDouble();
  storage.full = true;
  const shelf = shelfOf(storage);
  assert.match(shelf.save('mine') ?? '', /stores nothing/);
  shelf.change(driver.layout);
  assert.deepEqual(shelf.layout, driver.layout);
});
