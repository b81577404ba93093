import { solveRoster } from '#solver/rostering/index.ts';
import type { RosterWork } from '../../rosters/index.ts';
import type { Work } from '../job-kinds.ts';

/** The search computes without a pause, so its progress is sent at most this often. */
const REPORT_EVERY_MS = 250;

const work: Work = async (payload, tools) => {
	const { problem, seconds, seed } = payload as RosterWork;
	let last = -Infinity;
	const result = await solveRoster(problem, {
		seconds,
		seed,
		now: tools.now,
		shouldStop: tools.shouldStop,
		onProgress: (progress) => {
			if (tools.now() - last < REPORT_EVERY_MS) return;
			last = tools.now();
			tools.report(Math.min(1, progress.seconds / seconds), JSON.stringify(progress));
		}
	});
	// Stopped before there was any: nothing to keep, and nothing that failed.
	return tools.shouldStop() && result.assignments.length === 0 ? null : result;
};
export default work;
