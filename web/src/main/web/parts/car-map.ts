import { LitElement, css, html } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type { MapDot, TrackMap } from '../charts/track-map.js';
import '../charts/track-map.js';
import { palette } from '../design/palette.js';
import { base } from '../design/styles.js';
import type { FrameStore } from '../model/frame-store.js';
import { groundFor, lineOf, type GroundLine, type Place } from '../model/ground.js';
import { whyNoMap } from '../model/no-map.js';
import { PointerListener } from '../model/pointer-listener.js';
import { StoreController } from '../model/store-controller.js';
import type { Track } from '../wire/words.js';
import './note.js';

/** The driven path grows all the time; until there is an outline it is drawn anew this often. */
const PATH_EVERY_MS = 1_000;

/** The track with all cars where they are at the store's cursor in time. */
@customElement('vc-car-map')
export class CarMap extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        position: relative;
        height: 100%;
      }
      vc-track-map {
        position: absolute;
        inset: 0;
      }
    `,
  ];

  @property({ attribute: false }) store!: FrameStore;
  @property() selected: string | null = null;
  /** Where the chosen car was at the cursor of the traces; wins over where it is now. */
  @property({ attribute: false }) selectedPlace: Place | null = null;
  /** By which the recording says where the chosen car is; null while that is not known. */
  @property({ attribute: false }) placeChannels: readonly string[] | null = null;
  @query('vc-track-map') private map!: TrackMap | null;

  private outline: { of: Track; line: GroundLine | null } | null = null;
  private path: { at: number; line: GroundLine | null } = { at: 0, line: null };

  constructor() {
    super();
    const screen = new StoreController(this, () => this.draw());
    new PointerListener(this, () => screen.drawSoon());
  }

  override render() {
    const line = this.line();
    if (!line) {
      const { session, track } = this.store;
      const detail = whyNoMap(session?.state, track && this.placeChannels);
      return html`<vc-note heading="No map" detail=${detail}></vc-note>`;
    }
    return html`<vc-track-map
      .line=${line}
      .gates=${this.store.track?.gates ?? []}
      ?closed=${this.outline?.line === line}
      ?fromStart=${this.outline?.line === line}
    ></vc-track-map>`;
  }

  override updated(): void {
    this.draw();
  }

  private line(): GroundLine | null {
    const track = this.store.track;
    if (track && this.outline?.of !== track) {
      this.outline = { of: track, line: lineOf(track.outline) };
    }
    return this.outline?.line ?? this.driven();
  }

  private driven(): GroundLine | null {
    const now = performance.now();
    if (now - this.path.at > PATH_EVERY_MS) {
      const places = this.store.entries().flatMap((entry) => [...this.store.pathOf(entry.car), null]);
      const first = places.find((place) => place !== null);
      const ground = first && groundFor(first);
      const line = ground
        ? { ground, points: places.map((place) => place && ground.point(place.north, place.east)) }
        : null;
      this.path = { at: now, line };
    }
    return this.path.line;
  }

  /** Where the chosen car was at the moment that somebody points at. */
  private pointedPlace(car: string): Place | null {
    const { pointer_s } = this.store;
    return pointer_s === null ? null : this.store.placeAt(car, pointer_s);
  }

  private draw(): void {
    const line = this.outline?.line ?? this.path.line;
    if (!this.outline?.line && performance.now() - this.path.at > PATH_EVERY_MS) {
      this.requestUpdate();
    }
    if (!line || !this.map) {
      return;
    }
    const colours = palette();
    const dots = this.store.entries().flatMap((entry): MapDot[] => {
      const strong = entry.car === this.selected;
      const place = (strong && (this.selectedPlace ?? this.pointedPlace(entry.car))) || this.store.placeOf(entry.car);
      return place
        ? [
            {
              label: entry.car,
              at: line.ground.point(place.north, place.east),
              colour: strong ? colours.other : colours.textSecond,
              strong,
            },
          ]
        : [];
    });
    this.map.showDots(dots);
    if (this.store.pointer_s === null) {
      delete this.dataset['pointerS'];
    } else {
      this.dataset['pointerS'] = this.store.pointer_s.toFixed(2);
    }
  }
}
