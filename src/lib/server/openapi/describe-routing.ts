import { z } from 'zod';
import { RouteInput } from '../routing/index.ts';
import { json, refused } from './openapi-parts.ts';

const reason = {
	type: 'object',
	required: ['sentence'],
	properties: { sentence: { type: 'string' } }
};

/** Who should take a contact. */
export const ROUTING_PATHS = {
	'/api/v1/route': {
		post: {
			summary: 'Who should take a contact',
			description:
				'Ranked agents with reasons, and those refused with why not; sentences by Accept-Language (en, es). A contact that events have told of, or a described one. What is suggested for a known contact is kept and judged by what comes of it.',
			requestBody: {
				required: true,
				content: { 'application/json': { schema: z.toJSONSchema(RouteInput, { io: 'input' }) } }
			},
			responses: {
				200: json(
					{
						type: 'object',
						required: [
							'contact',
							'needsPerson',
							'reasons',
							'subject',
							'queue',
							'agents',
							'refused',
							'suggestion'
						],
						properties: {
							contact: { type: ['string', 'null'] },
							needsPerson: { type: ['boolean', 'null'] },
							reasons: { type: 'array', items: reason },
							subject: {
								type: ['object', 'null'],
								description: 'What it is about: as it was said, or as it was understood from the words.',
								required: ['intent', 'from', 'probability', 'sentence'],
								properties: {
									intent: { type: 'string' },
									from: { enum: ['source', 'words'] },
									probability: { type: ['number', 'null'] },
									sentence: { type: 'string' }
								}
							},
							queue: { type: ['object', 'null'] },
							agents: {
								type: 'array',
								items: {
									type: 'object',
									properties: {
										agent: { type: 'string' },
										name: { type: 'string' },
										score: { type: 'number' },
										state: { type: ['string', 'null'] },
										hasRoom: { type: 'boolean' },
										expectedFreeSeconds: { type: ['number', 'null'] },
										reasons: { type: 'array', items: reason }
									}
								}
							},
							refused: {
								type: 'array',
								items: {
									type: 'object',
									properties: {
										agent: { type: 'string' },
										name: { type: 'string' },
										reasons: { type: 'array', items: reason }
									}
								}
							},
							suggestion: {
								type: 'object',
								required: ['kind', 'sentence'],
								properties: {
									kind: { enum: ['offer', 'wait', 'bot', 'nobody'] },
									agent: { type: 'string' },
									sentence: { type: 'string' }
								}
							}
						}
					},
					'The answer, best first.'
				),
				400: json(refused, 'The body is malformed, or names what there is not.'),
				403: json(refused, 'The key may not ask.')
			}
		}
	}
};
