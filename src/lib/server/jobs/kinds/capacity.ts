import { measureQueues, type MeasureWork } from '../../capacity/index.ts';
import type { Work } from '../job-kinds.ts';

const work: Work = async (payload, tools) => {
	const measured = measureQueues(payload as MeasureWork, tools);
	return tools.shouldStop() ? null : measured;
};
export default work;
