import { m } from '#lib/paraglide/messages.js';

/** What the solver says of a roster, in the reader's language. */
export const rosterStateName = (status: 'optimal' | 'feasible' | 'infeasible' | 'timed-out'): string =>
	({
		optimal: m.roster_state_optimal,
		feasible: m.roster_state_feasible,
		infeasible: m.roster_state_infeasible,
		'timed-out': m.roster_state_timed_out
	})[status]();
