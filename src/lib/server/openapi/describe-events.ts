import { z } from 'zod';
import { EVENT_DATA } from '#lib/contracts/events.ts';
import { json, refused } from './openapi-parts.ts';

/** One CloudEvent of each type, from the schemas that ingest checks with. */
export const events = Object.entries(EVENT_DATA).map(([type, data]) => ({
	type: 'object',
	required: ['specversion', 'id', 'source', 'type', 'time', 'data'],
	properties: {
		specversion: { const: '1.0' },
		id: { type: 'string' },
		source: { type: 'string' },
		type: { const: type },
		time: { type: 'string', format: 'date-time' },
		data: z.toJSONSchema(data, { io: 'input' })
	}
}));

/** Taking events in. */
export const EVENT_PATHS = {
	'/api/v1/events': {
		post: {
			summary: 'Take events in',
			description:
				'CloudEvents 1.0: one, an array, or one a line. Durable before the answer; source and id make an event unique. Needs a key of scope ingest.',
			requestBody: {
				required: true,
				content: {
					'application/cloudevents+json': { schema: { $ref: '#/components/schemas/Event' } },
					'application/cloudevents-batch+json': {
						schema: { type: 'array', items: { $ref: '#/components/schemas/Event' } }
					},
					'application/x-ndjson': { schema: { type: 'string' } }
				}
			},
			responses: {
				202: json(
					{
						type: 'object',
						required: ['accepted', 'duplicates', 'rejected'],
						properties: {
							accepted: { type: 'integer' },
							duplicates: { type: 'integer' },
							rejected: {
								type: 'array',
								items: {
									type: 'object',
									properties: {
										index: { type: 'integer' },
										id: { type: ['string', 'null'] },
										error: { type: 'string' }
									}
								}
							}
						}
					},
					'The good events are on disk; each bad one is named with its reason.'
				),
				400: json(refused, 'The body as a whole is not JSON.'),
				401: json(refused, 'No key, or an unknown one.'),
				403: json(refused, 'The key may not ingest.'),
				413: json(refused, 'The body is too large.'),
				503: json(refused, 'Nothing was stored; send it again.')
			}
		}
	}
};
