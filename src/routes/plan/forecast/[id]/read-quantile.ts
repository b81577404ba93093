/** Quantiles that can be chosen; a plan for the 80th is exceeded one time in five. */
export const QUANTILES = [0.1, 0.25, 0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95] as const;

/** The quantile that an address asks for ("0.8"); null: the expected value alone. */
export function readQuantile(text: string | null): number | null {
	return QUANTILES.find((quantile) => String(quantile) === text) ?? null;
}
