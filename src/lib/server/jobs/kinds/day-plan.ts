import { solveDay } from '#solver/rostering/index.ts';
import type { DayWork } from '../../dayplan/index.ts';
import { calmly } from '../calmly.ts';
import type { Work } from '../job-kinds.ts';

const work: Work = async (payload, tools) => {
	const { problem, seconds, mostTouched } = payload as DayWork;
	const { report } = calmly(tools);
	let costs: number[] = [];
	const tell = (share: number) => report(Math.min(1, share), JSON.stringify({ costs }));
	const startedAt = tools.now();
	return solveDay(problem, {
		seconds,
		mostTouched,
		now: tools.now,
		shouldStop: () => {
			tell((tools.now() - startedAt) / 1000 / seconds);
			return tools.shouldStop();
		},
		onProgress: (progress) => {
			({ costs } = progress);
		}
	});
};
export default work;
