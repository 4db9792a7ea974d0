import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { base, controls } from '../design/styles.js';
import { instant, lapTime, spread } from '../model/format.js';
import { nameBeside, sessionLabel } from '../model/names.js';
import { rest, type LapAddress } from '../wire/rest.js';
import type { Entry, Lap, Session } from '../wire/words.js';

/**
 * Chooses one lap of one car of any session. What cannot be loaded leaves its list empty: the view says
 * why, because the comparison of the same lap fails with the reason.
 */
@customElement('vc-lap-picker')
export class LapPicker extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      .row {
        display: flex;
        align-items: center;
        gap: var(--gap-1);
        min-width: 0;
      }
      .name {
        display: flex;
        flex: none;
        align-items: center;
        gap: 6px;
        min-width: 78px;
        font-weight: 600;
      }
      .name::before {
        flex: none;
        width: 14px;
        height: 3px;
        background: currentcolor;
        content: '';
      }
      .reference {
        color: var(--reference);
      }
      .other {
        color: var(--other);
      }
      .session {
        flex: 2 1 160px;
      }
      .car {
        flex: 1 1 70px;
      }
      .lap {
        flex: 1 1 120px;
      }
      @media (max-width: 720px) {
        .row {
          flex-wrap: wrap;
        }
        .name {
          width: 100%;
        }
        .session,
        .car,
        .lap {
          flex-basis: 90px;
        }
      }
    `,
  ];

  @property() purpose: 'reference' | 'other' = 'reference';
  @property({ attribute: false }) sessions: Session[] = [];
  @property({ attribute: false }) value: LapAddress | null = null;
  @state() private session: string | null = null;
  @state() private car: string | null = null;
  @state() private entries: Entry[] = [];
  @state() private laps: Lap[] = [];

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('value') && this.value) {
      void this.show(this.value.session, this.value.car);
    }
  }

  override updated(): void {
    // What somebody has picked himself no longer follows the attributes.
    const [session, car, lap] = this.renderRoot.querySelectorAll('select');
    const shown = this.value?.session === this.session && this.value?.car === this.car ? this.value : null;
    for (const [select, value] of [[session, this.session], [car, this.car], [lap, shown?.lap]] as const) {
      if (select) {
        select.value = String(value ?? '');
      }
    }
  }

  override render() {
    const name = this.purpose === 'reference' ? 'Reference' : 'Other';
    const picked = this.sessions.find((each) => each.id === this.session);
    return html`<div class="row" data-testid="lap-picker" data-role=${this.purpose}>
      <span class="name ${this.purpose}">${name}</span>
      <select
        class="session"
        aria-label="${name}: session"
        title=${picked ? [picked.title, nameBeside(picked), instant(picked.start)].filter((each) => each !== null).join(' · ') : nothing}
        @change=${this.sessionChanged}
      >
        <option value="" ?selected=${this.session === null} disabled>Session</option>
        ${this.sessions.map(
          (each) => html`<option value=${each.id} ?selected=${each.id === this.session}>${sessionLabel(each, this.sessions)}</option>`,
        )}
      </select>
      <select class="car" aria-label="${name}: car" title=${this.car ?? nothing} ?disabled=${this.entries.length === 0} @change=${this.carChanged}>
        <option value="" ?selected=${this.car === null} disabled>Car</option>
        ${this.entries.map(
          (each) =>
            html`<option value=${each.car} ?selected=${each.car === this.car}>
              ${each.driver ? `${each.car} ${each.driver}` : each.car}
            </option>`,
        )}
      </select>
      <select class="lap" aria-label="${name}: lap" ?disabled=${this.laps.length === 0} @change=${this.lapChanged}>
        <option value="" ?selected=${this.value === null} disabled>Lap</option>
        ${this.laps.map((lap) => this.lapOption(lap))}
      </select>
    </div>`;
  }

  private lapOption(lap: Lap) {
    const best = this.entries.find((entry) => entry.car === this.car)?.best_lap === lap.number;
    const chosen = this.value?.lap === lap.number && this.value.car === this.car;
    return html`<option value=${lap.number} ?selected=${chosen}>
      ${lap.number} · ${lapTime(lap.time_s)}${lap.uncertain ? ` ${spread(lap.uncertainty_s)}` : ''}${best ? ' best' : ''}${lap.kind === 'flying' ? '' : ` ${lap.kind}`}
    </option>`;
  }

  private async show(session: string, car: string): Promise<void> {
    if (this.session !== session) {
      this.session = session;
      this.entries = await rest.entries(session).catch(() => []);
    }
    if (this.car !== car || this.laps.length === 0) {
      this.car = car;
      this.laps = await rest.laps(session, car).then(
        (answer) => answer.laps,
        () => [],
      );
    }
  }

  private async sessionChanged(event: Event): Promise<void> {
    this.session = selectedValue(event);
    this.car = null;
    this.laps = [];
    this.entries = await rest.entries(this.session).catch(() => []);
    const first = this.entries[0];
    if (first) {
      await this.takeBestOf(first.car);
    }
  }

  private carChanged(event: Event): Promise<void> {
    return this.takeBestOf(selectedValue(event));
  }

  /** A new car shows its best lap at once: one choice less for what is mostly wanted. None where it has no flying lap. */
  private async takeBestOf(car: string): Promise<void> {
    const session = this.session as string;
    this.laps = [];
    await this.show(session, car);
    const best = this.entries.find((entry) => entry.car === car)?.best_lap;
    if (best !== undefined && best !== null) {
      this.choose({ session, car, lap: best });
    }
  }

  private lapChanged(event: Event): void {
    if (this.session !== null && this.car !== null) {
      this.choose({ session: this.session, car: this.car, lap: Number(selectedValue(event)) });
    }
  }

  private choose(lap: LapAddress): void {
    this.dispatchEvent(new CustomEvent('lap-picked', { detail: lap, bubbles: true, composed: true }));
  }
}

const selectedValue = (event: Event): string => (event.target as HTMLSelectElement).value;
