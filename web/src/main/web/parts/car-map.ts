import { LitElement, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { MapDot } from '../charts/map-dots.js';
import type { MapStretch } from '../charts/map-ground.js';
import type { TrackMap } from '../charts/track-map.js';
import '../charts/track-map.js';
import { palette, type Palette } from '../design/palette.js';
import { base, controls } from '../design/styles.js';
import { Answer, type Question } from '../model/answer.js';
import { bestOfSession } from '../model/corner-choice.js';
import { cornerMarks, type CornerMark } from '../model/corner-marks.js';
import { channelTitle, value } from '../model/format.js';
import type { FrameStore } from '../model/frame-store.js';
import { groundFor, lineOf, type GroundLine, type Place, type PlanePoint } from '../model/ground.js';
import { hazardsAt } from '../model/hazards.js';
import { giveBack } from '../model/keys.js';
import { lapHeat, type LapHeat } from '../model/lap-heat.js';
import { whyNoMap } from '../model/no-map.js';
import { Once } from '../model/once.js';
import { pictureFacts } from '../model/picture-facts.js';
import { PointerListener } from '../model/pointer-listener.js';
import { publishedNote } from '../model/published-note.js';
import { StoreController } from '../model/store-controller.js';
import type { Corners } from '../wire/corner-words.js';
import { rest } from '../wire/rest.js';
import type { Channel, Track } from '../wire/words.js';
import { carMapStyles } from './car-map-styles.js';
import './note.js';
import './png-button.js';

/** The driven path grows all the time; until there is an outline it is drawn anew this often. */
const PATH_EVERY_MS = 1_000;

const STRETCH_POINTS = 24;
const HEAT_POINTS = 2_000;

/** The track with all cars where they are at the store's cursor in time. */
@customElement('vc-car-map')
export class CarMap extends LitElement {
  static override styles = [base, controls, carMapStyles];

  @property({ attribute: false }) store!: FrameStore;
  @property() session = '';
  @property() selected: string | null = null;
  /** Where the chosen car was at the cursor of the traces; wins over where it is now. */
  @property({ attribute: false }) selectedPlace: Place | null = null;
  /** By which the recording says where the chosen car is; null while that is not known. */
  @property({ attribute: false }) placeChannels: readonly string[] | null = null;
  /** The lap along which a channel is shown; null: the best one of the chosen car. */
  @property({ attribute: false }) lap: number | null = null;
  /** Channels that may be shown along the lap. */
  @property({ attribute: false }) channels: readonly Channel[] = [];
  /** The channel that is. */
  @property() heat = '';
  @property({ type: Boolean }) following = false;
  /** Whether corners are numbered: as they lie on the best lap of the session. */
  @property({ type: Boolean }) numbered = false;
  @state() private shownHeat: LapHeat | null = null;
  @query('vc-track-map') private map!: TrackMap | null;

  private readonly corners = new Answer<Corners>(this, () => this.cornersQuestion());
  private readonly marks = new Once<CornerMark[]>();
  private readonly publishedAs = new Once<GroundLine | null>();
  private loading = new AbortController();
  /** What the heat is of, that is shown or on its way. */
  private heatOf = '';
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
    const colours = palette();
    const note = publishedNote(this.store);
    return html`<vc-track-map
        .line=${line}
        .gates=${this.store.track?.gates ?? []}
        .tints=${this.outline?.line === line && this.heat !== '' ? (this.shownHeat?.tints ?? []) : []}
        .stretches=${this.flagged(line, colours)}
        .hazards=${this.hazards()}
        .corners=${this.cornersOn(line)}
        .follow=${this.following ? this.selected : null}
        ?closed=${this.outline?.line === line}
        ?fromStart=${this.outline?.line === line}
        ?quiet=${this.publishedLine() === line}
      ></vc-track-map>
      <div class="tools">
        ${this.channels.length > 0 && this.outline?.line
          ? html`<select aria-label="Channel along the lap" data-testid="heat" @change=${this.chooseHeat}>
              <option value="" ?selected=${this.heat === ''}>plain</option>
              ${this.channels.map(({ name }) => html`<option value=${name} ?selected=${this.heat === name}>${channelTitle(name)}</option>`)}
            </select>`
          : nothing}
        <button
          data-testid="number-corners"
          aria-pressed=${this.numbered}
          title=${this.corners.problem?.detail ?? 'Number the corners in the order of driving'}
          @click=${() => this.tell({ corners: this.numbered ? '' : 'yes' })}
        >
          Corners
        </button>
        <button
          data-testid="follow-car"
          aria-pressed=${this.following}
          ?disabled=${this.selected === null}
          title="Move the map with the chosen car"
          @click=${() => this.tell({ follow: this.following ? '' : 'yes' })}
        >
          Follow
        </button>
        <vc-png-button .parts=${() => [this]} .facts=${() => this.pictureFacts()}></vc-png-button>
      </div>
      ${this.corners.problem ? html`<p class="why" role="status">No corner numbers: ${this.corners.problem.detail}</p>` : nothing}
      ${this.heat !== '' && this.shownHeat
        ? scale(this.heat, this.shownHeat)
        : note && html`<p class="published" data-testid="published" title=${note.detail}>${note.text}</p>`}`;
  }

  override willUpdate(): void {
    const { outline } = this.store.track ?? {};
    const wanted = [this.session, this.selected, this.heatLap, this.heat, outline?.car, outline?.lap].join('/');
    if (wanted !== this.heatOf) {
      this.heatOf = wanted;
      void this.loadHeat();
    }
  }

  /** The lap that is chosen, else the best one. */
  private get heatLap(): number | null {
    return this.lap ?? this.store.timing.entry(this.selected)?.best_lap ?? null;
  }

  private async loadHeat(): Promise<void> {
    this.loading.abort();
    const loading = (this.loading = new AbortController());
    const { heat, selected, heatLap: lap, session } = this;
    this.shownHeat = null;
    if (heat === '' || selected === null || lap === null) {
      return;
    }
    const address = { session, car: selected, lap };
    // A lap without the channel has no heat; the plain track is shown.
    const answer = await rest.seriesOfLap(address, [heat], 'distance', HEAT_POINTS, loading.signal).catch(() => null);
    const metres = this.store.track?.outline?.distance_m;
    if (!loading.signal.aborted && answer?.series[0] && metres) {
      this.shownHeat = lapHeat(metres, answer.series[0]);
    }
  }

  private cornersQuestion(): Question<Corners> | null {
    const best = this.numbered ? bestOfSession(this.store.timing.entries()) : null;
    const { session } = this;
    return best && { key: `${session}/${best.car}/${best.lap}.${this.store.healings}`, ask: (signal) => rest.corners({ session, ...best }, signal) };
  }

  private cornersOn(line: GroundLine): CornerMark[] {
    const { value: found } = this.corners;
    return this.marks.get([found, line], () => cornerMarks(found?.corners ?? [], line));
  }

  private readonly chooseHeat = (event: Event): void => {
    this.tell({ heat: (event.target as HTMLSelectElement).value });
    giveBack(event.target);
  };

  private tell(options: Record<string, string>): void {
    this.dispatchEvent(new CustomEvent('panel-options', { detail: options, bubbles: true, composed: true }));
  }

  private pictureFacts() {
    const { session, selected: car, heat, heatLap } = this;
    const title = heat === '' ? 'Track' : `Track with ${channelTitle(heat)}`;
    return pictureFacts(this.store, { title, panel: 'track', session, car, lap: heat === '' ? null : heatLap });
  }

  /** The marshal sectors with a flag, as stretches of the circuit. */
  private flagged(line: GroundLine, colours: Palette): MapStretch[] {
    const circuit = this.outline?.line === line ? this.store.race.circuit : null;
    const sectors = this.store.control.sectorsAt(this.store.now_s);
    return !circuit
      ? []
      : sectors.flatMap((flag, i): MapStretch[] => {
          const points = Array.from({ length: STRETCH_POINTS + 1 }, (_, k) =>
            circuit.pointAt((i + k / STRETCH_POINTS) / sectors.length),
          );
          return flag === 'clear' ? [] : [{ points, colour: colours.flags.yellow }];
        });
  }

  private hazards(): PlanePoint[] {
    const { store } = this;
    const { circuit } = store.race;
    if (!circuit) {
      return [];
    }
    const told_m = store.samples.valueAt('trackside', 'hazard_distance', store.now_s);
    return hazardsAt(store.control, store.now_s, circuit.length_m, told_m).map((metres) => circuit.pointAt(metres / circuit.length_m));
  }

  override updated(): void {
    this.draw();
  }

  private line(): GroundLine | null {
    const track = this.store.track;
    if (track && this.outline?.of !== track) {
      this.outline = { of: track, line: lineOf(track.outline) };
    }
    return this.outline?.line ?? this.publishedLine() ?? this.driven();
  }

  /** The circuit as it is published, until a lap shows it; cars of a game drive in another world. */
  private publishedLine(): GroundLine | null {
    const { published } = this.store;
    const elsewhere = this.store.timing.entries().some((entry) => this.store.placeOf(entry.car)?.on === 'world');
    return published && !this.outline?.line && !elsewhere
      ? this.publishedAs.get([published], () => lineOf(published.outline))
      : null;
  }

  private driven(): GroundLine | null {
    const now = performance.now();
    if (now - this.path.at > PATH_EVERY_MS) {
      const places = this.store.timing.entries().flatMap((entry) => [...this.store.samples.pathOf(entry.car), null]);
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
    return pointer_s === null ? null : this.store.samples.placeAt(car, pointer_s);
  }

  private draw(): void {
    const known = this.outline?.line ?? this.publishedLine();
    const line = known ?? this.path.line;
    if (!known && performance.now() - this.path.at > PATH_EVERY_MS) {
      this.requestUpdate();
    }
    if (!line || !this.map) {
      return;
    }
    const colours = palette();
    const dots = this.store.timing.entries().flatMap((entry): MapDot[] => {
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

const scale = (channel: string, { low, high, unit }: LapHeat) =>
  html`<p class="scale" data-testid="heat-scale">
    <span>${channelTitle(channel)}</span><span>${value(low)}</span><i aria-hidden="true"></i><span>${value(high)} ${unit ?? nothing}</span>
  </p>`;
