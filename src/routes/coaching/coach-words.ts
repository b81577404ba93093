import type { StoredCatalogue } from '#lib/server/coaching/index.ts';

/** Behaviours' words by cause, as pages name them. */
export const titlesOf = ({ catalogue }: StoredCatalogue): Record<string, { en: string; es: string }> =>
	Object.fromEntries(catalogue.behaviours.map(({ cause, title }) => [cause, title]));
