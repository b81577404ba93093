import { z } from 'zod';
import { CommandInput } from '../commands/index.ts';
import { AGENT_PATHS } from './describe-agents.ts';
import { BALANCE_PATHS } from './describe-balance.ts';
import { COMMAND_PATHS, commandRow } from './describe-commands.ts';
import { CONTACT_PATHS } from './describe-contacts.ts';
import { DAY_PATHS } from './describe-day.ts';
import { EVENT_PATHS, events } from './describe-events.ts';
import { intervalRow, LIVE_PATHS } from './describe-live.ts';
import { PLANNING_PATHS } from './describe-planning.ts';
import { ROUTING_PATHS } from './describe-routing.ts';
import { refused } from './openapi-parts.ts';

/** The public API as an OpenAPI 3.1 document. */
export const describeApi = () => ({
	openapi: '3.1.0',
	info: {
		title: 'Marea',
		version: '1',
		description: 'Live operations and workforce planning for contact centres.'
	},
	security: [{ key: [] }],
	components: {
		securitySchemes: {
			key: { type: 'http', scheme: 'bearer', description: 'A key made with `marea key add`.' }
		},
		schemas: {
			Event: { oneOf: events },
			IntervalRow: intervalRow,
			Command: z.toJSONSchema(CommandInput, { io: 'input' }),
			CommandRow: commandRow,
			Refused: refused
		}
	},
	paths: {
		...EVENT_PATHS,
		...ROUTING_PATHS,
		...AGENT_PATHS,
		...LIVE_PATHS,
		...CONTACT_PATHS,
		...COMMAND_PATHS,
		...BALANCE_PATHS,
		...DAY_PATHS,
		...PLANNING_PATHS
	}
});
