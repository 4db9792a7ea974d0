/** Seconds of live samples that are kept, and the longest window that the traces offer. */
export const KEPT_S = 120;

/** Frames of samples come at most this often (docs/api.md). */
export const FRAMES_PER_S = 40;
