import { runCheck, type CheckWork } from '../../staffing/index.ts';
import { calmly } from '../calmly.ts';
import type { Work } from '../job-kinds.ts';

const work: Work = async (payload, tools) => runCheck(payload as CheckWork, calmly(tools));
export default work;
