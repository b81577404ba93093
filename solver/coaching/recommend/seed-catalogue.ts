import type { Catalogue } from './catalogue.ts';
import { SEED_BEHAVIOURS } from './seed-behaviours.ts';
import { SEED_MODULES } from './seed-modules.ts';

/** What a new centre starts with, in English and Spanish. */
export const SEED_CATALOGUE: Catalogue = { behaviours: SEED_BEHAVIOURS, modules: SEED_MODULES };
