import { LitElement, html } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type { KeyBinding } from '../model/keys.js';
import type { Channel } from '../wire/words.js';
import type { ChannelPicker } from './channel-picker.js';
import './channel-picker.js';
import type { MathChannels } from './math-channels.js';
import './math-channels.js';

/** Choosing channels, and making new ones of them. Tells `channels-chosen` and `math-changed`. */
@customElement('vc-channel-dialogs')
export class ChannelDialogs extends LitElement {
  @property() session = '';
  @property() car: string | null = null;
  /** All that can be chosen. */
  @property({ attribute: false }) channels: Channel[] = [];
  @property({ attribute: false }) chosen: string[] = [];
  @query('vc-channel-picker') private picker!: ChannelPicker;
  @query('vc-math-channels') private math!: MathChannels;

  open(): void {
    this.picker.open();
  }

  openMath(): void {
    this.math.open();
  }

  override render() {
    const { session, car, channels, chosen } = this;
    return html`<vc-channel-picker
        .channels=${channels}
        .chosen=${chosen}
        @math-wanted=${() => this.math.open()}
      ></vc-channel-picker>
      <vc-math-channels .session=${session} .car=${car} .channels=${channels} .chosen=${chosen}></vc-math-channels>`;
  }
}

/** The keys that open them, for the view that they are in. */
export function channelKeys(dialogs: () => ChannelDialogs | null): KeyBinding[] {
  return [
    { keys: ['c', '/'], shown: ['c', '/'], does: 'Choose channels', run: () => dialogs()?.open() },
    { keys: ['e'], shown: ['e'], does: 'Math channels', run: () => dialogs()?.openMath() },
  ];
}
