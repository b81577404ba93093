import { computePlan, type StaffingWork } from '../../staffing/index.ts';
import type { Work } from '../job-kinds.ts';
import { calmly } from '../calmly.ts';

const work: Work = async (payload, tools) => computePlan(payload as StaffingWork, calmly(tools));
export default work;
