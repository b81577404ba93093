import { learnIntents, type IntentWork } from '../../intents/index.ts';
import type { Work } from '../job-kinds.ts';

const work: Work = async (payload, tools) => {
	const learned = learnIntents(payload as IntentWork, tools.report);
	return tools.shouldStop() ? null : learned;
};
export default work;
