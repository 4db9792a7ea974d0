/**
 * The newest revision known of each subject of each car. An event may be seen twice, in a hello and
 * as a frame, and an older statement may come after a newer one.
 */
export class Revisions {
  private readonly known = new Map<string, number>();

  /**
   * Whether a statement is news, which is then known.
   *
   * @param sameToo whether the same revision may say something new, as a lap does that is no longer provisional
   */
  take(car: string, subject: string, revision: number, sameToo: boolean): boolean {
    const key = `${car}/${subject}`;
    const before = this.known.get(key) ?? 0;
    if (revision < before || (revision === before && !sameToo)) {
      return false;
    }
    this.known.set(key, revision);
    return true;
  }

  clear(): void {
    this.known.clear();
  }
}
