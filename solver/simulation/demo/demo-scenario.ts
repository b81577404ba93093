import type { Scenario } from '../scenario.ts';
import { demoAgents } from './demo-agents.ts';
import { demoQueues } from './demo-queues.ts';

/**
 * Costa Clara: about 4,000 contacts on a weekday, in Spanish and English, by voice, chat, messaging and e-mail, day
 * and night. Give `simulate` the offset of Europe/Madrid as `utcOffsetSecondsAt` where summer time matters.
 */
export function demoScenario(): Scenario {
	return {
		site: {
			name: 'Costa Clara',
			timeZone: 'Europe/Madrid',
			utcOffsetSeconds: 3600,
			dayVariation: 0.05,
			absence: 0.04,
			punctualitySeconds: 100,
			answerDelaySeconds: 3,
			proficiencyEffect: 0.35,
			surveyShare: 0.18
		},
		queues: demoQueues(),
		agents: demoAgents(),
		bots: [
			{
				id: 'clara',
				name: 'Clara',
				channels: ['chat', 'messaging'],
				languages: ['es', 'en'],
				turnSeconds: 22,
				failShare: 0.12
			},
			{ id: 'faro', name: 'Faro', channels: ['voice'], languages: ['es'], turnSeconds: 11, failShare: 0.16 }
		],
		customers: { poolSize: 24_000, repeatShare: 0.08 }
	};
}
