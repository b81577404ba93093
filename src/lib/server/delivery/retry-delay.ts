/** Waits before the next try, by tries made. */
const DELAYS_MS = [5_000, 30_000, 120_000, 600_000, 3_600_000, 4 * 3_600_000, 12 * 3_600_000];

/** How long to wait after so many failed tries; null = no more tries. */
export const retryDelayMs = (attempts: number): number | null => DELAYS_MS[attempts - 1] ?? null;
