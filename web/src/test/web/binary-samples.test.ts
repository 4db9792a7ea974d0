import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BinarySamples } from '../../main/web/wire/binary-samples.js';

/** Writes what docs/api.md states, number by number. */
class Bytes {
  private readonly parts: number[] = [];

  text(text: string): this {
    this.parts.push(...new TextEncoder().encode(text));
    return this;
  }

  name(text: string): this {
    return this.number(2, (view) => view.setUint16(0, text.length, true)).text(text);
  }

  u16(...values: number[]): this {
    values.forEach((value) => this.number(2, (view) => view.setUint16(0, value, true)));
    return this;
  }

  u32(value: number): this {
    return this.number(4, (view) => view.setUint32(0, value, true));
  }

  f32(value: number): this {
    return this.number(4, (view) => view.setFloat32(0, value, true));
  }

  f64(...values: number[]): this {
    values.forEach((value) => this.number(8, (view) => view.setFloat64(0, value, true)));
    return this;
  }

  get buffer(): ArrayBuffer {
    return Uint8Array.from(this.parts).buffer;
  }

  private number(size: number, set: (view: DataView) => void): this {
    const bytes = new ArrayBuffer(size);
    set(new DataView(bytes));
    this.parts.push(...new Uint8Array(bytes));
    return this;
  }
}

const first = new Bytes()
  .text('VCS1')
  .u16(2, 1)
  .f64(12.5)
  .name('25')
  .name('speed')
  .u16(0, 1, 1, 0)
  .u16(1)
  .f32(0.25)
  .f64(201.5)
  .u16(1)
  .u32(2)
  .f64(12, 12.25, 200, 201.5).buffer;
const second = new Bytes().text('VCS1').u16(0, 1).f64(13).u16(0, 1, 0, 0).u16(1).f32(0).f64(99).buffer;

test('reads values with their times, and traces', () => {
  assert.deepEqual(new BinarySamples().read(first), {
    type: 'samples',
    at_s: 12.5,
    cars: {
      '25': {
        values: { speed: 201.5 },
        times: { speed: 12.25 },
        trace: { speed: { x: [12, 12.25], y: [200, 201.5] } },
      },
    },
  });
});

test('remembers names until a hello begins anew', () => {
  const samples = new BinarySamples();
  samples.read(first);
  assert.deepEqual(samples.read(second).cars['25']?.values, { speed: 99 });
  samples.restart();
  assert.throws(() => samples.read(second), /not introduced/);
});

test('refuses what it does not know, and what is cut off', () => {
  assert.throws(() => new BinarySamples().read(new Bytes().text('JSON').f64(1, 2).buffer), /no samples/);
  assert.throws(() => new BinarySamples().read(first.slice(0, 40)), RangeError);
});
