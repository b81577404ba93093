import { forecastQueues, type ForecastWork } from '../../forecasts/index.ts';
import type { Work } from '../job-kinds.ts';

/** Some queues of those asked for are no forecast: stopped, it leaves nothing. */
const work: Work = async (payload, tools) => {
	const result = forecastQueues(payload as ForecastWork, tools);
	return tools.shouldStop() ? null : result;
};
export default work;
