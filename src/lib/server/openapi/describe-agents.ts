import { json, refused } from './openapi-parts.ts';

/** What agents are shown: of their own coaching, and of a contact that they take over. */
export const AGENT_PATHS = {
	'/api/v1/coaching/agents/{id}': {
		get: {
			summary: 'What an agent is shown of the own coaching',
			description:
				'Recommendations with their evidence, figures beside the fair expectation with 90 % intervals, weeks, goals, sessions, praise and comments. Seconds and fractions; unknown is null. An agent’s session reads the own only; a key needs the scope coaching.',
			parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
			responses: {
				200: json(
					{
						type: 'object',
						required: [
							'agentId',
							'run',
							'silence',
							'practise',
							'findings',
							'metrics',
							'trends',
							'goals',
							'sessions',
							'kudos',
							'comments'
						],
						properties: {
							agentId: { type: 'string' },
							run: { type: ['object', 'null'], description: 'Period and time of the comparison.' },
							silence: {
								enum: ['no-run', 'thin', 'nothing', 'muted', null],
								description: 'Why nothing is recommended; null where something is.'
							},
							practise: { type: ['object', 'null'], description: 'The first of the findings.' },
							findings: { type: 'array', items: { type: 'object' } },
							metrics: { type: 'array', items: { type: 'object' } },
							trends: { type: 'array', items: { type: 'object' } },
							goals: { type: 'array', items: { type: 'object' } },
							sessions: { type: 'array', items: { type: 'object' } },
							kudos: { type: 'array', items: { type: 'object' } },
							comments: { type: 'array', items: { type: 'object' } }
						}
					},
					'The feed.'
				),
				403: json(refused, 'Another agent’s, without the right to see everybody’s.'),
				404: json(refused, 'There is no such agent.')
			}
		}
	},
	'/api/v1/contacts/{id}/handoff': {
		get: {
			summary: 'What a person who takes over a contact needs to know',
			parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
			responses: {
				200: json(
					{ type: 'object' },
					'Who, what for, what was tried, facts, summary, mood, past, first words.'
				),
				403: json(refused, 'Neither may the key read contacts nor is the contact one’s own.'),
				404: json(refused, 'No event has told of it.')
			}
		}
	}
};
