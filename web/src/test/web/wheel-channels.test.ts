import assert from 'node:assert/strict';
import { test } from 'node:test';
import { slipOf, wheelChannel, wheelsOf } from '../../main/web/model/wheel-channels.js';

const of = (name: string): string | null => {
  const is = wheelChannel(name);
  return is && `${is.wheel} ${is.quantity}${is.place === 'whole' ? '' : ` ${is.place}`}`;
};

const named = (names: string[]) => names.map((name) => ({ name, original_name: null, unit: null, original_unit: null, rate_hz: null, expression: null }));

test('the channels of the simulated race', () => {
  assert.equal(of('tyre_temperature_fl_inner'), 'fl tyreTemperature inner');
  assert.equal(of('tyre_temperature_rr_middle'), 'rr tyreTemperature middle');
  assert.equal(of('tyre_pressure_rl'), 'rl tyrePressure');
  assert.equal(of('brake_temperature_fr'), 'fr brakeTemperature');
  assert.equal(of('damper_rl'), 'rl damper');
  assert.equal(of('wheel_speed_fl'), 'fl wheelSpeed');
});

test('those of a MoTeC logger', () => {
  assert.equal(of('Tyre Temp FL Centre'), 'fl tyreTemperature middle');
  assert.equal(of('Tyre Temp FR Outer'), 'fr tyreTemperature outer');
  assert.equal(of('tyre_temp_rl'), 'rl tyreTemperature');
  assert.equal(of('Brake Temp RL'), 'rl brakeTemperature');
  assert.equal(of('Susp Pos FR'), 'fr damper');
  assert.equal(of('Wheel Speed RR'), 'rr wheelSpeed');
});

test('those of games', () => {
  assert.equal(of('TireTempFl'), 'fl tyreTemperature');
  assert.equal(of('TireSlipRatioFrontLeft'), 'fl slip');
  assert.equal(of('SuspensionTravelMetersRearRight'), 'rr damper');
  assert.equal(of('WheelRotationSpeedRearLeft'), 'rl wheelSpeed');
  assert.equal(of('LFpressure'), 'fl tyrePressure');
  assert.equal(of('RRspeed'), 'rr wheelSpeed');
  // Left and right of the tyre as it stands on the car.
  assert.equal(of('LFtempCL'), 'fl tyreTemperature outer');
  assert.equal(of('RFtempCL'), 'fr tyreTemperature inner');
  assert.equal(of('RFtempCM'), 'fr tyreTemperature middle');
});

test('what only sounds like it is none of them', () => {
  for (const name of [
    'speed',
    'brake_pressure_front',
    'LFbrakeLinePress',
    'LFcoldPressure',
    'TireSlipAngleFrontLeft',
    'TireCombinedSlipRearRight',
    'NormalizedSuspensionTravelFrontLeft',
    'WheelOnRumbleStripFrontLeft',
    'LFshockVel',
    'wheel_speed_front',
    'tyre_compound',
    'Brake Pad Temp FL',
  ]) {
    assert.equal(of(name), null, name);
  }
});

test('wheels have what the car sends of them, of two names the plainer', () => {
  const wheels = wheelsOf(named(['tyre_temperature_fl_outer', 'tyre_temperature_fl_inner', 'damper_position_fl', 'damper_fl', 'rpm']));
  assert.deepEqual(Object.keys(wheels.fl.tyre).sort(), ['inner', 'outer']);
  assert.equal(wheels.fl.of.damper?.name, 'damper_fl');
  assert.deepEqual(wheels.rr, { tyre: {}, of: {} });
});

test('a name that lost its capitals is read by the one of the recording', () => {
  const [channel] = named(['tireslipratiofrontleft']);
  const wheels = wheelsOf([{ ...(channel as NonNullable<typeof channel>), original_name: 'TireSlipRatioFrontLeft' }]);
  assert.equal(wheels.fl.of.slip?.name, 'tireslipratiofrontleft');
});

test('slip is what a wheel turns faster than the car moves; at low speed it is not known', () => {
  assert.ok(Math.abs((slipOf(103, 100) ?? 0) - 3) < 1e-9);
  assert.ok(Math.abs((slipOf(190, 200) ?? 0) + 5) < 1e-9);
  assert.equal(slipOf(12, 10), null);
  assert.equal(slipOf(null, 100), null);
});
