import assert from 'node:assert/strict';
import { test } from 'node:test';
import { usesKey } from '../../main/web/model/keys.js';

test('what is typed stays in its field', () => {
  for (const key of ['l', ' ', 'End', 'ArrowLeft']) {
    assert.ok(usesKey({ localName: 'input', type: 'text' }, key));
    assert.ok(usesKey({ localName: 'textarea' }, key));
    assert.ok(usesKey({ localName: 'select' }, key));
  }
});

test('the line of time, once touched, leaves the keys to the page', () => {
  for (const key of ['l', ' ', 'End', 'Home', 'ArrowLeft', 'j']) {
    assert.ok(!usesKey({ localName: 'input', type: 'range' }, key));
  }
  assert.ok(usesKey({ localName: 'input', type: 'range' }, 'Tab'));
});

test('a button is pressed by Space, a dialog has all keys while it is open', () => {
  assert.ok(usesKey({ localName: 'button' }, ' '));
  assert.ok(!usesKey({ localName: 'button' }, 'l'));
  assert.ok(usesKey({ localName: 'dialog', open: true }, 'l'));
  assert.ok(!usesKey({ localName: 'dialog', open: false }, 'l'));
});
