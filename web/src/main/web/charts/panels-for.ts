import { palette } from '../design/palette.js';
import { lookOf } from '../model/channel-look.js';
import { channelTitle } from '../model/format.js';
import type { Channel } from '../wire/words.js';
import type { PanelSpec } from './trace-panel.js';

/** A line of every panel; without a colour each panel takes the next one of the palette. */
interface LineName {
  label: string;
  colour?: string;
  dash?: number[] | undefined;
}

export function panelsFor(channels: Pick<Channel, 'name' | 'unit'>[], lines: LineName[]): PanelSpec[] {
  const { traces } = palette();
  return channels.map((channel, i) => {
    const look = lookOf(channel.name);
    return {
      key: channel.name,
      title: channelTitle(channel.name),
      unit: channel.unit ?? '',
      lines: lines.map(({ label, colour, dash }) => ({ label, dash, colour: colour ?? (traces[i % traces.length] as string) })),
      range: look.range,
      whole: look.whole,
    };
  });
}
