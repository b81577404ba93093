import type { AgentHabits } from '../scenario.ts';

/** What a coach of the demo centre can find: some lack something, some have something to teach. */
const MARKED: Record<string, AgentHabits> = {
	'lucia.fernandez': { wrap: 1.7, warmth: 0.1 },
	'javier.ortega': { talk: 1.2, hold: 2.6, transfer: 2.2 },
	'marta.iglesias': { talk: 0.84, hold: 0.5, transfer: 0.5, wrap: 0.8, resolve: 0.06 },
	'pablo.requena': { talk: 0.74, resolve: -0.28 },
	'nuria.climent': { talk: 1.32 },
	'oscar.benavent': { talk: 0.86, transfer: 0.4, resolve: 0.06 },
	'hugo.ferrandiz': { transfer: 3.2 },
	'daniel.roca': { wrap: 1.8 },
	'teresa.aznar': { talk: 0.85, wrap: 0.65 },
	'charlotte.reid': { talk: 1.3, hold: 1.9 },
	'emma.hughes': { talk: 0.85, hold: 0.5, warmth: 0.12 },
	'samuel.pardo': { warmth: -0.4 },
	'aitana.bernabeu': { warmth: 0.25, resolve: 0.05 },
	'claudia.rivas': { talk: 1.35, intents: ['technical', 'billing'] }
};

/** The rest differ a little, by a fixed pattern, as people do. */
export const demoHabits = (id: string, i: number): AgentHabits =>
	MARKED[id] ?? {
		talk: 1 + (((i * 5) % 9) - 4) * 0.012,
		hold: 1 + (((i * 7) % 9) - 4) * 0.05,
		transfer: 1 + (((i * 4) % 7) - 3) * 0.05,
		wrap: 1 + (((i * 3) % 7) - 3) * 0.03,
		resolve: (((i * 2) % 5) - 2) * 0.01
	};
