import { forecastQueues, type ForecastWork } from '../../forecasts/index.ts';
import type { Work } from '../job-kinds.ts';

const work: Work = async (payload, tools) => forecastQueues(payload as ForecastWork, tools);
export default work;
