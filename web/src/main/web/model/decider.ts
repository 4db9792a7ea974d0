const KEY = 'vitalcore.decider';

/** Who decided last in this browser; empty where nobody did, or nothing may be kept. */
export function rememberedDecider(): string {
  try {
    return localStorage.getItem(KEY) ?? '';
  } catch {
    return '';
  }
}

export function rememberDecider(who: string): void {
  try {
    localStorage.setItem(KEY, who);
  } catch {
    // Then it is asked for each time.
  }
}

/** A name for a command that no other has: 128 bits by chance. `randomUUID` is there only on pages that came by TLS. */
export function commandKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return `page-${[...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}
