import { findCoaching, type CoachingWork } from '../../coaching/index.ts';
import type { Work } from '../job-kinds.ts';

const work: Work = async (payload, tools) => findCoaching(payload as CoachingWork, tools);
export default work;
