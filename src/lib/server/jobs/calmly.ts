import type { WorkTools } from './job-kinds.ts';

const REPORT_EVERY_MS = 200;

/** Tools whose progress is sent at most five times a second, for work that reports without a pause. */
export function calmly(tools: WorkTools): WorkTools {
	let last = -Infinity;
	return {
		...tools,
		report(progress, message) {
			if (tools.now() - last < REPORT_EVERY_MS) return;
			last = tools.now();
			tools.report(progress, message);
		}
	};
}
